package ua.vidnova.payments.heirs;

/** What came of proposing a claim. */
public sealed interface ClaimProposal {

  /** It waits for another person; the file as it is now, open conditions included. */
  record Made(ClaimFile file) implements ClaimProposal {}

  /** A field is not acceptable. */
  record Unacceptable(String field, String code, String message) implements ClaimProposal {}

  /** Nothing is unpaid that is not claimed already. */
  record NothingLeft() implements ClaimProposal {}
}
