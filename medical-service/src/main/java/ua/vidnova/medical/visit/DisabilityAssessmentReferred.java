package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A medic referred a resident to have a disability assessed. Never says why.
 *
 * @param referredOn day of the visit
 */
public record DisabilityAssessmentReferred(UUID visitId, UUID residentId, LocalDate referredOn)
    implements ToldOutcome {}
