package ua.vidnova.coordination.cashpoint;

import java.util.UUID;

/** A cash point as it is now, with whom it serves. */
public record KnownCashPoint(UUID id, Description description, Status status, int version) {}
