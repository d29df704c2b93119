package ua.vidnova.registry.matching;

/**
 * How two records agree in one feature, and how much that counts.
 *
 * @param agreement stable code of the level of agreement, see {@link Agreement}
 * @param bits log2 of how much likelier the agreement is between two records of one person than
 *     between those of two strangers; negative when it speaks against. Of RIVAL, what a relative or
 *     a twin takes away from the sum
 */
public record FeatureWeight(Feature feature, String agreement, double bits) {}
