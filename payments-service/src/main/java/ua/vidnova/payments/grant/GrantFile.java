package ua.vidnova.payments.grant;

import java.util.List;

/**
 * A grant with all that a decision needs.
 *
 * @param settlement where the resident lives
 * @param openConditions what stands in the way now; empty once decided
 */
public record GrantFile(
    AidGrant grant,
    String settlement,
    List<NewGrant.Paper> papers,
    List<OpenCondition> openConditions) {}
