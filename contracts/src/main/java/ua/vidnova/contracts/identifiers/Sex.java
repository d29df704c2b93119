package ua.vidnova.contracts.identifiers;

/** Sex as identity documents and a РНОКПП state it. */
public enum Sex {
  MALE,
  FEMALE
}
