package ua.vidnova.payments.batch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.payments.batch.PaymentLine;

class DeliveryListFileTest {

  @Test
  void tells_the_post_whom_to_pay_where_and_when() throws IOException {
    var record = only(Lines.of(1, "Вигаданенко", "Ганна", "Прикладівна"));

    assertThat(record.toMap())
        .containsEntry("line", "1")
        .containsEntry("instructionId", Lines.INSTRUCTION.toString())
        .containsEntry("familyName", "Вигаданенко")
        .containsEntry("givenName", "Ганна")
        .containsEntry("patronymic", "Прикладівна")
        .containsEntry("rnokpp", "1873412342")
        .containsEntry("phone", "380500000001")
        .containsEntry("settlement", "UA44020010010037242")
        .containsEntry("settlementName", "Алчевськ")
        .containsEntry("month", "2026-11")
        .containsEntry("amount", "3460.25")
        .containsEntry("currency", "UAH")
        .containsEntry("payFrom", "2026-11-16")
        .containsEntry("payTo", "2026-11-25")
        .containsEntry("officeIndex", "93500")
        .containsEntry("officeName", "Відділення № 1")
        .containsEntry("programme", "Пенсія")
        .hasSize(17);
  }

  @Test
  void is_rfc_4180_without_byte_order_mark() {
    var text = written(Lines.of(1, "Вигаданенко", "Ганна", null));

    assertThat(text).startsWith("\"line\",").endsWith("\r\n");
    assertThat(text.split("\r\n")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(\"http://evil\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void a_name_that_a_spreadsheet_would_run_is_kept_from_running(String name) throws IOException {
    assertThat(only(Lines.of(1, name, "Ганна", null)).get("familyName")).startsWith("'");
  }

  @Test
  void quotes_commas_and_line_breaks_in_names_break_nothing() throws IOException {
    var record = only(Lines.of(1, "А\"Б,В\r\nГ;", "Ганна", null));

    assertThat(record.get("familyName")).isEqualTo("А\"Б,В Г;");
    assertThat(record.get("givenName")).isEqualTo("Ганна");
  }

  private static CSVRecord only(PaymentLine line) throws IOException {
    var records = parsed(written(line));
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static List<CSVRecord> parsed(String text) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(text))) {
      return parser.getRecords();
    }
  }

  private static String written(PaymentLine... lines) {
    return Lines.written(DeliveryListFile::open, Optional.empty(), lines);
  }
}
