package ua.vidnova.medical.resident;

import java.util.UUID;

/** Registry decided that a record is of the same person as the survivor. */
public record ResidentMerged(UUID residentId, UUID survivorId) {}
