package ua.vidnova.medical.resident;

import java.util.UUID;

/** Registry entered a resident. */
public record ResidentRegistered(UUID residentId, String settlement) {}
