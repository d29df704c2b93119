package ua.vidnova.payments.award;

/** Why the Pension Fund had stopped an award (Law 1058-IV art. 49, CMU №299). */
public enum StopReason {
  /** No identification in the calendar year. */
  NO_IDENTIFICATION,
  /** Nothing collected in six months running. */
  NON_RECEIPT_SIX_MONTHS,
  /** The settlement was occupied and payment could not reach it. */
  OCCUPIED_TERRITORY,
  /** No declaration of not receiving a Russian pension. */
  NO_DECLARATION,
  RESIDENCE_ABROAD,
  OWN_REQUEST
}
