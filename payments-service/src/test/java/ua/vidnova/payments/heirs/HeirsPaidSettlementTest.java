package ua.vidnova.payments.heirs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Somebody lives after all; two months of theirs were passed to a son. */
@QuarkusTest
@WithPlatform
class HeirsPaidSettlementTest {

  @Inject Books books;
  @Inject Aid aid;

  private Person alive;
  private Person son;

  @BeforeEach
  void passedToTheSon() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    alive = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(2).toString());
    Payments.resumed(alive);
    son = aid.known(Person.anyone());
    Told.died(alive.residentId(), Payments.thisMonth().minusMonths(1).atDay(20));
    aid.awaitStopped(alive);
    var claim =
        Payments.post(Payments.officer(), "heir-claims", claim()).then().statusCode(201).extract();
    Payments.post(Payments.approver(), "heir-claims/" + claim.path("id") + "/approval")
        .then()
        .statusCode(200);
  }

  @AfterEach
  void theBooksAgree() {
    Payments.get(Payments.auditor(), "ledger/verification").then().body("intact", equalTo(true));
  }

  @Test
  void what_the_son_was_not_paid_falls_away_with_the_last_month_that_is_owed_again() {
    var months = reappear();
    propose(months.getFirst(), "OWED_AGAIN")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"));
    propose(months.getFirst(), "NONE")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"))
        .body("state", equalTo("PROPOSED"));
    approve(months.getFirst())
        .then()
        .statusCode(200)
        .body("state", equalTo("SETTLED"))
        .body("booking", equalTo("OWED_AGAIN"))
        .body("settledBy", equalTo("approver-1"));
    assertThat(books.unitsOf(alive.residentId()).values())
        .containsExactly("OUTSTANDING", "PASSED_TO_HEIRS");
    assertThat(books.unitsOf(son.residentId()).values()).containsOnly("OUTSTANDING");

    settle(months.getLast(), "OWED_AGAIN");
    assertThat(books.unitsOf(alive.residentId()).values()).containsOnly("OUTSTANDING");
    assertThat(books.unitsOf(son.residentId()).values()).containsOnly("NOT_DUE");
    assertThat(costOfHeirs()).isZero();
    open().body("items", empty());
    Payments.get(Payments.auditor(), "differences?state=SETTLED&residentId=" + alive.residentId())
        .then()
        .body("items.id", equalTo(months));
  }

  @Test
  void what_the_son_was_paid_is_a_cost_and_the_months_are_owed_to_the_living_again()
      throws SQLException {
    aid.payWhatIsDue();
    var entry = books.instructionsOf(son.residentId()).getFirst();
    var months = reappear();
    propose(months.getFirst(), "OWED_AGAIN").then().statusCode(200);
    approve(months.getFirst()).then().statusCode(409).body("code", equalTo("heirs-on-their-way"));
    Payments.report(
            Payments.ukrposhta(),
            aid.handedOver(entry),
            List.of(Payments.outcome(entry.instructionId(), "PAID")))
        .then()
        .statusCode(200);

    approve(months.getFirst()).then().statusCode(200);
    settle(months.getLast(), "OWED_AGAIN");

    assertThat(books.unitsOf(alive.residentId()).values()).containsOnly("OUTSTANDING");
    assertThat(books.unitsOf(son.residentId()).values()).containsOnly("PAID");
    assertThat(costOfHeirs()).isEqualTo(2 * 346_025);
    assertThatThrownBy(
            () ->
                books.execute(
                    "update difference set booking = 'NONE' where id = ?",
                    UUID.fromString(months.getFirst())))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("kept as it was");
  }

  @Test
  void a_month_that_stays_with_the_heirs_is_settled_for_good() {
    var months = reappear();
    settle(months.getFirst(), "NONE");
    assertThat(books.unitsOf(alive.residentId()).values()).containsOnly("PASSED_TO_HEIRS");
    propose(months.getFirst(), "OWED_AGAIN").then().statusCode(409);

    propose(months.getLast(), "OWED_AGAIN").then().statusCode(200);
    post(Payments.approver(), months.getLast(), "refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("OPEN"))
        .body("booking", equalTo("NONE"));

    Told.died(alive.residentId(), Payments.today());
    aid.awaitStopped(alive);
    Told.alive(alive.residentId(), Payments.today());
    aid.awaitDormant(alive);
    open().body("items.id", contains(months.getLast()));
  }

  @Test
  void only_two_people_of_the_place_settle_and_only_what_is_so_settled() throws SQLException {
    var month = reappear().getFirst();
    for (var token : List.of(Payments.approver(), Payments.auditor(), Payments.ukrposhta())) {
      propose(token, month, "NONE").then().statusCode(403);
    }
    propose(Cash.farAway(Roles.PAYMENTS_OFFICER), month, "NONE").then().statusCode(404);
    Payments.post(Payments.officer(), "differences/" + month + "/proposal", Map.of("note", " "))
        .then()
        .statusCode(422);
    propose(Cash.both("both"), month, "OWED_AGAIN").then().statusCode(200);
    for (var step : List.of("approval", "refusal")) {
      post(Payments.officer(), month, step).then().statusCode(403);
      post(Cash.farAway(Roles.PAYMENTS_APPROVER), month, step).then().statusCode(404);
    }
    post(Cash.both("both"), month, "approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));
    var fell = UUID.randomUUID();
    books.execute(
        "insert into difference (id, kind, award_id, month, amount_minor, currency, opened_at)"
            + " select ?, 'AMOUNT_FELL', award_id, month, 100, 'UAH', now() from difference"
            + " where id = ?",
        fell,
        UUID.fromString(month));
    propose(fell.toString(), "NONE")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-settled-here"));
  }

  /** Returns the differences, of the earlier month first. */
  private List<String> reappear() {
    Told.alive(alive.residentId(), Payments.today());
    aid.awaitDormant(alive);
    return open().extract().jsonPath().getList("items.sort { it.month }.id");
  }

  private ValidatableResponse open() {
    return Payments.get(Payments.officer(), "differences?residentId=" + alive.residentId())
        .then()
        .statusCode(200);
  }

  private static void settle(String month, String booking) {
    propose(month, booking).then().statusCode(200);
    approve(month).then().statusCode(200);
  }

  private static Response propose(String month, String booking) {
    return propose(Payments.officer(), month, booking);
  }

  private static Response propose(String token, String month, String booking) {
    return Payments.post(
        token,
        "differences/" + month + "/proposal",
        Map.of("booking", booking, "note", "Довідка банку від 24.11.2026"));
  }

  private static Response approve(String month) {
    return post(Payments.approver(), month, "approval");
  }

  private static Response post(String token, String month, String step) {
    return Payments.post(token, "differences/" + month + "/" + step);
  }

  /** What this claim has cost HEIRS_PAYOUT in all. */
  private long costOfHeirs() {
    return books.count(
        "select coalesce(sum(case when e.debit_account = l.id then e.amount_minor"
            + " else -e.amount_minor end), 0) as count"
            + " from ledger_account l join ledger_entry e on l.id in (e.debit_account, e.credit_account)"
            + " join payable_unit u on u.id = e.unit_id join award a on a.id = u.award_id"
            + " where l.programme = 'HEIRS_PAYOUT' and l.kind = 'PROGRAMME_COST'"
            + " and a.resident_id in (?, ?)",
        alive.residentId(),
        son.residentId());
  }

  private Map<String, Object> claim() {
    return Map.of(
        "deceasedId",
        alive.residentId(),
        "basis",
        "FAMILY",
        "heirs",
        List.of(
            Map.of(
                "residentId",
                son.residentId(),
                "weight",
                1,
                "papers",
                Stream.of("DEATH_CERTIFICATE", "KINSHIP", "JOINT_RESIDENCE")
                    .map(paper -> Map.of("evidence", paper))
                    .toList())));
  }
}
