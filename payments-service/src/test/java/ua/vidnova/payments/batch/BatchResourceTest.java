package ua.vidnova.payments.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.batch.files.Pain001;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class BatchResourceTest {

  private static final String REPORTED = "ua.vidnova.payments.InstructionReported.v1";
  private static final String IBAN = "UA213223130000026007233566001";

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void the_post_takes_a_delivery_list() {
    var entry = issued(Person.anyone()).getFirst();

    var file = file(Payments.ukrposhta(), entry);

    assertThat(file)
        .startsWith("\"line\",\"instructionId\",\"familyName\"")
        .contains("\"" + entry.instructionId() + "\"")
        .contains("\"3460.25\",\"UAH\"");
  }

  @Test
  void the_bank_takes_a_credit_transfer_that_the_schema_allows() throws Exception {
    var person = Person.anyone();
    Payments.resumedByBank(person, IBAN);
    Payments.run(Payments.thisMonth());
    var entry = books.instructionsOf(person.residentId()).getFirst();

    var file = file(Payments.oschadbank(), entry);

    Pain001.validate(file);
    var transfer =
        "//CdtTrfTxInf[PmtId/EndToEndId='" + entry.instructionId().replace("-", "") + "']";
    assertThat(Pain001.text(file, transfer + "/CdtrAcct/Id/IBAN")).isEqualTo(IBAN);
    assertThat(Pain001.text(file, transfer + "/Cdtr/Id/PrvtId/Othr/Id")).isEqualTo(person.rnokpp());
    assertThat(Pain001.text(file, transfer + "/Amt/InstdAmt")).isEqualTo("3460.25");
    assertThat(Pain001.text(file, "//GrpHdr/NbOfTxs"))
        .isEqualTo(Pain001.text(file, "count(//CdtTrfTxInf)"));
    assertThat(Double.parseDouble(Pain001.text(file, "sum(//InstdAmt)")))
        .isEqualTo(Double.parseDouble(Pain001.text(file, "//GrpHdr/CtrlSum")));
  }

  @Test
  void the_first_download_hands_the_batch_over_and_the_bytes_stay_the_same() throws Exception {
    var person = Person.anyone();
    var entry = issued(person).getFirst();
    show(entry).then().body("state", equalTo("READY")).body("fileSha256", nullValue());

    var first = file(Payments.ukrposhta(), entry);
    Told.identified(person, identity -> identity.put("phone", "+380509999999"));
    Awaitility.await()
        .until(
            () ->
                books.count(
                        "select count(*) as count from resident"
                            + " where id = ? and phone = '+380509999999'",
                        person.residentId())
                    == 1);
    var second = file(Payments.ukrposhta(), entry);

    assertThat(second).isEqualTo(first);
    var sha256 =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(first.getBytes(StandardCharsets.UTF_8)));
    show(entry)
        .then()
        .body("state", equalTo("HANDED_OVER"))
        .body("handedOverAt", notNullValue())
        .body("fileSha256", equalTo(sha256))
        .body("instructionsByState.ISSUED", notNullValue());
    given()
        .auth()
        .oauth2(Payments.ukrposhta())
        .header("If-None-Match", "\"" + sha256 + "\"")
        .get(Payments.BASE + "batches/" + entry.batchId() + "/file")
        .then()
        .statusCode(304);
  }

  @Test
  void two_downloads_at_once_get_the_same_bytes() throws Exception {
    var entry = issued(Person.anyone()).getFirst();
    Callable<String> download = () -> file(Payments.ukrposhta(), entry);

    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = threads.invokeAll(Collections.nCopies(4, download));
      var first = answers.getFirst().get();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(first).isNotEmpty();
      }
    }
  }

  @Test
  void says_what_it_sends() {
    var entry = issued(Person.anyone()).getFirst();

    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file")
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;charset=UTF-8;header=present"))
        .header(
            "Content-Disposition",
            equalTo("attachment; filename=\"batch-" + entry.batchId() + ".csv\""))
        .header("Content-Length", notNullValue())
        .header("ETag", notNullValue())
        .header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void what_was_paid_is_settled() {
    var person = Person.anyone();
    var entry = handedOver(person).getFirst();

    report(entry, "PAID").then().body("accepted", equalTo(1)).body("refused", equalTo(0));

    assertThat(books.unitsOf(person.residentId())).containsEntry(entry.month(), "PAID");
    assertThat(books.instructionsOf(person.residentId()))
        .filteredOn(one -> one.instructionId().equals(entry.instructionId()))
        .extracting(Books.Entry::state)
        .containsExactly("PAID");
    KafkaProbe.await("payments.instructions", REPORTED, data -> isAbout(data, entry));
  }

  @Test
  void the_same_report_again_changes_nothing() {
    var entry = handedOver(Person.anyone()).getFirst();
    report(entry, "PAID");

    report(entry, "PAID")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(0))
        .body("unchanged", equalTo(1))
        .body("refused", equalTo(0));
  }

  @Test
  void a_line_that_contradicts_an_earlier_one_is_refused_and_the_earlier_stands() {
    var person = Person.anyone();
    var entry = handedOver(person).getFirst();
    report(entry, "PAID");

    report(entry, "NOT_COLLECTED")
        .then()
        .statusCode(200)
        .body("refused", equalTo(1))
        .body("refusedLines[0].index", equalTo(0))
        .body("refusedLines[0].instructionId", equalTo(entry.instructionId()))
        .body("refusedLines[0].code", equalTo("outcome-differs"));

    assertThat(books.unitsOf(person.residentId())).containsEntry(entry.month(), "PAID");
  }

  @Test
  void contradictions_within_one_report_leave_the_first_word() {
    var entry = handedOver(Person.anyone()).getFirst();

    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            List.of(
                Payments.outcome(entry.instructionId(), "PAID"),
                Payments.outcome(entry.instructionId(), "PAID"),
                Payments.outcome(entry.instructionId(), "REJECTED")))
        .then()
        .body("accepted", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("refusedLines.code", equalTo(List.of("outcome-differs")));
  }

  @Test
  void bad_lines_stop_no_good_one() {
    var entry = handedOver(Person.anyone()).getFirst();
    var bank = Person.anyone();
    Payments.resumedByBank(bank, IBAN);
    Payments.run(Payments.thisMonth());
    var others = books.instructionsOf(bank.residentId()).getFirst();

    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            List.of(
                Payments.outcome(UUID.randomUUID().toString(), "PAID"),
                Payments.outcome(others.instructionId(), "PAID"),
                Map.of(
                    "instructionId", entry.instructionId(),
                    "outcome", "PAID",
                    "occurredOn", Payments.today().plusDays(1).toString()),
                Map.of(
                    "instructionId", entry.instructionId(),
                    "outcome", "PAID",
                    "occurredOn", Payments.today().minusDays(1).toString()),
                Map.of(
                    "instructionId",
                    entry.instructionId(),
                    "outcome",
                    "PAID",
                    "occurredOn",
                    Payments.today().toString(),
                    "amountMinor",
                    346_026),
                Map.of(
                    "instructionId",
                    entry.instructionId(),
                    "outcome",
                    "PAID",
                    "occurredOn",
                    Payments.today().toString(),
                    "amountMinor",
                    346_025)))
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body(
            "refusedLines.code",
            equalTo(
                List.of(
                    "unknown-instruction",
                    "unknown-instruction",
                    "in-the-future",
                    "before-hand-over",
                    "amount-differs")))
        .body("refusedLines.index", equalTo(List.of(0, 1, 2, 3, 4)));

    assertThat(books.instructionsOf(bank.residentId()))
        .extracting(Books.Entry::state)
        .containsOnly("ISSUED");
  }

  @Test
  void what_was_rejected_is_sent_anew_by_a_later_run() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    var entry = handedOver(person).getFirst();
    report(entry, "REJECTED");

    Payments.run(Payments.thisMonth());

    var attempts = books.instructionsOf(person.residentId());
    assertThat(attempts).extracting(Books.Entry::state).containsExactly("REJECTED", "ISSUED");
    assertThat(attempts.getLast().batchId()).isNotEqualTo(entry.batchId());
    assertThat(books.unitsOf(person.residentId())).containsEntry(entry.month(), "OUTSTANDING");
  }

  @Test
  void what_was_not_collected_is_on_the_next_months_list() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    var entry = handedOver(person).getFirst();
    report(entry, "NOT_COLLECTED");

    Payments.run(Payments.thisMonth());
    assertThat(books.instructionsOf(person.residentId())).hasSize(1);

    Payments.run(Payments.thisMonth().plusMonths(1));
    assertThat(books.instructionsOf(person.residentId()))
        .filteredOn(one -> one.month().equals(entry.month()))
        .extracting(Books.Entry::state)
        .containsExactly("NOT_COLLECTED", "ISSUED");
  }

  @Test
  void nothing_is_reported_on_a_batch_that_was_not_taken() {
    var entry = issued(Person.anyone()).getFirst();

    report(entry, "PAID").then().statusCode(409).body("code", equalTo("not-handed-over"));

    assertThat(
            books.count(
                "select count(*) as count from instruction where id = ? and state = 'ISSUED'",
                UUID.fromString(entry.instructionId())))
        .isEqualTo(1);
  }

  @Test
  void the_same_report_many_times_at_once_is_taken_once() throws Exception {
    var entry = handedOver(Person.anyone()).getFirst();
    Callable<Integer> report = () -> report(entry, "PAID").jsonPath().getInt("accepted");

    try (var threads = Executors.newFixedThreadPool(4)) {
      var accepted = 0;
      for (var answer : threads.invokeAll(Collections.nCopies(4, report))) {
        accepted += answer.get();
      }
      assertThat(accepted).isEqualTo(1);
    }
    KafkaProbe.await("payments.instructions", REPORTED, data -> isAbout(data, entry));
    assertThat(KafkaProbe.all("payments.instructions"))
        .filteredOn(one -> one.type().equals(REPORTED) && isAbout(one.data(), entry))
        .hasSize(1);
  }

  @Test
  void refuses_a_report_it_cannot_read() {
    var entry = handedOver(Person.anyone()).getFirst();
    var path = "batches/" + entry.batchId() + "/reports";

    Payments.post(Payments.ukrposhta(), path, "{\"outcomes\":")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
    Payments.post(
            Payments.ukrposhta(),
            path,
            Map.of(
                "outcomes",
                List.of(
                    Map.of(
                        "instructionId",
                        entry.instructionId(),
                        "outcome",
                        "STOLEN",
                        "occurredOn",
                        Payments.today().toString()))))
        .then()
        .statusCode(400)
        .body("code", equalTo("wrong-type"))
        .body("errors[0].field", equalTo("outcomes[0].outcome"));
    Payments.post(Payments.ukrposhta(), path, Map.of("outcomes", List.of(), "total", 1))
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown-field"));
    Payments.post(Payments.ukrposhta(), path, Map.of("outcomes", List.of()))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("outcomes"));
    Payments.report(Payments.ukrposhta(), entry.batchId(), List.of(Map.of("outcome", "PAID")))
        .then()
        .statusCode(422)
        .body(
            "errors.field.sort()",
            equalTo(List.of("outcomes[0].instructionId", "outcomes[0].occurredOn")));
    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            List.of(
                Map.of(
                    "instructionId",
                    entry.instructionId(),
                    "outcome",
                    "REJECTED",
                    "occurredOn",
                    Payments.today().toString(),
                    "reason",
                    "пані Ганни не було вдома")))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("outcomes[0].reason"));
  }

  @Test
  void refuses_more_lines_than_it_takes_at_once() {
    var entry = handedOver(Person.anyone()).getFirst();

    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            Collections.nCopies(5001, Payments.outcome(entry.instructionId(), "PAID")))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("outcomes"));
  }

  @Test
  void lists_newest_first_page_by_page_and_by_state() {
    handedOver(Person.anyone());
    issued(Person.anyone());

    var first = Payments.get(Payments.ukrposhta(), "batches?limit=1").jsonPath();
    assertThat(first.getString("next")).isNotNull();
    Payments.get(Payments.ukrposhta(), "batches?limit=1&after=" + first.getString("next"))
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    Payments.get(Payments.ukrposhta(), "batches?state=HANDED_OVER")
        .then()
        .body("items.state", everyItem(equalTo("HANDED_OVER")))
        .body("items.partner", hasItem(Payments.UKRPOSHTA));
    Payments.get(Payments.ukrposhta(), "batches?state=LOST").then().statusCode(400);
  }

  @Test
  void taking_a_file_leaves_a_trace_for_each_person_in_it() {
    var person = Person.anyone();
    handedOver(person);

    Payments.get(Payments.auditor(), "audit?residentId=" + person.residentId())
        .then()
        .body("items.objectType", hasItem("batch-file"));
  }

  private List<Books.Entry> issued(Person person) {
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    return books.instructionsOf(person.residentId());
  }

  private List<Books.Entry> handedOver(Person person) {
    var entries = issued(person);
    entries.stream()
        .map(Books.Entry::batchId)
        .distinct()
        .forEach(
            batch ->
                Payments.get(Payments.ukrposhta(), "batches/" + batch + "/file")
                    .then()
                    .statusCode(200));
    return entries;
  }

  private static boolean isAbout(JsonNode data, Books.Entry entry) {
    return data.path("instructionId").asText().equals(entry.instructionId());
  }

  private static Response show(Books.Entry entry) {
    return Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId());
  }

  private static String file(String token, Books.Entry entry) {
    var answer = Payments.get(token, "batches/" + entry.batchId() + "/file");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.asByteArray(), StandardCharsets.UTF_8);
  }

  private static Response report(Books.Entry entry, String outcome) {
    return Payments.report(
        Payments.ukrposhta(),
        entry.batchId(),
        List.of(Payments.outcome(entry.instructionId(), outcome)));
  }
}
