package ua.vidnova.medical.report;

/**
 * A sum of the form that must be that of the consultations.
 *
 * @param counted the sum
 * @param expected the consultations
 */
public record Check(Code code, long counted, long expected) {

  /** Which sum. */
  public enum Code {
    /** Items 1 to 3: each patient has exactly one. */
    SUM_OF_SEXES,
    /** Items 1 to 3 by age, over all ages. */
    SUM_OF_AGES,
    /** Items 36 to 42: each consultation has exactly one outcome. */
    SUM_OF_OUTCOMES
  }

  public boolean holds() {
    return counted == expected;
  }
}
