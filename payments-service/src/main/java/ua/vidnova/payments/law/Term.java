package ua.vidnova.payments.law;

import java.time.LocalDate;

/**
 * A number that the law sets for a time.
 *
 * @param value null means that the law sets no limit
 * @param validTo first day on which it no longer holds; null while no end is known
 * @param source where it was seen
 */
public record Term(
    TermCode code,
    Integer value,
    String act,
    String article,
    LocalDate validFrom,
    LocalDate validTo,
    String source) {

  public boolean isUnlimited() {
    return value == null;
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
