package ua.vidnova.payments.programme;

/**
 * A programme whose payment keeps a person from another.
 *
 * @param excluded its code
 * @param months for how many months after its last one; null is for ever
 */
public record ExclusionRow(String excluded, Integer months, Basis basis) {}
