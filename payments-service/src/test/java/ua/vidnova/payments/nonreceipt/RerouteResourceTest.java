package ua.vidnova.payments.nonreceipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

/** Somebody resumed without application, whose months were due one by one for half a year. */
@QuarkusTest
@WithPlatform
class RerouteResourceTest {

  private static final String IBAN = "UA213223130000026007233566001";

  @Inject Books books;
  @Inject Cash cash;

  private UUID payee;

  @BeforeEach
  void resumedWithoutApplication() throws SQLException {
    var first = Payments.thisMonth().minusMonths(6);
    var person = Person.anyone().livingIn(cash.settlement()).unpaidSince(first.toString());
    Payments.importLines(person.line());
    var list =
        Payments.post(
                Payments.officer(),
                "automatic-resumptions",
                Map.of(
                    "settlement",
                    person.settlement(),
                    "restoredOn",
                    Payments.today().minusDays(1).toString(),
                    "notice",
                    "Лист АТ «Укрпошта» № 145"))
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    Payments.post(Payments.approver(), "automatic-resumptions/" + list + "/approval")
        .then()
        .statusCode(200);
    payee =
        UUID.fromString(
            books
                .rows("select resident_id from award where rnokpp = ?", person.rnokpp())
                .getFirst()
                .get("resident_id"));
    books.execute(
        "update payable_unit set scheduled_period = month where award_id in"
            + " (select id from award where resident_id = ?)",
        payee);
    books.execute("update award set current_from = ? where resident_id = ?", first.atDay(1), payee);
  }

  @Test
  void what_nobody_collects_twice_at_the_post_waits_for_an_account_and_goes_there() {
    misses(6);
    review(false);
    Payments.run(Payments.thisMonth().minusMonths(5));
    assertThat(waitingAt(Payments.UKRPOSHTA)).as("one missed period is not two").isPositive();
    reportNotCollected();

    review(true).body("rerouted", greaterThan(0));
    review(false).body("rerouted", greaterThan(0));
    review(false).body("rerouted", equalTo(0));
    var run = Payments.run(Payments.thisMonth().minusMonths(4)).jsonPath().getString("id");
    assertThat(waitingAt(Payments.UKRPOSHTA)).isZero();
    assertThat(heldFor(run)).containsOnly("IBAN_MISSING");

    Cash.put(
            Payments.officer(),
            "residents/" + payee + "/payment-preference",
            Map.of("channel", "POST", "iban", IBAN, "statedOn", Payments.today().toString()))
        .then()
        .statusCode(202);
    Cash.confirmAccount(Payments.approver(), payee, IBAN).then().statusCode(200);
    Payments.run(Payments.thisMonth().minusMonths(4));
    assertThat(waitingAt(Payments.OSCHADBANK)).isEqualTo(3);
    assertThat(waitingAt(Payments.UKRPOSHTA)).isZero();
  }

  private void misses(int monthsAgo) {
    Payments.run(Payments.thisMonth().minusMonths(monthsAgo));
    reportNotCollected();
  }

  private void reportNotCollected() {
    for (var entry : books.instructionsOf(payee)) {
      if (entry.state().equals("ISSUED")) {
        Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file");
        Payments.report(
                Payments.ukrposhta(),
                entry.batchId(),
                List.of(Payments.outcome(entry.instructionId(), "NOT_COLLECTED")))
            .then()
            .statusCode(200)
            .body("accepted", equalTo(1));
      }
    }
  }

  private long waitingAt(String partner) {
    return books.instructionsOf(payee).stream()
        .filter(entry -> entry.state().equals("ISSUED") && entry.partner().equals(partner))
        .count();
  }

  private List<String> heldFor(String run) {
    return books
        .rows(
            "select h.reason from held_unit h join payable_unit u on u.id = h.unit_id"
                + " join award a on a.id = u.award_id where a.resident_id = ? and h.run_id = ?",
            payee,
            UUID.fromString(run))
        .stream()
        .map(row -> row.get("reason"))
        .toList();
  }

  private static ValidatableResponse review(boolean dryRun) {
    return Payments.post(
            TestTokens.staff("admin", Roles.ADMINISTRATOR).within(Person.OBLAST).token(),
            "daily-reviews",
            Map.of("day", Payments.today().toString(), "dryRun", dryRun))
        .then()
        .statusCode(200);
  }
}
