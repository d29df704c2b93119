package ua.vidnova.payments.channel;

/** What came of stating or withdrawing how somebody wishes to be paid. */
public sealed interface PreferenceOutcome {

  /**
   * It stands.
   *
   * @param isNew whether there was none before
   */
  record Stated(PaymentPreference preference, boolean isNew) implements PreferenceOutcome {}

  /** What the registry knows stands again. */
  record Withdrawn() implements PreferenceOutcome {}

  /** The resident, or their preference, is not there or not the caller's to see. */
  record NotFound() implements PreferenceOutcome {}

  /** It has changed since the caller read it. */
  record ChangedMeanwhile() implements PreferenceOutcome {}

  /** An account was asked for, and none was given. */
  record AccountMissing() implements PreferenceOutcome {}

  /** The account is not a valid Ukrainian IBAN. */
  record NotAnAccount() implements PreferenceOutcome {}

  record InFuture() implements PreferenceOutcome {}
}
