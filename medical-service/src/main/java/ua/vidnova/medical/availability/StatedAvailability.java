package ua.vidnova.medical.availability;

import java.time.Instant;

/** A statement with who made it and when. */
public record StatedAvailability(Availability facts, String statedByName, Instant statedAt) {}
