package ua.vidnova.payments.partner;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of a partner's profile.
 *
 * @param version that the profile had until then
 * @param before JSON of the row and of its codes, as they were
 */
public record ProfileChange(
    UUID id, long version, String changedBy, Instant changedAt, String before) {}
