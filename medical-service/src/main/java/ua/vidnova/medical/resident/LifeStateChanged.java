package ua.vidnova.medical.resident;

import java.time.LocalDate;
import java.util.UUID;

/** Registry recorded a death, or corrected the record of one. */
public record LifeStateChanged(UUID residentId, LifeState lifeState, LocalDate effectiveOn) {}
