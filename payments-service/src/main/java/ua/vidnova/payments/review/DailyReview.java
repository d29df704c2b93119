package ua.vidnova.payments.review;

import java.time.LocalDate;
import java.util.Map;
import ua.vidnova.payments.award.SuspensionGround;

/**
 * What the review of a day did, or would do; numbers alone.
 *
 * @param warned people warned now, by ground
 * @param suspended awards suspended now, by ground
 * @param listed settlements whose pensions are proposed now, because the post is back
 * @param rerouted records paid to a bank from now on, because nobody came to the post
 */
public record DailyReview(
    LocalDate day,
    boolean dryRun,
    Map<SuspensionGround, Integer> warned,
    Map<SuspensionGround, Integer> suspended,
    int listed,
    int rerouted) {}
