package ua.vidnova.medical.resident;

import java.util.UUID;

/** Registry undid a merge: the records are of two people. */
public record ResidentUnmerged(UUID residentId, UUID survivorId) {}
