package ua.vidnova.medical.need;

import java.time.LocalDate;

/**
 * How many points a factor gives from a threshold on.
 *
 * @param threshold counted as the {@link Factor} says
 * @param validUntil last day; null while there is none
 * @param source whose rule it is
 */
public record Weight(
    Factor factor,
    int threshold,
    int points,
    LocalDate validFrom,
    LocalDate validUntil,
    String source) {

  boolean isInForceOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }
}
