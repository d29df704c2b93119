package ua.vidnova.payments.review;

import java.time.LocalDate;
import java.util.Map;
import ua.vidnova.payments.award.SuspensionGround;

/**
 * What the review of a day did, or would do; numbers alone.
 *
 * @param warned people warned now, by ground
 * @param suspended awards suspended now, by ground
 */
public record DailyReview(
    LocalDate day,
    boolean dryRun,
    Map<SuspensionGround, Integer> warned,
    Map<SuspensionGround, Integer> suspended) {}
