package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A brigade saw a resident who is missing or presumed dead. Whether they are that person is for a
 * registrar to find out; only a statement of facts changes a life state.
 *
 * @param seenOn day of the visit
 * @param settlement KATOTTG code of where that was
 */
public record MissingPersonSeen(UUID visitId, UUID residentId, LocalDate seenOn, String settlement)
    implements ToldOutcome {}
