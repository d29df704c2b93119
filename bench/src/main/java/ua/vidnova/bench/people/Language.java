package ua.vidnova.bench.people;

/** In which a name is written down; its letters are Cyrillic in both. */
public enum Language {
  UKRAINIAN,
  RUSSIAN
}
