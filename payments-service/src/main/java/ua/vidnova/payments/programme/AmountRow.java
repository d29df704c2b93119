package ua.vidnova.payments.programme;

import java.util.UUID;

/**
 * How much a category gets.
 *
 * @param amountMinor kopiykas; null when it is told in pensions
 * @param pensions how many monthly pensions of the person who died; null when told in kopiykas
 * @param ageBelowYears the age that the person, or the child for whom it is given, must not have
 *     reached; null when any
 */
public record AmountRow(
    UUID id,
    String category,
    Long amountMinor,
    Integer pensions,
    Integer ageBelowYears,
    Basis basis) {}
