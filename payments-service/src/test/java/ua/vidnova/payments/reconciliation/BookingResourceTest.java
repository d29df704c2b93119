package ua.vidnova.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.report.BankMessages;
import ua.vidnova.payments.report.Reporting;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** What two people settle enters the books, and the books hold together after each way there. */
@QuarkusTest
@WithPlatform
class BookingResourceTest {

  private static final String AMOUNT = "3460.25";
  private static final int AMOUNT_MINOR = 346_025;

  @Inject Books books;

  private final Person person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
  private Books.Entry entry;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    entry = Reporting.withTheBank(books, person);
  }

  @AfterEach
  void the_books_hold_together() {
    var proof = Payments.get(Payments.auditor(), "ledger/verification");
    assertThat(proof.jsonPath().getBoolean("intact")).as(proof.asString()).isTrue();
  }

  @Test
  void returned_money_is_owed_again_and_goes_out_with_the_next_run() {
    paid();
    returned("AC04");
    settle("RETURNED");

    assertThat(stateOf(entry)).isEqualTo("RETURNED");
    assertThat(books.unitsOf(person.residentId())).containsValue("OUTSTANDING");
    assertThat(entriesOf()).endsWith("SETTLED", "RETURNED", "CAME_BACK");
    balance(AMOUNT_MINOR);
    var event =
        KafkaProbe.await(
            "payments.instructions",
            "ua.vidnova.payments.InstructionCorrected.v1",
            data -> data.path("instructionId").asText().equals(entry.instructionId()));
    assertThat(event.data().path("outcome").asText()).isEqualTo("RETURNED");
    assertThat(event.data().path("formerOutcome").asText()).isEqualTo("PAID");

    Payments.run(Payments.thisMonth());
    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::state)
        .containsExactly("RETURNED", "ISSUED");
    balance(0);
  }

  @Test
  void the_fund_sees_what_was_returned_among_what_was_not_paid() {
    paid();
    returned("AC04");
    settle("RETURNED");

    var fund =
        TestTokens.partner(
            "pension-fund", "00035323", "payments.awards:write", "payments.decisions:read");
    assertThat(
            Payments.get(fund, "unpaid-units?limit=200&period=" + Payments.thisMonth())
                .jsonPath()
                .<String>getList("items.findAll { it.rnokpp == '" + person.rnokpp() + "' }.cause"))
        .containsExactly("RETURNED");
  }

  @Test
  void what_was_said_before_a_correction_is_no_difference_any_more() {
    paid();
    returned("AC04");
    settle("RETURNED");

    paid().then().body("unchanged", equalTo(1));
    returned("AC04").then().body("unchanged", equalTo(1));
    assertThat(difference("PAID")).isNull();
  }

  @Test
  void what_was_paid_although_it_was_said_to_have_come_back_is_owed_no_more() {
    returned("AC01");
    balance(AMOUNT_MINOR);
    paid();
    settle("PAID");

    assertThat(stateOf(entry)).isEqualTo("PAID");
    assertThat(books.unitsOf(person.residentId())).containsValue("PAID");
    assertThat(entriesOf()).endsWith("CAME_BACK", "ISSUED", "SETTLED");
    balance(0);
    Payments.run(Payments.thisMonth());
    assertThat(books.instructionsOf(person.residentId())).hasSize(1);
    returned("AC01").then().body("unchanged", equalTo(1));
  }

  @Test
  void what_was_paid_after_all_can_still_be_returned() {
    report("NOT_COLLECTED");
    paid();
    settle("PAID");
    returned("AC04");
    settle("RETURNED");

    assertThat(stateOf(entry)).isEqualTo("RETURNED");
    balance(AMOUNT_MINOR);
  }

  @Test
  void a_settlement_without_a_booking_leaves_the_books_as_they_are() {
    paid();
    returned("AC04");
    settle("NONE");

    assertThat(stateOf(entry)).isEqualTo("PAID");
    balance(0);
  }

  @Test
  void what_is_returned_after_a_death_is_owed_to_the_heirs() {
    paid();
    die();
    returned("AC07");
    settle("RETURNED");

    assertThat(books.unitsOf(person.residentId())).containsValue("UNPAID_ON_DEATH");
    balance(0);
  }

  @Test
  void what_was_paid_after_all_is_not_the_heirs() {
    returned("AC01");
    die();
    assertThat(books.unitsOf(person.residentId())).containsValue("UNPAID_ON_DEATH");
    paid();
    settle("PAID");

    assertThat(books.unitsOf(person.residentId())).containsValue("PAID");
    balance(0);
  }

  @Test
  void refuses_what_the_partner_did_not_tell() {
    returned("AC01");
    paid();

    refused(propose(difference("PAID"), "RETURNED"), "booking-does-not-fit");
    propose(difference("PAID"), "LOST").then().statusCode(400);
  }

  @Test
  void refuses_to_say_paid_of_what_was_sent_again() {
    returned("AC01");
    Payments.run(Payments.thisMonth());
    var again = books.instructionsOf(person.residentId()).getLast();
    Payments.get(Payments.oschadbank(), "batches/" + again.batchId() + "/file")
        .then()
        .statusCode(200);
    paid();

    refused(proposedAndApproved("PAID", "PAID"), "sent-again");
    assertThat(stateOf(entry)).isEqualTo("REJECTED");
  }

  @Test
  void refuses_what_another_settlement_has_overtaken() {
    paid();
    returned("AC04");
    report("NOT_COLLECTED");
    settle("RETURNED");

    refused(proposedAndApproved("NOT_COLLECTED", "RETURNED"), "booking-overtaken");
  }

  @Test
  void refuses_to_say_paid_of_what_was_passed_to_heirs() throws SQLException {
    returned("AC01");
    paid();
    books.execute(
        "update payable_unit set state = 'PASSED_TO_HEIRS' where id ="
            + " (select unit_id from instruction where id = ?)",
        UUID.fromString(entry.instructionId()));

    refused(proposedAndApproved("PAID", "PAID"), "passed-to-heirs");
  }

  @Test
  void nothing_but_a_settled_difference_corrects_the_books() {
    paid();
    returned("AC04");
    var instruction = UUID.fromString(entry.instructionId());

    assertThatThrownBy(
            () ->
                books.execute(
                    "update instruction set state = 'RETURNED' where id = ?", instruction))
        .hasMessageContaining("settled for ever");
    assertThatThrownBy(
            () ->
                books.execute(
                    "update payable_unit set state = 'OUTSTANDING' where id ="
                        + " (select unit_id from instruction where id = ?)",
                    instruction))
        .hasMessageContaining("for ever");
    assertThatThrownBy(
            () ->
                books.execute(
                    "insert into instruction_correction select i.id, i.state, i.occurred_on, null,"
                        + " 'RETURNED', d.told_on, d.id, now() from instruction i"
                        + " join report_difference d on d.instruction_id = i.id where i.id = ?",
                    instruction))
        .hasMessageContaining("what two people settled");
  }

  private Response paid() {
    return Reporting.bankReports(
        BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());
  }

  private Response returned(String reason) {
    return Reporting.bankReports(
        BankMessages.notice().returned(entry.instructionId(), AMOUNT, reason).xml());
  }

  private void report(String outcome) {
    Payments.report(
            Payments.oschadbank(),
            entry.batchId(),
            List.of(Payments.outcome(entry.instructionId(), outcome)))
        .then()
        .statusCode(200);
  }

  private void die() {
    Told.died(person.residentId(), Payments.today());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(person), "STOPPED"::equals);
  }

  /** Settles the difference that was opened last. */
  private void settle(String booking) {
    var told = booking.equals("PAID") ? "PAID" : "REJECTED";
    proposedAndApproved(told, booking)
        .then()
        .statusCode(200)
        .body("state", equalTo("SETTLED"))
        .body("booking", equalTo(booking));
  }

  private Response proposedAndApproved(String told, String booking) {
    var id = difference(told);
    propose(id, booking).then().statusCode(200).body("booking", equalTo(booking));
    return Payments.post(Payments.approver(), "reconciliation/differences/" + id + "/approval");
  }

  private static Response propose(String id, String booking) {
    return Payments.post(
        Payments.officer(),
        "reconciliation/differences/" + id + "/proposal",
        Map.of("note", "Лист банку від 24.11.2026.", "booking", booking));
  }

  private static void refused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }

  /** The open difference about what was told; null when there is none. */
  private String difference(String told) {
    return books
        .rows(
            "select id from report_difference where instruction_id = ? and told_outcome = ?"
                + " and settled_at is null and lapsed_at is null",
            UUID.fromString(entry.instructionId()),
            told)
        .stream()
        .map(row -> row.get("id"))
        .findFirst()
        .orElse(null);
  }

  private String stateOf(Books.Entry one) {
    return books
        .rows("select state from instruction where id = ?", UUID.fromString(one.instructionId()))
        .getFirst()
        .get("state");
  }

  /** Kinds of the entries about the instruction, in order. */
  private List<String> entriesOf() {
    return books
        .rows(
            "select kind from ledger_entry where instruction_id = ? order by id",
            UUID.fromString(entry.instructionId()))
        .stream()
        .map(row -> row.get("kind"))
        .toList();
  }

  private void balance(int minor) {
    var award =
        books.rows("select id from award where rnokpp = ?", person.rnokpp()).getFirst().get("id");
    Payments.get(Payments.officer(), "ledger/accounts/" + award)
        .then()
        .body("balanceMinor", equalTo(minor));
  }
}
