package ua.vidnova.medical.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What gives how many points, as it was said once; it stands until the next one's day.
 *
 * @param source whose rule it is, and by which paper
 * @param statedBy name of the administrator, for people to read
 * @param weights by factor and threshold
 */
public record PriorityEdition(
    UUID id,
    LocalDate validFrom,
    String source,
    String statedBy,
    Instant statedAt,
    List<Weight> weights) {}
