package ua.vidnova.payments.identification;

/** What came of recording or deciding an identification. */
public sealed interface IdentificationOutcome {

  record Kept(Identification identification) implements IdentificationOutcome {}

  /** It is not there, or not the caller's to see. */
  record NotFound() implements IdentificationOutcome {}

  /** Its result stands already. */
  record DecidedBefore() implements IdentificationOutcome {}
}
