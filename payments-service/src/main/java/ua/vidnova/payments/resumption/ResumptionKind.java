package ua.vidnova.payments.resumption;

/** How a resumption came about. */
public enum ResumptionKind {
  /** The person applied, or was identified, which counts as an application (art. 46). */
  APPLICATION,
  /** The post delivers again, and the law asks for no application (CMU №162, №1170 p. 4). */
  AUTOMATIC
}
