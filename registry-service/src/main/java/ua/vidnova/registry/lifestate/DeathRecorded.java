package ua.vidnova.registry.lifestate;

import java.time.LocalDate;
import java.util.UUID;

/** Medical's word that a resident died; the visit is medical's and only an id here. */
public record DeathRecorded(UUID visitId, UUID residentId, LocalDate diedOn) {}
