package ua.vidnova.payments.derivation;

import java.time.YearMonth;
import ua.vidnova.payments.law.Term;

/**
 * What becomes of one unpaid month, and by which rule.
 *
 * @param amountMinor kopiykas
 * @param term the term of law that the rule applied
 * @param schedule when it is paid; null when a rule cut it
 */
public record ArrearsMonth(
    YearMonth month, long amountMinor, Rule rule, Term term, Schedule schedule) {

  /** Why a month is owed or not. */
  public enum Rule {
    /** Own fault, and not further back than the law allows. */
    WITHIN_LIMIT,
    /** Own fault, and further back than the law allows: cut. */
    BEYOND_LIMIT,
    /** The authority's fault: the law sets no limit. */
    NO_LIMIT
  }

  /** Why a month is paid in the period it is. */
  public enum ScheduleRule {
    /** One of the last months, which are paid at once. */
    FIRST_PAYMENT,
    /** An older month: one in each later period, so never more than the monthly pension. */
    MONTHLY_PART
  }

  /** When a month is paid. */
  public record Schedule(YearMonth period, ScheduleRule rule, Term term) {}

  public boolean isPayable() {
    return schedule != null;
  }
}
