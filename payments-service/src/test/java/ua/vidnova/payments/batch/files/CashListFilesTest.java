package ua.vidnova.payments.batch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CashListFilesTest {

  @Test
  void a_till_learns_no_name_and_no_whole_number() {
    var line = Lines.of(1, "Вигаданенко", "Ганна", "Прикладівна");

    var text = Lines.written(VoucherListFile::open, Optional.empty(), line);

    assertThat(text)
        .startsWith(
            "\"line\",\"voucherId\",\"rnokppLast4\",\"amount\",\"currency\",\"validFrom\",\"validTo\","
                + "\"codeSha256\",\"programme\"\r\n")
        .contains("\"" + line.instructionId() + "\",\"" + line.rnokpp().substring(6) + "\"")
        .contains(
            "\"UAH\",\"2026-11-16\",\"2026-11-25\",\"" + Lines.VOUCHER_SHA256 + "\",\"Пенсія\"")
        .doesNotContain("Вигаданенко", line.rnokpp());
  }

  @Test
  void an_official_has_names_and_room_for_receipts() {
    var line = Lines.of(1, "=Вигаданенко", "Ганна", null);

    var text = Lines.written(CollectionListFile::open, Optional.empty(), line);

    assertThat(text)
        .contains("\"'=Вигаданенко\",\"Ганна\",\"\",\"" + line.rnokpp().substring(6) + "\"")
        .endsWith("\"2026-11-16\",\"2026-11-25\",\"\"\r\n")
        .doesNotContain(line.rnokpp());
  }
}
