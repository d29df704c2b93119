package ua.vidnova.registry.cases.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A scan that is attached to a case, without its bytes.
 *
 * @param kind one that the service asks for, {@code DECISION} or {@code OTHER}
 * @param length in bytes
 * @param sha256 of the bytes, in hex
 */
public record CaseDocument(
    UUID id,
    UUID caseId,
    String kind,
    ScanFormat format,
    int length,
    String sha256,
    String attachedBy,
    String attachedByName,
    Instant attachedAt) {}
