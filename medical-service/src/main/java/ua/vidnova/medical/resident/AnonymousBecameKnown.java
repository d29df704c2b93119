package ua.vidnova.medical.resident;

import java.util.UUID;

/**
 * Registry told who someone was whom a brigade had met without a name.
 *
 * @param recordId the brigade's record
 * @param residentId under whom registry knows the person; the same id, or that of a merge
 */
public record AnonymousBecameKnown(UUID recordId, UUID residentId) {}
