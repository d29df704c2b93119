package ua.vidnova.medical.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a brigade said of a day, as it stands.
 *
 * @param version counts from 1 and grows when the brigade says it anew
 */
public record StatedHeader(
    UUID brigadeId,
    LocalDate day,
    int version,
    HeaderFacts facts,
    String statedByName,
    Instant statedAt) {}
