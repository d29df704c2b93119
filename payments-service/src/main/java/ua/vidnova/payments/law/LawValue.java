package ua.vidnova.payments.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An amount or coefficient that the law sets for a time.
 *
 * @param dimension to whom it applies; empty is to all
 * @param validTo first day on which it no longer holds; null while no end is known
 * @param source where it was seen, and with what confidence
 */
public record LawValue(
    UUID id,
    LawCode code,
    String dimension,
    BigDecimal value,
    String act,
    String article,
    String source,
    LocalDate validFrom,
    LocalDate validTo) {

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }

  /** An amount in kopiykas. */
  public long minor() {
    return value.longValueExact();
  }

  /** A whole number, such as years. */
  public int count() {
    return value.intValueExact();
  }

  /**
   * This part of an amount. The one rounding rule of all derivations: to the nearest kopiyka, half
   * a kopiyka up.
   */
  public long of(long amountMinor) {
    return value
        .multiply(BigDecimal.valueOf(amountMinor))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
