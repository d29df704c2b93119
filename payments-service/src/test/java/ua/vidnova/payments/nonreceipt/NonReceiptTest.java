package ua.vidnova.payments.nonreceipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class NonReceiptTest {

  @Inject Books books;

  @Test
  void warns_at_month_three_and_suspends_at_six() throws SQLException {
    var person = resumedMonthsAgo(7);
    var award = awardOf(person);
    misses(person, 7, 6);
    listed(award, 2).body("noticedOn", nullValue());
    misses(person, 5);
    listed(award, 3).body("noticedOn", equalTo(Payments.today().toString()));
    review(Payments.today());
    assertThat(books.awardStateOf(person)).isEqualTo("RESUMED");

    misses(person, 4, 3, 2);
    listed(award, 6).body("unclaimedMinor", equalTo(6 * 346_025));
    review(Payments.today());
    assertThat(books.awardStateOf(person)).as("warned only today").isEqualTo("RESUMED");
    warnedLongAgo(award);
    review(Payments.today());

    assertThat(books.awardStateOf(person)).isEqualTo("DORMANT");
    Payments.get(Payments.officer(), "suspensions?residentId=" + person.residentId())
        .then()
        .body("items.ground", hasItem("NON_RECEIPT_SIX_MONTHS"));
    Payments.post(Payments.officer(), "awards/" + award + "/restoration")
        .then()
        .statusCode(201)
        .header("Location", notNullValue());
  }

  @Test
  void a_collection_begins_the_count_anew() throws SQLException {
    var person = resumedMonthsAgo(5);
    misses(person, 5, 4, 3);
    reports(person, 2, "PAID");
    unclaimed("months=1").body("items.awardId", not(hasItem(awardOf(person))));

    misses(person, 1);

    listed(awardOf(person), 1);
  }

  @Test
  void the_list_is_of_the_callers_own_and_refuses_nonsense() {
    var far = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within("UA44040010000091230").token();
    Payments.get(far, "unclaimed").then().statusCode(200).body("items", hasSize(0));
    Payments.get(Payments.officer(), "unclaimed?months=0").then().statusCode(400);
    for (var token :
        List.of(
            Payments.ukrposhta(),
            TestTokens.staff("r", Roles.REGISTRAR).within(Person.OBLAST).token(),
            TestTokens.staff("c", Roles.COORDINATOR).within(Person.OBLAST).token())) {
      Payments.get(token, "unclaimed").then().statusCode(403);
    }
  }

  private ValidatableResponse unclaimed(String query) {
    return Payments.get(Payments.officer(), "unclaimed?limit=200&" + query).then().statusCode(200);
  }

  private ValidatableResponse listed(String award, int months) {
    return unclaimed("months=" + months)
        .rootPath("items.find { it.awardId == '" + award + "' }")
        .body("months", equalTo(months));
  }

  /** Somebody whose months were due one by one since then, as if they had been resumed then. */
  private Person resumedMonthsAgo(int months) throws SQLException {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var first = Payments.thisMonth().minusMonths(months);
    var person = Person.anyone().unpaidSince(first.toString());
    Payments.resumed(person);
    books.execute(
        "update payable_unit set scheduled_period = month where award_id = ?::uuid",
        awardOf(person));
    books.execute(
        "update award set current_from = ? where rnokpp = ?", first.atDay(1), person.rnokpp());
    return person;
  }

  private void misses(Person person, int... monthsAgo) {
    for (var ago : monthsAgo) {
      reports(person, ago, "NOT_COLLECTED");
    }
  }

  private void reports(Person person, int monthsAgo, String outcome) {
    Payments.run(Payments.thisMonth().minusMonths(monthsAgo));
    books.instructionsOf(person.residentId()).stream()
        .filter(entry -> entry.state().equals("ISSUED"))
        .forEach(
            entry -> {
              Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file");
              Payments.report(
                      Payments.ukrposhta(),
                      entry.batchId(),
                      List.of(Payments.outcome(entry.instructionId(), outcome)))
                  .then()
                  .statusCode(200);
            });
  }

  private void review(LocalDate day) {
    Payments.post(
            TestTokens.staff("admin", Roles.ADMINISTRATOR).within(Person.OBLAST).token(),
            "daily-reviews",
            Map.of("day", day.toString(), "dryRun", false))
        .then()
        .statusCode(200);
  }

  private void warnedLongAgo(String award) throws SQLException {
    books.execute("alter table suspension_notice disable trigger suspension_notice_is_final");
    books.execute(
        "update suspension_notice set noticed_on = current_date - 60 where award_id = ?::uuid",
        award);
    books.execute("alter table suspension_notice enable trigger suspension_notice_is_final");
  }

  private String awardOf(Person person) {
    return books
        .rows("select id from award where rnokpp = ?", person.rnokpp())
        .getFirst()
        .get("id");
  }
}
