package ua.vidnova.payments.derivation;

import java.time.YearMonth;
import java.util.List;
import ua.vidnova.payments.law.LawValue;

/**
 * One step on the way to the amount of a month.
 *
 * @param since the March of an indexation; null with the others
 * @param changeMinor by how many kopiykas it changed the amount; negative when it cut
 * @param amountMinor kopiykas after it
 * @param law the values of law that it applied, the deciding one first; empty when it applied none
 */
public record Step(
    Code code, YearMonth since, long changeMinor, long amountMinor, List<LawValue> law) {

  /** What a step does, in the order in which steps are taken. */
  public enum Code {
    /** The part of the amount at the stop that indexation raises. */
    BASE,
    /** A March's indexation. */
    INDEXATION,
    /** What the amount at the stop held beyond base, supplement for age and law; not indexed. */
    OTHER_SUPPLEMENTS,
    /** The supplement of the highest age reached. */
    AGE_SUPPLEMENT,
    /** Raised to the smallest pension of its kind. */
    MINIMUM,
    /** Raised to what the law guarantees who does not work any more. */
    GUARANTEE,
    /** Cut at the largest pension. */
    MAXIMUM
  }
}
