package ua.vidnova.coordination.cashpoint;

import java.time.LocalDate;

/**
 * Whether a cash point works.
 *
 * @param since first day of the state, in Kyiv
 * @param power null when unknown, like link
 * @param source whose word it is; null when it is the coordinator's own
 */
public record Status(
    CashPointState state, LocalDate since, Power power, Link link, String source) {}
