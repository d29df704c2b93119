package ua.vidnova.registry.facts;

import java.util.UUID;

/**
 * Told inside the service, in the transaction, when a resident's current view has become another:
 * whoever keeps something derived from it, such as keys for matching, renews it.
 */
public record FactsChanged(UUID residentId) {}
