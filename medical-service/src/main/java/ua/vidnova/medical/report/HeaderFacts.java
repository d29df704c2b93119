package ua.vidnova.medical.report;

import java.math.BigDecimal;

/**
 * What a brigade says of its day beside the numbers; texts that say nothing are null.
 *
 * @param place where it stood, in its own words
 * @param latitude WGS 84, degrees; null together with the longitude
 * @param bedCapacity beds; a mobile team has none
 */
public record HeaderFacts(
    String organisation,
    TeamType teamType,
    String contactName,
    String contactPhone,
    String contactEmail,
    String place,
    BigDecimal latitude,
    BigDecimal longitude,
    int bedCapacity,
    String needsAndRisks,
    String comments) {

  /** WHO's classification of emergency medical teams. */
  public enum TeamType {
    TYPE_1_MOBILE,
    TYPE_1_FIXED,
    TYPE_2,
    TYPE_3,
    SPECIALISED
  }
}
