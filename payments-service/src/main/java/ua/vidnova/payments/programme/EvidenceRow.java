package ua.vidnova.payments.programme;

/**
 * A kind of paper that must be seen.
 *
 * @param category for which, or {@link Programme#EVERY_CATEGORY}
 */
public record EvidenceRow(String category, String evidence, Basis basis) {}
