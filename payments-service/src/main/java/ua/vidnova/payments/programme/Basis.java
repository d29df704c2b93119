package ua.vidnova.payments.programme;

import java.time.LocalDate;

/**
 * Where a row of a programme stands in law, and when it holds.
 *
 * @param validTo first day on which it no longer holds; null while no end is known. The same day as
 *     {@code validFrom} when it never held
 * @param source where it was seen, and what is still to be confirmed
 */
public record Basis(
    String act, String article, String source, LocalDate validFrom, LocalDate validTo) {

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }
}
