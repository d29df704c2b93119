package ua.vidnova.registry.followup;

import java.time.LocalDate;
import java.util.UUID;

/** Medical's word that a resident was referred to have a disability assessed. */
public record DisabilityAssessmentReferred(UUID visitId, UUID residentId, LocalDate referredOn) {}
