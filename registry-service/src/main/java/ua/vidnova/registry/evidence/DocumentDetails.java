package ua.vidnova.registry.evidence;

import java.time.LocalDate;

/**
 * A paper that a person showed, checked and in canonical form.
 *
 * @param number null only for a witness statement without one
 * @param issuedOn null when the paper does not say or cannot be read
 * @param expiresOn last day of validity; null when it has none
 * @param issuer as the paper has it; null when not noted
 */
public record DocumentDetails(
    DocumentType type,
    String number,
    LocalDate issuedOn,
    LocalDate expiresOn,
    String issuer,
    EvidenceLevel level) {

  /** What the paper proves about its holder's identity. */
  EvidenceLevel proof() {
    return type.identifies() ? level : level.atMost(EvidenceLevel.COPY);
  }

  /**
   * Whether the paper proves who its holder is: of an identifying kind, and seen in the original or
   * in a register's extract.
   */
  public boolean identifiesHolder() {
    return proof().compareTo(EvidenceLevel.COPY) < 0;
  }

  /** Whether the paper had expired before a day; it is taken all the same, and marked. */
  public boolean isExpiredOn(LocalDate day) {
    return expiresOn != null && expiresOn.isBefore(day);
  }

  /** Whether both speak of one and the same paper. */
  public boolean isSamePaperAs(DocumentDetails other) {
    return type == other.type && number != null && number.equals(other.number);
  }
}
