package ua.vidnova.payments.batch.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.batch.BatchFile;
import ua.vidnova.payments.batch.BatchFile.Heading;
import ua.vidnova.payments.batch.PaymentLine;

/** Invented people on invented lines. */
final class Lines {

  static final UUID BATCH = UUID.fromString("019aa7d0-9800-7298-93a9-cb8e4a1b7c05");
  static final UUID INSTRUCTION = UUID.fromString("019aa7d0-8900-7076-8187-ac6c2e8f5a04");

  static final String VOUCHER_SHA256 =
      "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";

  private Lines() {}

  static PaymentLine of(int line, String familyName, String givenName, String patronymic) {
    return of(line, familyName, givenName, patronymic, "Пенсія", "PENS");
  }

  static PaymentLine of(String programme, String purpose) {
    return of(1, "Вигаданенко", "Ганна", null, programme, purpose);
  }

  private static PaymentLine of(
      int line,
      String familyName,
      String givenName,
      String patronymic,
      String programme,
      String purpose) {
    return new PaymentLine(
        line,
        INSTRUCTION,
        familyName,
        givenName,
        patronymic,
        "1873412342",
        "+380500000001",
        "UA44020010010037242",
        programme,
        purpose,
        YearMonth.of(2026, 11),
        346_025,
        "UA283004650000026200000000000",
        VOUCHER_SHA256);
  }

  static String written(BatchFile.Opening opening, Optional<String> account, PaymentLine... lines) {
    var heading =
        new Heading(
            BATCH,
            new BatchFile.Payer("00035323", "Пенсійний фонд України", "300465", account, ""),
            YearMonth.of(2026, 11),
            lines.length,
            346_025L * lines.length,
            Instant.parse("2026-11-16T10:15:30.123456Z"),
            LocalDate.of(2026, 11, 16),
            LocalDate.of(2026, 11, 25),
            Optional.of(new BatchFile.Office("93500", "Відділення № 1")));
    var out = new ByteArrayOutputStream();
    try {
      var file = opening.open(heading, out);
      for (var line : lines) {
        file.write(line);
      }
      file.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
