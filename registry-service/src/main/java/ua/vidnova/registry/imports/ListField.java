package ua.vidnova.registry.imports;

/** What a column of a list can tell about a person. */
public enum ListField {
  FAMILY,
  GIVEN,
  PATRONYMIC,
  /** Прізвище, ім’я, по батькові in one column, in this order. */
  FULL_NAME,
  BIRTH_DATE,
  /** Чоловік or жінка; without it the РНОКПП or the patronymic tells. */
  SEX,
  RNOKPP,
  /** КАТОТТГ code, or a name that only one settlement of the mapping's territory has. */
  SETTLEMENT,
  /** Name of the hromada, where names of settlements repeat. */
  HROMADA,
  PHONE,
  /** Passport of a citizen, booklet or card. */
  PASSPORT,
  /** The register's own number of the person; identifies the line when there is no РНОКПП. */
  RECORD_NUMBER
}
