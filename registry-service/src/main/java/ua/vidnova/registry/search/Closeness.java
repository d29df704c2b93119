package ua.vidnova.registry.search;

/**
 * How closely names must match, closest first. Search takes the first kind that finds anyone, so
 * that beginnings and spelling slips count only when nobody bears the name as it sounds.
 */
enum Closeness {
  /** Every word is a whole word of the name, in whatever language or script. */
  WHOLE,
  /** Every word begins a word of the name. */
  BEGINNING,
  /** Every word is a whole word of the name but for a slip of the pen or two. */
  SIMILAR
}
