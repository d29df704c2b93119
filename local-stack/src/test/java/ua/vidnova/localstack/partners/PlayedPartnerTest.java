package ua.vidnova.localstack.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;
import ua.vidnova.localstack.demo.AwardLine;
import ua.vidnova.localstack.demo.InventedPeople;

class PlayedPartnerTest {

  private static final String BATCH = "019aa7d0-9800-7298-93a9-cb8e4a1b7c05";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void the_bank_answers_every_transfer_with_messages_that_the_schemas_allow() throws Exception {
    List<PartnerMessage> messages = bank(7).answer(BATCH, transfers(200), Fault.NONE);

    validate(messages.get(0), "pain.002.001.10");
    validate(messages.get(1), "camt.054.001.08");
    assertThat(count(messages.get(0), "<TxSts>")).isEqualTo(200);
    assertThat(messages.get(0).text()).contains("RJCT", "ACSP");
    assertThat(messages.get(1).text()).contains("DBIT", "<RtrInf>");
    assertThat(count(messages.get(0), "RJCT") + count(messages.get(1), "<Ntry>")).isEqualTo(200);
  }

  @Test
  void the_post_returns_every_line_once() {
    List<PartnerMessage> lists = post(7).answer(BATCH, deliveryList(300), Fault.NONE);

    assertThat(lists).hasSize(2);
    String all = lists.get(0).text() + lists.get(1).text();
    assertThat(all).contains(",PAID,", ",UNPAID,", ",REFUSED,", ",MOVED,");
    assertThat(all.lines().filter(line -> !line.startsWith("instructionId"))).hasSize(300);
    assertThat(all.lines().distinct()).hasSize(301);
  }

  @Test
  void the_till_hands_out_against_codes_and_tells_what_nobody_came_for() throws Exception {
    List<PartnerMessage> told = till(7).answer(BATCH, vouchers(100), Fault.NONE);

    JsonNode handedOut = JSON.readTree(told.get(0).content()).get("outcomes");
    JsonNode left = JSON.readTree(told.get(1).content()).get("outcomes");
    assertThat(handedOut.findValuesAsText("outcome")).containsOnly("PAID");
    assertThat(left.findValuesAsText("outcome")).containsOnly("UNPAID", "REFUSED");
    assertThat(handedOut.size() + left.size()).isEqualTo(100);
    assertThat(handedOut.get(0).get("amountMinor").asLong()).isEqualTo(10_025);
    assertThat(handedOut.get(0).get("voucherCode").asText()).isEqualTo("code of voucher-0");
    assertThat(left.findValues("voucherCode")).isEmpty();
  }

  @Test
  void what_becomes_of_payments_can_be_decided() {
    PlayedPartner bank =
        bank(3)
            .deciding(
                order ->
                    switch (Integer.parseInt(order.reference(), 16)) {
                      case 1 -> PlayedBank.REJECTED;
                      case 2 -> PlayedBank.RETURNED;
                      case 3 -> PlayedBank.PENDING;
                      default -> PlayedBank.BOOKED;
                    });

    List<PartnerMessage> messages = bank.answer(BATCH, transfers(5), Fault.NONE);

    assertThat(count(messages.get(0), "RJCT")).isEqualTo(1);
    assertThat(count(messages.get(0), "ACSP")).isEqualTo(4);
    assertThat(count(messages.get(1), "CRDT")).isEqualTo(1);
    assertThat(count(messages.get(1), "DBIT")).isEqualTo(2);
  }

  @Test
  void the_fund_brings_its_list_with_every_fault() {
    List<AwardLine> awards = AwardLine.invented(new InventedPeople(new Random(3)), 10);
    List<String> good = texts(PlayedFund.list(awards, Fault.NONE));

    assertThat(good).hasSize(2).allMatch(file -> file.startsWith(AwardLine.HEADER + "\n"));
    assertThat(lines(good)).containsExactlyElementsOf(csv(awards));
    assertThat(texts(PlayedFund.list(awards, Fault.LATE))).containsExactly(good.get(0));
    assertThat(texts(PlayedFund.list(awards, Fault.REORDERED)))
        .containsExactly(good.get(1), good.get(0));
    assertThat(texts(PlayedFund.list(awards, Fault.DUPLICATE)))
        .containsExactly(good.get(0), good.get(0), good.get(1), good.get(1));
    assertThat(lines(texts(PlayedFund.list(awards, Fault.PARTIAL))))
        .hasSize(5)
        .isSubsetOf(csv(awards));
    assertThat(good.get(1))
        .startsWith(PlayedFund.list(awards, Fault.GARBAGE).getFirst().text().substring(0, 200));
    List<String> twice = lines(texts(PlayedFund.list(awards, Fault.AMOUNT)));
    assertThat(twice).hasSize(11).last().isNotIn(csv(awards));
    assertThat(twice.getLast()).startsWith(awards.getFirst().owner().rnokpp());
  }

  private static List<String> csv(List<AwardLine> awards) {
    return awards.stream().map(AwardLine::csv).toList();
  }

  private static List<String> lines(List<String> files) {
    return files.stream().flatMap(file -> file.lines().skip(1)).toList();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void the_same_seed_makes_the_same_fortunes(Fault fault) {
    assertThat(texts(bank(3).answer(BATCH, transfers(20), fault)))
        .isEqualTo(texts(bank(3).answer(BATCH, transfers(20), fault)));
  }

  @Test
  void faults_are_as_their_names_say() {
    List<String> good = texts(bank(3).answer(BATCH, transfers(20), Fault.NONE));

    assertThat(texts(bank(3).answer(BATCH, transfers(20), Fault.LATE)))
        .isEqualTo(good.subList(0, 1));
    assertThat(texts(bank(3).answer(BATCH, transfers(20), Fault.DUPLICATE)))
        .containsExactly(good.get(0), good.get(0), good.get(1), good.get(1));
    assertThat(texts(bank(3).answer(BATCH, transfers(20), Fault.REORDERED)))
        .containsExactly(good.get(1), good.get(0));
    List<PartnerMessage> garbage = bank(3).answer(BATCH, transfers(20), Fault.GARBAGE);
    assertThat(texts(garbage).subList(1, 3)).isEqualTo(good);
    assertThatThrownBy(() -> validate(garbage.getFirst(), "camt.054.001.08"))
        .isInstanceOf(SAXException.class);
    List<PartnerMessage> partial = bank(3).answer(BATCH, transfers(20), Fault.PARTIAL);
    assertThat(count(partial.getFirst(), "<TxSts>")).isEqualTo(10);
    assertThat(bank(3).answer(BATCH, transfers(20), Fault.AMOUNT).get(1).text()).contains(">0.01<");
  }

  @Test
  void names_lead_to_partners_and_faults() {
    assertThat(PlayedPartner.named("post", new Random(1), TODAY, any -> null).client())
        .isEqualTo("ukrposhta");
    assertThat(Fault.of("reordered")).isEqualTo(Fault.REORDERED);
    assertThatThrownBy(() -> Fault.of("fire")).hasMessageContaining("none, late, duplicate");
    assertThatThrownBy(() -> PlayedPartner.named("baker", new Random(1), TODAY, any -> null))
        .hasMessageContaining("bank, post, till");
  }

  private static PlayedPartner bank(long seed) {
    return new PlayedBank(new Random(seed), TODAY);
  }

  private static PlayedPartner post(long seed) {
    return new PlayedPost(new Random(seed), TODAY);
  }

  private static PlayedPartner till(long seed) {
    return new PlayedTill(new Random(seed), TODAY, voucher -> "code of " + voucher);
  }

  private static List<String> texts(List<PartnerMessage> messages) {
    return messages.stream().map(PartnerMessage::text).toList();
  }

  private static int count(PartnerMessage message, String part) {
    return message.text().split(part, -1).length - 1;
  }

  private static byte[] transfers(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "<T><EndToEndId>%032x</EndToEndId><InstdAmt Ccy=\"UAH\">%d.25</InstdAmt></T>"
                    .formatted(i + 1, 100 + i))
        .collect(Collectors.joining("", "<Document>", "</Document>"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] deliveryList(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"%d\",\"id-%d\",\"Вигаданенко\",\"%d.25\"".formatted(i + 1, i, 100 + i))
        .collect(
            Collectors.joining(
                "\r\n", "\"line\",\"instructionId\",\"familyName\",\"amount\"\r\n", ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] vouchers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"%d\",\"voucher-%d\",\"1234\",\"%d.25\"".formatted(i + 1, i, 100 + i))
        .collect(
            Collectors.joining(
                "\r\n", "\"line\",\"voucherId\",\"rnokppLast4\",\"amount\"\r\n", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void validate(PartnerMessage message, String schema)
      throws SAXException, IOException {
    var validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(
                PlayedPartnerTest.class.getResource("/contracts/iso20022/" + schema + ".xsd"))
            .newValidator();
    validator.setErrorHandler(null);
    validator.validate(new StreamSource(new StringReader(message.text())));
  }
}
