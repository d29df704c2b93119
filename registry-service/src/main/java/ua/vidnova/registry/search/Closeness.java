package ua.vidnova.registry.search;

/**
 * How closely a name must match. Search takes the first kind that finds anyone, so that spelling
 * slips are forgiven only when nobody bears the name as it was typed.
 */
enum Closeness {
  /** Every word begins a word of the name; whole words rank higher. */
  BEGINNING("search_key like '% ' || ? || '%'", "(search_key || ' ' like '% ' || ? || ' %')::int"),
  /** Every word shares most of its trigrams with the name. */
  SIMILAR("search_key %> ?", "word_similarity(?, search_key)");

  private final String condition;
  private final String rank;

  Closeness(String condition, String rank) {
    this.condition = condition;
    this.rank = rank;
  }

  /** SQL condition with one parameter: the word, of letters a to z only. */
  String condition() {
    return condition;
  }

  /** SQL number with one parameter, the word. */
  String rank() {
    return rank;
  }
}
