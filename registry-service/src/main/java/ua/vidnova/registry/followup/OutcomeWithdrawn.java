package ua.vidnova.registry.followup;

import java.util.UUID;

/**
 * Medical's word that what a visit had said of a resident was wrong.
 *
 * @param outcome what it had said
 * @param child of a birth: which of the visit's children, from 1; else null
 */
public record OutcomeWithdrawn(
    UUID visitId, UUID residentId, FollowUpKind outcome, Integer child) {}
