package ua.vidnova.registry.resident;

/** Why a person has no РНОКПП to show. Each is a lawful or workable state, none is an error. */
public enum RnokppAbsence {
  /** The person refused the number; the passport bears a mark of it. */
  RELIGIOUS_GROUNDS,
  /** There is a number, but the person neither has the card nor remembers it. */
  LOST,
  /** None was ever given, such as to a child. */
  NOT_ISSUED
}
