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
  /** An identification lets a resumption be proposed until the end of so many years after its. */
  IDENTIFICATION_RESUMES_YEARS,
  /** The same for a declaration of not receiving a Russian pension. */
  DECLARATION_RESUMES_YEARS,
  /** An identification keeps an award paid until the end of so many years after its. */
  IDENTIFICATION_PAYS_YEARS,
  /** The same for a declaration of not receiving a Russian pension. */
  DECLARATION_PAYS_YEARS,
  /** Days that lie at least between a warning and a suspension. */
  SUSPENSION_NOTICE_DAYS,
  /** Months running without a collection after which a person is warned. */
  NON_RECEIPT_WARN_MONTHS,
  /** Months running without a collection after which an award is suspended. */
  NON_RECEIPT_SUSPEND_MONTHS,
  /** Periods missed at the post after which a resumption without application is paid to a bank. */
  REROUTE_MISSED_PERIODS,
  /** 0 when months for which a Russian pension was received are not owed. */
  OVERLAP_MONTHS_OWED,
  /** First day of a month on which it is paid. */
  PAYMENT_WINDOW_FIRST_DAY,
  /** Last day of a month on which it is paid. */
  PAYMENT_WINDOW_LAST_DAY,
  /** Days from the liberation within which a settlement's list for one-off aid is made. */
  AID_LIST_DAYS,
  /** Days from the list's approval within which the money for it is at the partner. */
  AID_FUNDING_DAYS,
  /** Days from the money's arrival within which everybody on the list is paid. */
  AID_PAYMENT_DAYS,
  /** Months from the death within which the family may claim what was left unpaid. */
  HEIRS_FAMILY_CLAIM_MONTHS
}
