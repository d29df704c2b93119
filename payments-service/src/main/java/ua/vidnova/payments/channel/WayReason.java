package ua.vidnova.payments.channel;

/**
 * What stands in the way of a channel. An instruction that goes another way than the resident
 * prefers carries it as its reason, and a unit that cannot be sent at all is held for it; so does
 * the code of an override, which is data.
 */
public enum WayReason {
  /** The resident has not said how to be paid. */
  CHANNEL_MISSING,
  IBAN_MISSING,
  /** Cash is handed out only where the settlement is liberated. */
  SETTLEMENT_NOT_LIBERATED,
  /** Nobody pays through this channel now. */
  NO_PARTNER,
  /** No office or vehicle of the post that works serves the settlement. */
  POST_NOT_WORKING,
  /** The post's vehicle does not come within the payment window any more. */
  POST_NO_DAY,
  TILL_NOT_WORKING,
  /** No till hands out sums like these. */
  SUM_BEYOND_TILL,
  /** Nobody is delegated to collect cash for the settlement. */
  DELEGATE_NOT_APPOINTED,
  /** Neither the resident nor the administration asked for it. */
  DELEGATE_NOT_ASKED
}
