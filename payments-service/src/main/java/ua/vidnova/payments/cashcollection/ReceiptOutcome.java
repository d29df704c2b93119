package ua.vidnova.payments.cashcollection;

/** What became of recording that a resident was given their money. */
public sealed interface ReceiptOutcome {

  /**
   * It is recorded.
   *
   * @param isNew false when the same was recorded before
   */
  record Kept(CashReceipt receipt, boolean isNew) implements ReceiptOutcome {}

  /** The collection is not there or not in the caller's territories. */
  record NotFound() implements ReceiptOutcome {}

  /** Nothing is handed out before it was taken, nor after it was closed. */
  record NotNow(CashCollection.State state) implements ReceiptOutcome {}

  /** Who confirmed what was taken out records no hand-out of it. */
  record SamePerson() implements ReceiptOutcome {}

  /** The number stands for another receipt of this official. */
  record NumberTaken() implements ReceiptOutcome {}

  /** The list has none such. */
  record NotOnList() implements ReceiptOutcome {}

  /** A receipt is one person's. */
  record SeveralPeople() implements ReceiptOutcome {}

  /** It has another receipt. */
  record HandedOutBefore() implements ReceiptOutcome {}

  /** So much was not taken out. */
  record MoreThanTaken() implements ReceiptOutcome {}

  /** A day on which it cannot have been handed out. */
  record DayImpossible(String code) implements ReceiptOutcome {}
}
