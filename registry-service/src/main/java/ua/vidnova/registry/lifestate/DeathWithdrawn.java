package ua.vidnova.registry.lifestate;

import java.util.UUID;

/** Medical's word that what a visit said of a resident's death was wrong. */
public record DeathWithdrawn(UUID visitId, UUID residentId) {}
