package ua.vidnova.payments.death;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** The month of death is due, whether or not its run came before the death was told. */
@QuarkusTest
@WithPlatform
class MonthOfDeathTest {

  private static final YearMonth MONTH = Payments.thisMonth();

  @Inject Books books;
  @Inject Aid aid;

  private final Person person = Person.anyone().unpaidSince(MONTH.minusMonths(1).toString());

  @Test
  void months_that_no_run_has_made_are_left_to_the_heirs() {
    Payments.resumed(person);

    Told.died(person.residentId(), Payments.today());
    aid.awaitStopped(person);

    assertUnpaid(MONTH.minusMonths(1), MONTH);
    Payments.get(Payments.officer(), "unpaid-on-death?residentId=" + person.residentId())
        .then()
        .body("items[0].months.month", contains(MONTH.minusMonths(1).toString(), MONTH.toString()));
    Payments.assertBooksAgree();
  }

  @Test
  void a_day_of_death_corrected_to_a_later_month_leaves_the_months_between() {
    Payments.resumed(person);
    Told.died(person.residentId(), MONTH.minusMonths(1).atDay(10));
    aid.awaitStopped(person);
    assertUnpaid(MONTH.minusMonths(1));

    Told.died(person.residentId(), Payments.today());

    awaitLastMonth(MONTH);
    assertUnpaid(MONTH.minusMonths(1), MONTH);
  }

  @Test
  void months_that_were_held_back_are_the_heirs_too() throws SQLException {
    Payments.resumed(person);
    hold("REPORTED_DEAD", null);

    Told.died(person.residentId(), Payments.today());
    aid.awaitStopped(person);

    assertUnpaid(MONTH.minusMonths(1), MONTH);
  }

  @Test
  void months_that_another_award_pays_are_not_owed_twice() throws SQLException {
    var other = Person.anyone();
    Payments.resumed(other);
    Payments.resumed(person);
    hold("ANOTHER_AWARD", books.awardOf(other));

    Told.died(person.residentId(), Payments.today());
    aid.awaitStopped(person);

    assertUnpaid(MONTH.minusMonths(1));
  }

  @Test
  void nothing_is_owed_for_months_in_which_the_award_was_suspended() {
    Payments.resumed(person);
    Payments.post(
            Payments.officer(),
            "awards/" + books.awardOf(person) + "/suspension",
            Map.of("ground", "OWN_REQUEST"))
        .then()
        .statusCode(204);
    Told.died(person.residentId(), MONTH.minusMonths(1).atDay(10));
    aid.awaitStopped(person);

    Told.died(person.residentId(), Payments.today());

    awaitLastMonth(MONTH);
    assertUnpaid(MONTH.minusMonths(1));
  }

  private void hold(String reason, UUID behind) throws SQLException {
    books.execute(
        "update award set hold = ?, behind_award_id = ? where id = ?",
        reason,
        behind,
        books.awardOf(person));
  }

  private void awaitLastMonth(YearMonth last) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books
                    .rows("select last_payable_month from award where rnokpp = ?", person.rnokpp())
                    .getFirst()
                    .get("last_payable_month"),
            last.atDay(1).toString()::equals);
  }

  private void assertUnpaid(YearMonth... months) {
    var units = books.unitsOf(person.residentId());
    assertThat(units)
        .containsOnlyKeys(Stream.of(months).map(YearMonth::toString).toArray(String[]::new));
    assertThat(units.values()).containsOnly("UNPAID_ON_DEATH");
  }
}
