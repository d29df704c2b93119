package ua.vidnova.payments.awardimport;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.award.StopReason;

/** Reads the fields of one line, or says what is wrong with each. */
public final class AwardLineRules {

  private static final int NAME_LENGTH_MAX = 100;
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’ʼ`\\-. ]*");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}\\.\\d{2}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern YEARS = Pattern.compile("\\d{1,2}");
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private final int line;
  private final Function<String, String> fields;
  private final LocalDate today;
  private final List<RefusedLine> refused = new ArrayList<>();

  private AwardLineRules(int line, Function<String, String> fields, LocalDate today) {
    this.line = line;
    this.fields = fields;
    this.today = today;
  }

  /** What came of one line: an award, or the refusals that kept it from being one. */
  public sealed interface Reading {

    /** The line can be imported. */
    record Kept(AwardLine award) implements Reading {}

    /** It cannot; at least one refusal. */
    record Refused(List<RefusedLine> refusals) implements Reading {}
  }

  /**
   * Reads one line.
   *
   * @param line number in the file
   * @param fields the text in each column
   */
  public static Reading read(int line, Function<String, String> fields, LocalDate today) {
    return new AwardLineRules(line, fields, today).read();
  }

  private Reading read() {
    var rnokpp = rnokpp();
    var familyName = name("familyName");
    var givenName = name("givenName");
    var patronymic = text("patronymic").isEmpty() ? "" : name("patronymic");
    var birthDate = birthDate();
    var amountMinor = amountMinor("monthlyAmount");
    var firstUnpaidMonth = firstUnpaidMonth(birthDate);
    var stopReason = value("stopReason", StopReason.class);
    var fault = value("fault", Fault.class);
    var settlement = settlement();
    var details = details(birthDate, firstUnpaidMonth);
    return refused.isEmpty()
        ? new Reading.Kept(
            new AwardLine(
                line,
                rnokpp,
                familyName,
                givenName,
                patronymic,
                birthDate,
                amountMinor,
                firstUnpaidMonth,
                stopReason,
                fault,
                settlement,
                details))
        : new Reading.Refused(List.copyOf(refused));
  }

  private String rnokpp() {
    var number = required("rnokpp");
    if (number != null && !Rnokpp.isValid(number)) {
      refuse("rnokpp", LineRefusal.CHECKSUM);
    }
    return number;
  }

  private String name(String field) {
    var name = required(field);
    if (name == null) {
      return null;
    }
    if (name.length() > NAME_LENGTH_MAX) {
      refuse(field, LineRefusal.TOO_LONG);
    } else if (!NAME.matcher(name).matches()) {
      refuse(field, LineRefusal.NOT_A_NAME);
    }
    return name;
  }

  private PensionDetails details(LocalDate birthDate, YearMonth firstUnpaidMonth) {
    return new PensionDetails(
        optional("pensionKind", () -> value("pensionKind", PensionKind.class)),
        optional("grantedOn", () -> grantedOn(birthDate, firstUnpaidMonth)),
        optional("baseAmount", () -> amountMinor("baseAmount")),
        optional("insuranceYears", this::insuranceYears),
        optional("working", this::working),
        optional("sex", () -> value("sex", Sex.class)));
  }

  private <T> T optional(String field, Supplier<T> reader) {
    return text(field).isEmpty() ? null : reader.get();
  }

  private LocalDate grantedOn(LocalDate birthDate, YearMonth firstUnpaidMonth) {
    var date = date("grantedOn");
    if (date != null && birthDate != null && date.isBefore(birthDate)) {
      refuse("grantedOn", LineRefusal.BEFORE_BIRTH);
    } else if (date != null
        && firstUnpaidMonth != null
        && YearMonth.from(date).isAfter(firstUnpaidMonth)) {
      refuse("grantedOn", LineRefusal.AFTER_STOP);
    }
    return date;
  }

  private Integer insuranceYears() {
    var text = text("insuranceYears");
    if (!YEARS.matcher(text).matches()) {
      refuse("insuranceYears", LineRefusal.NOT_YEARS);
      return null;
    }
    return Integer.valueOf(text);
  }

  private Boolean working() {
    return switch (text("working")) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> {
        refuse("working", LineRefusal.UNKNOWN_VALUE);
        yield null;
      }
    };
  }

  private LocalDate date(String field) {
    var text = required(field);
    if (text == null) {
      return null;
    }
    var date = DATE.matcher(text).matches() ? parsed(text, LocalDate::parse) : null;
    if (date == null) {
      refuse(field, LineRefusal.NOT_A_DATE);
    }
    return date;
  }

  private LocalDate birthDate() {
    var date = date("birthDate");
    if (date == null) {
      return null;
    }
    if (date.isAfter(today)) {
      refuse("birthDate", LineRefusal.IN_THE_FUTURE);
    } else if (date.isBefore(EARLIEST_BIRTH)) {
      refuse("birthDate", LineRefusal.TOO_LONG_AGO);
    }
    return date;
  }

  private long amountMinor(String field) {
    var text = required(field);
    if (text == null) {
      return 0;
    }
    var minor =
        AMOUNT.matcher(text).matches()
            ? new BigDecimal(text).movePointRight(2).longValueExact()
            : 0;
    if (minor == 0) {
      refuse(field, LineRefusal.NOT_AN_AMOUNT);
    }
    return minor;
  }

  /** Bounded by the birth as well, so that no line can ask for thousands of years of arrears. */
  private YearMonth firstUnpaidMonth(LocalDate birthDate) {
    var text = required("firstUnpaidMonth");
    if (text == null) {
      return null;
    }
    var month = MONTH.matcher(text).matches() ? parsed(text, YearMonth::parse) : null;
    if (month == null) {
      refuse("firstUnpaidMonth", LineRefusal.NOT_A_MONTH);
    } else if (month.isAfter(YearMonth.from(today))) {
      refuse("firstUnpaidMonth", LineRefusal.IN_THE_FUTURE);
    } else if (birthDate != null && month.isBefore(YearMonth.from(birthDate))) {
      refuse("firstUnpaidMonth", LineRefusal.BEFORE_BIRTH);
    }
    return month;
  }

  private <E extends Enum<E>> E value(String field, Class<E> values) {
    var text = required(field);
    if (text == null) {
      return null;
    }
    for (var value : values.getEnumConstants()) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    refuse(field, LineRefusal.UNKNOWN_VALUE);
    return null;
  }

  private String settlement() {
    var code = required("settlement");
    if (code != null && !Territories.ukraine().isSettlement(code)) {
      refuse("settlement", LineRefusal.NOT_A_SETTLEMENT);
    }
    return code;
  }

  private static <T> T parsed(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String required(String field) {
    var text = text(field);
    if (text.isEmpty()) {
      refuse(field, LineRefusal.REQUIRED);
      return null;
    }
    return text;
  }

  private String text(String field) {
    return Normalizer.normalize(fields.apply(field), Normalizer.Form.NFC).strip();
  }

  private void refuse(String field, LineRefusal refusal) {
    refused.add(new RefusedLine(line, field, refusal));
  }
}
