package ua.vidnova.medical.need;

/**
 * How many points a factor gives from a threshold on.
 *
 * @param threshold counted as the {@link Factor} says
 */
public record Weight(Factor factor, int threshold, int points) {}
