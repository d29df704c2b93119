package ua.vidnova.coordination.cashpoint;

import jakarta.persistence.Embeddable;

/**
 * What a cash point can hand out, in kopiykas; each null when there is no such limit or it is not
 * known.
 *
 * @param amountMinMinor least at once
 * @param amountMaxMinor most at once
 * @param amountMultipleMinor only multiples of this
 * @param dailyFloatMinor cash for a day; not for everyone's eyes
 */
@Embeddable
public record Limits(
    Long amountMinMinor, Long amountMaxMinor, Long amountMultipleMinor, Long dailyFloatMinor) {}
