package ua.vidnova.payments.report.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import ua.vidnova.chassis.http.YearsInUse;
import ua.vidnova.chassis.time.KyivCalendar;

/** Values of partners' files. */
final class IsoValues {

  /** As ISO 20022 allows it: 18 digits, of which at most five are decimals. */
  private static final Pattern OF_A_MESSAGE =
      Pattern.compile("\\d{1,18}(\\.\\d{0,5})?|\\.\\d{1,5}");

  private static final Pattern OF_A_LIST = Pattern.compile("\\d{1,13}(\\.\\d{2})?");

  private IsoValues() {}

  /**
   * The day in Kyiv of an ISODateTime, which may leave out its zone, or of an ISODate.
   *
   * @throws DateTimeException when it is none of our time; the schema allows also year 12026
   */
  static LocalDate day(String text) {
    if (text.length() <= "2026-11-20+02:00".length() && text.indexOf('T') < 0) {
      return YearsInUse.check(LocalDate.parse(text.substring(0, "2026-11-20".length())));
    }
    var hasZone = text.endsWith("Z") || text.substring(10).matches(".*[+-]\\d\\d:\\d\\d");
    return YearsInUse.check(
        hasZone
            ? OffsetDateTime.parse(text).atZoneSameInstant(KyivCalendar.KYIV).toLocalDate()
            : LocalDateTime.parse(text).toLocalDate());
  }

  /** Kopiykas of a message; null when it is not a sum in hryvnias with whole kopiykas. */
  static Long kopiykas(String amount, String currency) {
    return "UAH".equals(currency) ? kopiykas(OF_A_MESSAGE, amount) : null;
  }

  /** Kopiykas of a list: digits, and two more behind a point; null when it is anything else. */
  static Long kopiykas(String amount) {
    return kopiykas(OF_A_LIST, amount);
  }

  private static Long kopiykas(Pattern form, String amount) {
    if (amount == null || !form.matcher(amount).matches()) {
      return null;
    }
    try {
      return new BigDecimal(amount).movePointRight(2).longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
