package ua.vidnova.payments.law;

/** The numbers of law that payments needs; each is a row or more of {@code legal_term}. */
public enum TermCode {
  /** Months before the application for which arrears are paid, when the pensioner was at fault. */
  ARREARS_LIMIT_MONTHS_PENSIONER,
  /** The same, when the authority was at fault. */
  ARREARS_LIMIT_MONTHS_AUTHORITY,
  /** Months of arrears that are paid at once, when the pensioner was at fault. */
  FIRST_PAYMENT_MONTHS_PENSIONER,
  /** The same, when the authority was at fault. */
  FIRST_PAYMENT_MONTHS_AUTHORITY,
  /** Days from the application within which a resumption is decided. */
  DECISION_DAYS,
  /** First day of a month on which it is paid. */
  PAYMENT_WINDOW_FIRST_DAY,
  /** Last day of a month on which it is paid. */
  PAYMENT_WINDOW_LAST_DAY
}
