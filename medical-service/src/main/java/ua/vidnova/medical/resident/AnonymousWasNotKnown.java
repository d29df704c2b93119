package ua.vidnova.medical.resident;

import java.util.UUID;

/**
 * Registry told that someone whom a brigade had met without a name is not whom it took them for.
 *
 * @param recordId the brigade's record
 * @param residentId under whom registry had known the person
 */
public record AnonymousWasNotKnown(UUID recordId, UUID residentId) {}
