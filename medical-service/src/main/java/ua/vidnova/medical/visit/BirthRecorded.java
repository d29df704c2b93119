package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A medic recorded that a resident bore a living child.
 *
 * @param residentId the mother's
 * @param child which of the children born alive, from 1; twins share the day
 */
public record BirthRecorded(UUID visitId, UUID residentId, int child, LocalDate bornOn)
    implements ToldOutcome {}
