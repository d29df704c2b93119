package ua.vidnova.payments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static ua.vidnova.payments.report.Reporting.bankReports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class BankReportResourceTest {

  private static final String AMOUNT = "3460.25";

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void accepted_is_not_settled_and_a_booked_debit_is() {
    var entry = Reporting.withTheBank(books, 1).getFirst();

    bankReports(
            BankMessages.statusReport(entry.batchId())
                .transaction(entry.instructionId(), "ACSP", null, AMOUNT)
                .xml())
        .then()
        .statusCode(201)
        .body("format", equalTo("PAIN_002"))
        .body("lines", equalTo(1))
        .body("onTheirWay", equalTo(1))
        .body("accepted", equalTo(0))
        .body("finishedAt", notNullValue());
    assertThat(stateOf(entry)).isEqualTo("ISSUED");

    bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).fee("1.50").xml())
        .then()
        .statusCode(201)
        .body("format", equalTo("CAMT_054"))
        .body("accepted", equalTo(1))
        .body("passedOver", equalTo(1));
    assertThat(stateOf(entry)).isEqualTo("PAID");
    KafkaProbe.await(
        "payments.instructions",
        "ua.vidnova.payments.InstructionReported.v1",
        data -> data.path("instructionId").asText().equals(entry.instructionId()));
  }

  @Test
  void one_transaction_is_rejected_with_its_reason_and_paid_anew() {
    var entries = Reporting.withTheBank(books, 2);

    bankReports(
            BankMessages.statusReport(entries.getFirst().batchId())
                .group("PART", null)
                .transaction(entries.get(0).instructionId(), "ACCC", null, AMOUNT)
                .transaction(entries.get(1).instructionId(), "RJCT", "AC04", AMOUNT)
                .xml())
        .then()
        .statusCode(201)
        .body("accepted", equalTo(2));

    assertThat(stateOf(entries.get(0))).isEqualTo("PAID");
    assertThat(row(entries.get(1)))
        .containsEntry("state", "REJECTED")
        .containsEntry("reason", "AC04");
  }

  @Test
  void a_group_that_is_rejected_is_rejected_whole() {
    var entries = Reporting.withTheBank(books, 3);
    var batch = entries.getFirst().batchId();
    var inBatch = countIn(batch, "ISSUED");

    bankReports(BankMessages.statusReport(batch).group("RJCT", "AM05").xml())
        .then()
        .statusCode(201)
        .body("lines", equalTo((int) inBatch))
        .body("accepted", equalTo((int) inBatch));

    assertThat(countIn(batch, "REJECTED")).isEqualTo(inBatch);
  }

  @Test
  void what_holds_for_the_group_does_not_hold_for_the_one_that_is_named() {
    var entries = Reporting.withTheBank(books, 2);
    var batch = entries.getFirst().batchId();

    bankReports(
            BankMessages.statusReport(batch)
                .group("ACCC", null)
                .transaction(entries.get(1).instructionId(), "RJCT", "AC01")
                .xml())
        .then()
        .statusCode(201)
        .body("refused", equalTo(0));

    assertThat(stateOf(entries.get(0))).isEqualTo("PAID");
    assertThat(stateOf(entries.get(1))).isEqualTo("REJECTED");
  }

  @Test
  void a_late_acceptance_changes_nothing() {
    var entry = Reporting.withTheBank(books, 1).getFirst();
    bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());

    bankReports(
            BankMessages.statusReport(entry.batchId())
                .transaction(entry.instructionId(), "ACCP", null)
                .xml())
        .then()
        .statusCode(201)
        .body("unchanged", equalTo(1));

    assertThat(stateOf(entry)).isEqualTo("PAID");
  }

  @Test
  void a_rejection_after_payment_is_a_difference_and_the_payment_stands() {
    var entry = Reporting.withTheBank(books, 1).getFirst();
    bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());

    bankReports(
            BankMessages.statusReport(entry.batchId())
                .transaction(entry.instructionId(), "RJCT", "AC04")
                .xml())
        .then()
        .statusCode(201)
        .body("refused", equalTo(1))
        .body("refusedLines[0].code", equalTo("outcome-differs"));

    assertThat(stateOf(entry)).isEqualTo("PAID");
    assertThat(differencesOf(entry)).containsExactly("OUTCOME_DIFFERS");
  }

  @Test
  void a_return_comes_back_and_money_said_to_be_paid_after_it_is_not_sent_twice() {
    var entry = Reporting.withTheBank(books, 1).getFirst();
    bankReports(BankMessages.notice().returned(entry.instructionId(), AMOUNT, "AC01").xml())
        .then()
        .body("accepted", equalTo(1));
    assertThat(stateOf(entry)).isEqualTo("REJECTED");

    bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml())
        .then()
        .body("refusedLines[0].code", equalTo("outcome-differs"));

    assertThat(holdOf(entry)).isEqualTo("REPORTS_DISAGREE");
  }

  @Test
  void what_is_said_to_be_paid_is_taken_back_from_the_batch_that_no_partner_has_yet() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    var entry = Reporting.withTheBank(books, person);
    bankReports(BankMessages.notice().returned(entry.instructionId(), AMOUNT, "AC01").xml());
    Payments.run(Payments.thisMonth());
    assertThat(statesOf(person)).containsExactly("REJECTED", "ISSUED");

    bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());

    assertThat(statesOf(person)).containsExactly("REJECTED", "WITHDRAWN");
    var held =
        KafkaProbe.await(
            "payments.instructions",
            "ua.vidnova.payments.InstructionHeld.v1",
            data -> data.get("residentId").asText().equals(person.residentId().toString()));
    assertThat(held.data().get("reason").asText()).isEqualTo("REPORTS_DISAGREE");
  }

  private List<String> statesOf(Person person) {
    return books.instructionsOf(person.residentId()).stream().map(Books.Entry::state).toList();
  }

  @Test
  void an_amount_that_disagrees_is_a_difference_and_the_instruction_stays_open() {
    var entry = Reporting.withTheBank(books, 1).getFirst();

    bankReports(BankMessages.notice().debited(entry.instructionId(), "3460.26").xml())
        .then()
        .statusCode(201)
        .body("refusedLines[0].code", equalTo("amount-differs"));

    assertThat(stateOf(entry)).isEqualTo("ISSUED");
    assertThat(differencesOf(entry)).containsExactly("AMOUNT_DIFFERS");
  }

  @Test
  void the_same_file_again_is_the_same_report() {
    var entry = Reporting.withTheBank(books, 1).getFirst();
    var file = BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml();

    var first = bankReports(file).then().statusCode(201).extract().jsonPath();
    var again = bankReports(file).then().statusCode(200).extract().jsonPath();

    assertThat(again.<Object>get("")).isEqualTo(first.get(""));
    assertThat(
            books.count(
                "select count(*) as count from partner_report where id = ?",
                UUID.fromString(first.getString("id"))))
        .isEqualTo(1);
  }

  @Test
  void the_same_file_many_times_at_once_is_taken_once() throws Exception {
    var entry = Reporting.withTheBank(books, 1).getFirst();
    var file = BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml();
    Callable<String> report = () -> bankReports(file).jsonPath().getString("id");

    try (var threads = Executors.newFixedThreadPool(4)) {
      var ids =
          threads.invokeAll(Collections.nCopies(4, report)).stream().map(each -> each.resultNow());
      assertThat(ids.distinct()).hasSize(1).doesNotContainNull();
    }
    assertThat(stateOf(entry)).isEqualTo("PAID");
  }

  @Test
  void another_file_with_the_same_message_id_is_refused() {
    var entries = Reporting.withTheBank(books, 2);
    var id = BankMessages.anyMessageId();
    bankReports(
            BankMessages.notice()
                .calledAs(id)
                .debited(entries.get(0).instructionId(), AMOUNT)
                .xml())
        .then()
        .statusCode(201);

    bankReports(
            BankMessages.notice()
                .calledAs(id)
                .debited(entries.get(1).instructionId(), AMOUNT)
                .xml())
        .then()
        .statusCode(409)
        .body("code", equalTo("message-id-reused"));

    assertThat(stateOf(entries.get(1))).isEqualTo("ISSUED");
  }

  @Test
  void a_report_on_anothers_batch_tells_nothing() {
    var posts = Reporting.withThePost(books, List.of(month())).getFirst();
    var before = reports();

    var anothers =
        bankReports(BankMessages.statusReport(posts.batchId()).group("RJCT", null).xml());
    var none =
        bankReports(
            BankMessages.statusReport(UUID.randomUUID().toString()).group("RJCT", null).xml());

    anothers.then().statusCode(404).body("code", equalTo("not-found"));
    assertThat(none.asString()).isEqualTo(anothers.asString());
    assertThat(reports()).isEqualTo(before);
    assertThat(stateOf(posts)).isEqualTo("ISSUED");
  }

  @Test
  void anothers_instruction_is_as_unknown_as_none() {
    var posts = Reporting.withThePost(books, List.of(month())).getFirst();

    bankReports(
            BankMessages.notice()
                .debited(posts.instructionId(), AMOUNT)
                .debited(UUID.randomUUID().toString(), AMOUNT)
                .xml())
        .then()
        .statusCode(201)
        .body("refusedLines.code", equalTo(List.of("unknown-instruction", "unknown-instruction")));

    assertThat(stateOf(posts)).isEqualTo("ISSUED");
  }

  @Test
  void a_transaction_of_another_batch_than_the_message_names_is_refused() {
    var first = Reporting.withTheBank(books, 1).getFirst();
    var second = Reporting.withTheBank(books, 1).getFirst();

    bankReports(
            BankMessages.statusReport(first.batchId())
                .transaction(second.instructionId(), "RJCT", "AC04")
                .xml())
        .then()
        .body("refusedLines[0].code", equalTo("unknown-instruction"));

    assertThat(stateOf(second)).isEqualTo("ISSUED");
  }

  @Test
  void nothing_is_reported_on_a_batch_that_was_not_taken() {
    var person = month();
    Payments.resumedByBank(person, Reporting.IBAN);
    Payments.run(Payments.thisMonth());
    var entry = books.instructionsOf(person.residentId()).getFirst();

    bankReports(BankMessages.statusReport(entry.batchId()).group("RJCT", null).xml())
        .then()
        .statusCode(409)
        .body("code", equalTo("not-handed-over"));
  }

  @Test
  void a_deceased_payee_is_a_question_that_holds_the_award() {
    var entry = Reporting.withTheBank(books, 1).getFirst();

    bankReports(
            BankMessages.statusReport(entry.batchId())
                .transaction(entry.instructionId(), "RJCT", "MD07")
                .xml())
        .then()
        .body("accepted", equalTo(1));

    assertThat(holdOf(entry)).isEqualTo("REPORTED_DEAD");
    assertThat(differencesOf(entry)).containsExactly("REPORTED_DEAD");
  }

  @Test
  void refused_lines_come_page_by_page() {
    var notice = BankMessages.notice();
    for (var i = 0; i < 3; i++) {
      notice.debited(UUID.randomUUID().toString(), AMOUNT);
    }
    var id = bankReports(notice.xml()).jsonPath().getString("id");

    var first = page(id, "?limit=2").body("items", hasSize(2)).extract().jsonPath();
    page(id, "?limit=2&after=" + first.getString("next"))
        .body("items.line", equalTo(List.of(3)))
        .body("items[0].code", equalTo("unknown-instruction"));
    Payments.get(Payments.oschadbank(), "reports/" + id + "/refused-lines?after=x")
        .then()
        .statusCode(400);
  }

  private static ValidatableResponse page(String id, String query) {
    return Payments.get(Payments.oschadbank(), "reports/" + id + "/refused-lines" + query)
        .then()
        .statusCode(200);
  }

  private static Person month() {
    return Person.anyone().unpaidSince(Payments.thisMonth().toString());
  }

  private long reports() {
    return books.count("select count(*) as count from partner_report");
  }

  private long countIn(String batchId, String state) {
    return books.count(
        "select count(*) as count from instruction where batch_id = ? and state = ?",
        UUID.fromString(batchId),
        state);
  }

  private Map<String, String> row(Books.Entry entry) {
    return books
        .rows(
            "select state, reason from instruction where id = ?",
            UUID.fromString(entry.instructionId()))
        .getFirst();
  }

  private String stateOf(Books.Entry entry) {
    return row(entry).get("state");
  }

  private String holdOf(Books.Entry entry) {
    return books
        .rows(
            "select a.hold from instruction i join payable_unit u on u.id = i.unit_id"
                + " join award a on a.id = u.award_id where i.id = ?",
            UUID.fromString(entry.instructionId()))
        .getFirst()
        .get("hold");
  }

  private List<String> differencesOf(Books.Entry entry) {
    return books
        .rows(
            "select kind from report_difference where instruction_id = ? order by id",
            UUID.fromString(entry.instructionId()))
        .stream()
        .map(row -> row.get("kind"))
        .toList();
  }
}
