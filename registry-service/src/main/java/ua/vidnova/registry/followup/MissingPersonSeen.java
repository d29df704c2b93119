package ua.vidnova.registry.followup;

import java.time.LocalDate;
import java.util.UUID;

/** Medical's word that someone missing or presumed dead was seen. */
public record MissingPersonSeen(
    UUID visitId, UUID residentId, LocalDate seenOn, String settlement) {}
