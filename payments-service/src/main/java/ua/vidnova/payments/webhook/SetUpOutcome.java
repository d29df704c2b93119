package ua.vidnova.payments.webhook;

/** What came of a partner's wish to be told. */
public sealed interface SetUpOutcome {

  /** A new webhook; its secret is shown this once. */
  record Created(Webhook webhook, String secret) implements SetUpOutcome {}

  record Changed(Webhook webhook) implements SetUpOutcome {}

  /**
   * The address cannot be called.
   *
   * @param code {@code malformed}, {@code https-only} or {@code not-public}
   */
  record AddressRefused(String code) implements SetUpOutcome {}

  record TooMany(int max) implements SetUpOutcome {}

  /** Changed since the caller read it. */
  record ChangedMeanwhile() implements SetUpOutcome {}

  /** This service was given no key to make secrets from. */
  record NotOffered() implements SetUpOutcome {}
}
