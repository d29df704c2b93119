package ua.vidnova.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.report.BankMessages;
import ua.vidnova.payments.report.Reporting;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class ReconciliationResourceTest {

  private static final String AMOUNT = "3460.25";
  private static final Map<String, String> NOTE =
      Map.of("note", "Банк підтвердив листом: кошти зараховано один раз.");

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void what_has_no_outcome_is_open_and_says_what_is_awaited() {
    var entry = Reporting.withTheBank(books, 1).getFirst();

    assertThat(open(entry))
        .containsEntry("awaited", "ANY_WORD")
        .containsEntry("partner", Payments.OSCHADBANK)
        .containsEntry("ageDays", 0)
        .containsEntry("overdue", false)
        .containsEntry("amountMinor", 346_025)
        .containsKey("expectedBy");

    Reporting.bankReports(
        BankMessages.statusReport(entry.batchId())
            .transaction(entry.instructionId(), "ACSP", null)
            .xml());
    assertThat(open(entry)).containsEntry("awaited", "OUTCOME").containsEntry("lastWord", "ACSP");

    Reporting.bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());
    assertThat(open(entry)).isNull();
  }

  @Test
  void a_list_that_the_post_does_not_return_becomes_overdue() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    var entry = Reporting.withThePost(books, List.of(person)).getFirst();
    assertThat(open(entry)).containsEntry("overdue", false);

    setReportDays(0);
    try {
      var expected = LocalDate.parse((String) open(entry).get("expectedBy"));
      assertThat(expected)
          .isEqualTo(
              Payments.today().getDayOfMonth() > 25
                  ? Payments.today()
                  : Payments.thisMonth().atDay(25));
    } finally {
      setReportDays(3);
    }
  }

  private void setReportDays(int days) {
    try {
      books.execute("update partner set report_days = ? where channel = 'POST'", days);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void lists_by_partner_and_age() {
    Reporting.withTheBank(books, 1);

    Payments.get(Payments.officer(), "reconciliation/open?limit=200&partner=" + Payments.OSCHADBANK)
        .then()
        .statusCode(200)
        .body("items.partner", everyItem(equalTo(Payments.OSCHADBANK)));
    Payments.get(Payments.officer(), "reconciliation/open?olderThanDays=1")
        .then()
        .body("items", equalTo(List.of()));
    Payments.get(Payments.officer(), "reconciliation/open?olderThanDays=-1").then().statusCode(400);
    Payments.get(Payments.officer(), "reconciliation/open?overdue=true").then().statusCode(200);
    var next =
        Payments.get(Payments.officer(), "reconciliation/open?limit=1")
            .jsonPath()
            .getString("next");
    if (next != null) {
      Payments.get(Payments.officer(), "reconciliation/open?limit=1&after=" + next)
          .then()
          .statusCode(200);
    }
  }

  @Test
  void sums_up_what_is_open() {
    var entry = Reporting.withTheBank(books, 1).getFirst();
    Reporting.bankReports(BankMessages.notice().debited(entry.instructionId(), "1.00").xml());

    var bank = "find { it.partner == '" + Payments.OSCHADBANK + "' }";
    Payments.get(Payments.auditor(), "reconciliation")
        .then()
        .statusCode(200)
        .body("instructions." + bank + ".open", notNullValue())
        .body("instructions." + bank + ".oldestDays", equalTo(0))
        .body("differences.find { it.kind == 'AMOUNT_DIFFERS' }.open", notNullValue());
  }

  @Test
  void two_people_settle_a_difference_and_the_award_is_let_go() {
    var entry = disputed();
    var id = differenceAbout(entry).get("id");

    step("approval", Payments.approver(), id)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"));
    propose(Payments.officer(), id).then().statusCode(200).body("state", equalTo("PROPOSED"));
    propose(Payments.officer(), id).then().statusCode(409).body("state", equalTo("PROPOSED"));
    step("refusal", Payments.approver(), id)
        .then()
        .statusCode(200)
        .body("state", equalTo("OPEN"))
        .body("note", nullValue());
    propose(both(), id).then().statusCode(200);
    step("approval", both(), id).then().statusCode(409).body("code", equalTo("same-person"));
    assertThat(holdOf(entry)).isEqualTo("REPORTS_DISAGREE");

    step("approval", Payments.approver(), id)
        .then()
        .statusCode(200)
        .body("state", equalTo("SETTLED"))
        .body("settledBy", notNullValue());

    assertThat(holdOf(entry)).isNull();
    assertThat(differenceAbout(entry)).isNull();
    step("approval", Payments.approver(), id).then().statusCode(409);
  }

  @Test
  void a_settled_word_does_not_open_the_difference_again() {
    var entry = disputed();
    var id = differenceAbout(entry).get("id");
    propose(Payments.officer(), id);
    step("approval", Payments.approver(), id);

    Reporting.bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());

    assertThat(differenceAbout(entry)).isNull();
    assertThat(holdOf(entry)).isNull();
  }

  @Test
  void a_word_of_another_day_after_the_settlement_is_asked_about_and_holds_again()
      throws SQLException {
    var entry = disputed();
    var id = differenceAbout(entry).get("id");
    propose(Payments.officer(), id);
    step("approval", Payments.approver(), id);
    books.execute(
        """
        alter table report_difference disable trigger report_difference_is_kept;
        update report_difference set told_on = told_on - 1 where settled_at is not null;
        alter table report_difference enable trigger report_difference_is_kept
        """);

    Reporting.bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());

    assertThat(differenceAbout(entry)).containsEntry("kind", "OUTCOME_DIFFERS");
    assertThat(holdOf(entry)).isEqualTo("REPORTS_DISAGREE");
  }

  @Test
  void a_proposal_says_how_it_was_cleared_up() {
    var id = differenceAbout(disputed()).get("id");

    Payments.post(
            Payments.officer(),
            "reconciliation/differences/" + id + "/proposal",
            Map.of("note", " "))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("note"));
  }

  @Test
  void who_may_not_sees_nothing_and_settles_nothing() {
    var entry = disputed();
    var id = differenceAbout(entry).get("id");
    var elsewhere =
        TestTokens.staff("officer-2", Roles.PAYMENTS_OFFICER).within("UA63000000000041885").token();

    for (var token :
        List.of(
            Payments.oschadbank(),
            Payments.pensionFund(),
            TestTokens.staff("registrar-1", Roles.REGISTRAR).token(),
            TestTokens.staff("admin-1", Roles.ADMINISTRATOR).token())) {
      Payments.get(token, "reconciliation").then().statusCode(403);
      Payments.get(token, "reconciliation/open").then().statusCode(403);
      Payments.get(token, "reconciliation/differences").then().statusCode(403);
      propose(token, id).then().statusCode(403);
    }
    propose(elsewhere, id).then().statusCode(404);
    propose(Payments.officer(), UUID.randomUUID().toString()).then().statusCode(404);
    propose(Payments.approver(), id).then().statusCode(403);
    step("approval", Payments.officer(), id).then().statusCode(403);
    assertThat(
            Payments.get(elsewhere, "reconciliation/differences?limit=200")
                .jsonPath()
                .<String>getList("items.id"))
        .doesNotContain(id);
    assertThat(
            Payments.get(elsewhere, "reconciliation/open?limit=200")
                .jsonPath()
                .<String>getList("items.instructionId"))
        .isEmpty();
  }

  @Test
  void one_person_never_settles_alone_whatever_the_code_does() {
    var id = differenceAbout(disputed()).get("id");
    propose(Payments.officer(), id);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                books.execute(
                    "update report_difference set settled_by = proposed_by, settled_at = now()"
                        + " where id = ?",
                    UUID.fromString(id)))
        .hasMessageContaining("two_people_settle_a_difference");
  }

  /** First returned, then said to be paid. */
  private Books.Entry disputed() {
    var entry = Reporting.withTheBank(books, 1).getFirst();
    Reporting.bankReports(
        BankMessages.notice().returned(entry.instructionId(), AMOUNT, "AC01").xml());
    Reporting.bankReports(BankMessages.notice().debited(entry.instructionId(), AMOUNT).xml());
    return entry;
  }

  private static String both() {
    return TestTokens.staff("both-1", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
        .within(Person.OBLAST)
        .token();
  }

  private static Response propose(String token, String id) {
    return Payments.post(token, "reconciliation/differences/" + id + "/proposal", NOTE);
  }

  private static Response step(String step, String token, String id) {
    return Payments.post(token, "reconciliation/differences/" + id + "/" + step);
  }

  private static Map<String, Object> open(Books.Entry entry) {
    return find("reconciliation/open?limit=200", entry);
  }

  private static Map<String, String> differenceAbout(Books.Entry entry) {
    return find("reconciliation/differences?limit=200", entry);
  }

  /** The item about an instruction, on whatever page it is; null when there is none. */
  private static <T> Map<String, T> find(String path, Books.Entry entry) {
    var after = "";
    while (true) {
      var page = Payments.get(Payments.officer(), path + after).jsonPath();
      Map<String, T> found =
          page.getMap("items.find { it.instructionId == '" + entry.instructionId() + "' }");
      if (found != null || page.getString("next") == null) {
        return found;
      }
      after = "&after=" + page.getString("next");
    }
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
}
