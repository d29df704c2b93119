package ua.vidnova.registry.merge;

import java.util.UUID;

/**
 * Told inside the service, in the transaction, when two records have become one person's, or two
 * people's again.
 */
public record RecordsRegrouped(UUID mergedId, UUID survivorId) {}
