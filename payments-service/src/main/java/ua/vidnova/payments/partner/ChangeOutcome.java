package ua.vidnova.payments.partner;

/** What came of changing a partner's profile. */
public sealed interface ChangeOutcome {

  /** It is as it was asked for. */
  record Changed(PartnerProfile profile) implements ChangeOutcome {}

  /** There is no such partner and channel. */
  record NotFound() implements ChangeOutcome {}

  /** Another change came first. */
  record ChangedMeanwhile() implements ChangeOutcome {}
}
