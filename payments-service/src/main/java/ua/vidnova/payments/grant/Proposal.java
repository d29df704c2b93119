package ua.vidnova.payments.grant;

/** What came of proposing a grant. */
public sealed interface Proposal {

  /** It waits for another person; the file as it is now, open conditions included. */
  record Made(GrantFile file) implements Proposal {}

  /** A field is not acceptable. */
  record Unacceptable(String field, String code, String message) implements Proposal {}

  /** The same was granted or proposed before. */
  record GrantedBefore() implements Proposal {}
}
