package ua.vidnova.payments.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.payments.law.files.LawFile;

/** The law as tests know it: {@code rules/law-values.csv}, which the database is compared with. */
public final class Law {

  public static final LawBook VALUES = new LawBook(lines().stream().map(Law::value).toList());

  private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);

  public static final TermBook TERMS =
      new TermBook(
          Stream.of(TermCode.values())
              .map(code -> new Term(code, number(code), "act", "article", SINCE, null, "test"))
              .toList());

  private Law() {}

  public static List<LawLine> lines() {
    try (var file = Law.class.getResourceAsStream("/rules/law-values.csv")) {
      return LawFile.read(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static LawValue value(LawLine line) {
    return new LawValue(
        Ids.newId(),
        line.code(),
        line.dimension(),
        line.value(),
        line.act(),
        line.article(),
        line.source(),
        line.validFrom(),
        line.validTo());
  }

  private static Integer number(TermCode code) {
    return switch (code) {
      case ARREARS_LIMIT_MONTHS_PENSIONER -> 36;
      case FIRST_PAYMENT_MONTHS_PENSIONER, FIRST_PAYMENT_MONTHS_AUTHORITY -> 12;
      default -> null;
    };
  }
}
