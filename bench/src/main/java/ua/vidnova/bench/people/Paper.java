package ua.vidnova.bench.people;

import java.time.LocalDate;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;

/**
 * A paper that a person has.
 *
 * @param number in canonical form
 * @param expiresOn null when it never does
 */
public record Paper(
    DocumentType type,
    String number,
    LocalDate issuedOn,
    LocalDate expiresOn,
    EvidenceLevel level) {}
