package ua.vidnova.registry.matching;

import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentType;

/**
 * A paper by its number.
 *
 * @param number in canonical form, see {@code contracts}' {@code DocumentType#normalise}
 * @param identifies whether it proves who its holder is: an identifying kind of paper, seen in the
 *     original or in a register's extract. A paper issued under occupation never does.
 */
public record DocumentKey(DocumentType type, String number, boolean identifies) {

  /** A paper that was seen in the original. */
  public DocumentKey(DocumentType type, String number) {
    this(type, number, type.identifies());
  }

  /** A paper at the evidence level at which it was seen; the number must be there. */
  public static DocumentKey of(DocumentDetails details) {
    return new DocumentKey(details.type(), details.number(), details.identifiesHolder());
  }
}
