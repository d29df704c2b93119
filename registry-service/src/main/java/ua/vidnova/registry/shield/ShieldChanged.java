package ua.vidnova.registry.shield;

import java.util.UUID;

/**
 * Told inside the service, in the transaction, when a shield was put or lifted: what others were
 * told of the person may have to be told anew.
 */
public record ShieldChanged(UUID residentId) {}
