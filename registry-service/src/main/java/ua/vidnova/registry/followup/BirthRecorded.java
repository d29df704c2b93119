package ua.vidnova.registry.followup;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Medical's word that a resident bore a living child.
 *
 * @param child which of the visit's children, from 1
 */
public record BirthRecorded(UUID visitId, UUID residentId, int child, LocalDate bornOn) {}
