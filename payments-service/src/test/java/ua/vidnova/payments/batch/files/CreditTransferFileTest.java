package ua.vidnova.payments.batch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import ua.vidnova.payments.batch.PaymentLine;

class CreditTransferFileTest {

  @Test
  void is_what_the_schema_of_iso_20022_allows() throws Exception {
    Pain001.validate(
        written(
            Lines.of(1, "Вигаданенко", "Ганна", "Прикладівна"),
            Lines.of(2, "Лук’яненко", "Іван", null)));
  }

  @Test
  void the_schema_would_refuse_a_broken_file() {
    var broken = written(Lines.of(1, "Вигаданенко", "Ганна", null)).replace("NbOfTxs", "NbOfTx");

    assertThatThrownBy(() -> Pain001.validate(broken)).isInstanceOf(SAXException.class);
  }

  @Test
  void says_who_pays_whom_how_much_and_for_what() {
    var xml = written(Lines.of(1, "Вигаданенко", "Ганна", "Прикладівна"));

    assertThat(Pain001.text(xml, "//GrpHdr/MsgId")).isEqualTo("019aa7d09800729893a9cb8e4a1b7c05");
    assertThat(Pain001.text(xml, "//GrpHdr/NbOfTxs")).isEqualTo("1");
    assertThat(Pain001.text(xml, "//GrpHdr/CtrlSum")).isEqualTo("3460.25");
    assertThat(Pain001.text(xml, "//PmtInf/CtrlSum")).isEqualTo("3460.25");
    assertThat(Pain001.text(xml, "//ReqdExctnDt/Dt")).isEqualTo("2026-11-16");
    assertThat(Pain001.text(xml, "//Dbtr/Id/OrgId/Othr/Id")).isEqualTo("00035323");
    assertThat(Pain001.text(xml, "//DbtrAgt//MmbId")).isEqualTo("300465");
    assertThat(Pain001.text(xml, "//PmtId/EndToEndId"))
        .isEqualTo("019aa7d0890070768187ac6c2e8f5a04");
    assertThat(Pain001.text(xml, "//InstdAmt")).isEqualTo("3460.25");
    assertThat(Pain001.text(xml, "//InstdAmt/@Ccy")).isEqualTo("UAH");
    assertThat(Pain001.text(xml, "//Cdtr/Nm")).isEqualTo("Вигаданенко Ганна Прикладівна");
    assertThat(Pain001.text(xml, "//Cdtr/Id/PrvtId/Othr/Id")).isEqualTo("1873412342");
    assertThat(Pain001.text(xml, "//CdtrAcct/Id/IBAN")).isEqualTo("UA283004650000026200000000000");
    assertThat(Pain001.text(xml, "//CdtrAgt//MmbId")).isEqualTo("300465");
    assertThat(Pain001.text(xml, "//RmtInf/Ustrd")).isEqualTo("Пенсія за 2026-11");
    assertThat(Pain001.text(xml, "//Purp/Cd")).isEqualTo("PENS");
  }

  @Test
  void says_of_aid_which_it_is_however_long_its_name() throws Exception {
    var aid = written(Lines.of("Допомога на поховання пенсіонера", "SSBE"));
    var longest = written(Lines.of("Допомога ".repeat(30), "SSBE"));

    assertThat(Pain001.text(aid, "//RmtInf/Ustrd"))
        .isEqualTo("Допомога на поховання пенсіонера за 2026-11");
    assertThat(Pain001.text(aid, "//Purp/Cd")).isEqualTo("SSBE");
    Pain001.validate(longest);
    assertThat(Pain001.text(longest, "//RmtInf/Ustrd")).hasSize(140).endsWith(" за 2026-11");
  }

  @Test
  void tells_the_payers_account_once_an_operator_has_loaded_it() throws Exception {
    var line = Lines.of(1, "Вигаданенко", "Ганна", null);
    var unknown = Lines.written(CreditTransferFile::open, Optional.empty(), line);
    var known =
        Lines.written(CreditTransferFile::open, Optional.of("UA213223130000026007233566001"), line);

    Pain001.validate(unknown);
    Pain001.validate(known);
    assertThat(Pain001.text(unknown, "//DbtrAcct/Id/Othr/Id")).isEqualTo("NOTPROVIDED");
    assertThat(Pain001.text(known, "//DbtrAcct/Id/IBAN"))
        .isEqualTo("UA213223130000026007233566001");
  }

  @Test
  void a_hostile_name_stays_text() throws Exception {
    var xml =
        written(Lines.of(1, "</Nm><Amt>1</Amt>&evil;", "x".repeat(200), "]]>\u0000\u0007\uFFFE"));

    Pain001.validate(xml);
    assertThat(Pain001.text(xml, "//Cdtr/Nm")).hasSize(140).startsWith("</Nm><Amt>1</Amt>&evil;");
  }

  @Test
  void a_name_is_cut_between_characters_never_within_one() throws Exception {
    var xml = written(Lines.of(1, "А" + "𝒜".repeat(150), "Б", null));

    Pain001.validate(xml);
    assertThat(Pain001.text(xml, "//Cdtr/Nm")).isEqualTo("А" + "𝒜".repeat(69));
  }

  @Test
  void many_transfers_are_written_one_by_one() throws Exception {
    var lines =
        IntStream.rangeClosed(1, 5000)
            .mapToObj(line -> Lines.of(line, "Вигаданенко", "Ганна", null))
            .toArray(PaymentLine[]::new);
    var xml = written(lines);

    Pain001.validate(xml);
    assertThat(Pain001.text(xml, "count(//CdtTrfTxInf)")).isEqualTo("5000");
    assertThat(Pain001.text(xml, "//GrpHdr/CtrlSum")).isEqualTo("17301250.00");
  }

  private static String written(PaymentLine... lines) {
    return Lines.written(CreditTransferFile::open, Optional.empty(), lines);
  }
}
