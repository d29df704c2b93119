package ua.vidnova.payments.channel;

/** What came of stating, confirming or withdrawing how somebody wishes to be paid. */
public sealed interface PreferenceOutcome {

  /**
   * It stands.
   *
   * @param isNew whether there was none before
   */
  record Stated(PaymentPreference preference, boolean isNew) implements PreferenceOutcome {}

  /** It stands once another person confirms its account; until then what stood before does. */
  record Proposed(PaymentPreference preference) implements PreferenceOutcome {}

  /** The account that the registry told of stands; by is who confirmed it. */
  record RegisteredStands(String iban, String by) implements PreferenceOutcome {}

  /** No account waits for another person. */
  record NothingProposed() implements PreferenceOutcome {}

  /** Another person must confirm the account. */
  record SamePerson() implements PreferenceOutcome {}

  /** The two people did not read the same account. */
  record AccountsDisagree() implements PreferenceOutcome {}

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
