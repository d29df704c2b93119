package ua.vidnova.payments.report.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import ua.vidnova.chassis.time.KyivCalendar;

/** Values of ISO 20022 messages, which the schema has held to their form already. */
final class IsoValues {

  private IsoValues() {}

  /** The day in Kyiv of an ISODateTime, which may leave out its zone, or of an ISODate. */
  static LocalDate day(String text) {
    if (text.length() <= "2026-11-20+02:00".length() && text.indexOf('T') < 0) {
      return LocalDate.parse(text.substring(0, "2026-11-20".length()));
    }
    var hasZone = text.endsWith("Z") || text.substring(10).matches(".*[+-]\\d\\d:\\d\\d");
    return hasZone
        ? OffsetDateTime.parse(text).atZoneSameInstant(KyivCalendar.KYIV).toLocalDate()
        : LocalDateTime.parse(text).toLocalDate();
  }

  /** Kopiykas; null when it is not a sum in hryvnias with whole kopiykas. */
  static Long kopiykas(String amount, String currency) {
    try {
      return "UAH".equals(currency)
          ? new BigDecimal(amount).movePointRight(2).longValueExact()
          : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }
}
