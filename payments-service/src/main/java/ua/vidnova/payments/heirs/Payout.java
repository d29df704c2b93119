package ua.vidnova.payments.heirs;

import java.util.UUID;

/**
 * An heir's part of what one programme had left unpaid.
 *
 * @param amountMinor kopiykas, above zero
 * @param awardId the heir's award that it became; null until approved
 */
public record Payout(UUID id, UUID heirId, String programme, long amountMinor, UUID awardId) {}
