package ua.vidnova.payments.paper;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sums and days as papers in Ukrainian write them. */
public final class InUkrainian {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM.yyyy");
  private static final DecimalFormatSymbols SYMBOLS = symbols();

  private InUkrainian() {}

  private static DecimalFormatSymbols symbols() {
    var symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setDecimalSeparator(',');
    symbols.setGroupingSeparator(' ');
    return symbols;
  }

  /** Hryvnias with a decimal comma, such as 25 950,00. */
  public static String money(long minor) {
    return new DecimalFormat("#,##0.00", SYMBOLS).format(BigDecimal.valueOf(minor, 2));
  }

  public static String day(LocalDate day) {
    return day.format(DAY);
  }

  public static String month(YearMonth month) {
    return month.format(MONTH);
  }
}
