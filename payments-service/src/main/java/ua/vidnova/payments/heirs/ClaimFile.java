package ua.vidnova.payments.heirs;

import java.util.List;

/**
 * A claim with all that a decision needs.
 *
 * @param totalMinor kopiykas that it is for; the payouts add up to it
 * @param openConditions what stands in the way now; empty once decided
 */
public record ClaimFile(
    HeirClaim claim,
    long totalMinor,
    List<HeirShare> shares,
    List<Payout> payouts,
    List<OpenClaimCondition> openConditions) {}
