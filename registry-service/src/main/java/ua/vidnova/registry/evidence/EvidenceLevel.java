package ua.vidnova.registry.evidence;

import java.util.Collection;
import java.util.Comparator;

/**
 * How well something about a person is proven, strongest first. {@link #OCCUPATION_ISSUED} is kept
 * as evidence and never establishes identity.
 */
public enum EvidenceLevel {
  ORIGINAL,
  REGISTER_EXTRACT,
  COPY,
  WITNESS,
  OCCUPATION_ISSUED;

  /**
   * The level at which a person is known: that of the strongest document, where a paper that does
   * not itself identify its holder counts as a copy at most.
   *
   * @throws java.util.NoSuchElementException when there is no document
   */
  public static EvidenceLevel ofPerson(Collection<DocumentDetails> documents) {
    return documents.stream()
        .map(DocumentDetails::proof)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  EvidenceLevel atMost(EvidenceLevel other) {
    return compareTo(other) < 0 ? other : this;
  }
}
