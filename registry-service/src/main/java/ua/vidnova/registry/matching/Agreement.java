package ua.vidnova.registry.matching;

/**
 * Levels at which two records can agree in a feature. Their names are the stable codes of {@link
 * FeatureWeight#agreement}; which of them a feature has, and what each counts, is in weights.csv.
 */
public enum Agreement {
  EQUAL,
  /** Names: one is the Russian form of the other. */
  RUSSIAN,
  /** Names: one in Latin letters, by whatever table, the other in Cyrillic. */
  LATIN,
  /** Names: written otherwise, sounding the same. */
  SOUND,
  /** Names: one record's name is a former or other name of the other. */
  FORMER,
  /** Family names: one half of a double name. */
  PART,
  /** Names: written in each other's field. */
  SWAPPED,
  /** Names: written in each other's field, one of them with a slip. */
  SWAPPED_SIMILAR,
  /** Patronymics: of one father, as his given name or as that of a son beside a daughter. */
  FATHER_NAME,
  /** Names: one record has only the first letter, and it fits. */
  INITIAL,
  /** Names: one or two letters apart, as by a slip. */
  SIMILAR,
  /** Names: several letters apart. */
  FAINT,
  /** Given names: different, and one of them is no known name, as when it was misread. */
  UNKNOWN,
  /** Dates: day and month in each other's place. */
  DAY_MONTH_SWAPPED,
  /** Dates: one digit apart. */
  ONE_DIGIT,
  /** Dates: two neighbouring digits of the day, month or year in each other's place. */
  EXCHANGED,
  /** Dates: two of day, month and year are equal, the third is another. */
  ONE_FIELD,
  /** Dates: two digits apart, in two of day, month and year. */
  TWO_DIGITS,
  /** Dates: only the year is equal. */
  SAME_YEAR,
  /** Dates: one day apart. */
  NEIGHBOURING,
  /** Dates: the year is equal, and one record has 1 January, as is written for an unknown day. */
  FIRST_OF_JANUARY,
  /** Dates: one is known by month and year only, which are equal. */
  YEAR_MONTH,
  /** Dates: one is known by its year only, which is equal. */
  YEAR,
  /** Dates: one is known by its year only, which is one year off. */
  NEAR_YEAR,
  /** РНОКПП: equal, but no valid number. */
  EQUAL_INVALID,
  /** Numbers: of one kind, one digit or letter apart, or two neighbours exchanged. */
  SLIP,
  /** Documents: the same paper, and it proves who its holder is. */
  IDENTIFYING,
  /** Documents: the same paper, which does not prove who its holder is. */
  SAME,
  /** Settlements: others, of one hromada. */
  SAME_HROMADA,
  DIFFERENT,
  /** Family names: different, and it is a woman, who may have taken another by marriage. */
  DIFFERENT_WOMAN,
  /** РНОКПП: both valid, and different. */
  DIFFERENT_VALID,
  /** Rival: two relatives would agree so more often than two strangers. */
  RELATIVE,
  /** Rival: twins would. */
  TWIN,
  /** One of the records says nothing about it, which counts for nothing. */
  MISSING
}
