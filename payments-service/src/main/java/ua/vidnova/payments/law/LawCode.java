package ua.vidnova.payments.law;

import java.util.regex.Pattern;

/**
 * The amounts and coefficients of law that payments knows; each is a row or more of {@code
 * law_value}. A dimension says to whom a row applies.
 */
public enum LawCode {
  /** Subsistence level; by group, such as {@code UNABLE_TO_WORK}, which is the minimum pension. */
  SUBSISTENCE(LawUnit.KOPIYKAS, "GENERAL|CHILD_UNDER_6|CHILD_6_TO_18|ABLE_TO_WORK|UNABLE_TO_WORK"),
  MINIMUM_WAGE(LawUnit.KOPIYKAS),
  /** Average wage from which pensions are reckoned, after the March of the first day. */
  WAGE_BASE(LawUnit.KOPIYKAS),
  /** By how much pensions rise in the March of the first day; by grant year, else for all. */
  INDEXATION(LawUnit.COEFFICIENT, "|(19|20)\\d\\d"),
  /** No rise by indexation is smaller. */
  INDEXATION_RISE_MINIMUM(LawUnit.KOPIYKAS),
  /** No rise by indexation is larger. */
  INDEXATION_RISE_MAXIMUM(LawUnit.KOPIYKAS),
  /** The largest pension, in subsistence levels of those unable to work. */
  MAXIMUM_IN_SUBSISTENCES(LawUnit.COEFFICIENT),
  /** The smallest pension of a kind, in the same; a kind without a row has no minimum. */
  MINIMUM_IN_SUBSISTENCES(LawUnit.COEFFICIENT, "OLD_AGE|DISABILITY|SURVIVOR"),
  /** What who does not work any more has at least, as a part of the minimum wage. */
  GUARANTEED_SHARE_OF_WAGE(LawUnit.COEFFICIENT),
  /** Age, in years, from which that is so. */
  GUARANTEED_FROM_AGE(LawUnit.COUNT),
  /** Years of insurance that minimum and guarantee ask for; by sex. */
  FULL_INSURANCE_YEARS(LawUnit.COUNT, "MALE|FEMALE"),
  /** What is added from an age on; by that age in years. Only the highest reached is added. */
  AGE_SUPPLEMENT(LawUnit.KOPIYKAS, "[1-9]\\d{1,2}"),
  /** Months after the one in which an age is reached, from which it counts. */
  AGE_COUNTS_AFTER_MONTHS(LawUnit.COUNT);

  private final LawUnit unit;
  private final Pattern dimension;

  LawCode(LawUnit unit) {
    this(unit, "");
  }

  LawCode(LawUnit unit, String dimension) {
    this.unit = unit;
    this.dimension = Pattern.compile(dimension);
  }

  /** Whether a row of this code may have a dimension. */
  boolean takes(String text) {
    return dimension.matcher(text).matches();
  }

  /** Whether its rows begin on a first of March. */
  boolean beginsInMarch() {
    return this == INDEXATION || this == INDEXATION_RISE_MINIMUM || this == INDEXATION_RISE_MAXIMUM;
  }

  public LawUnit unit() {
    return unit;
  }
}
