package ua.vidnova.payments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

/** Two people have two months each to come; a till that has cash for two of them on a day. */
@QuarkusTest
@WithPlatform
class TillFloatResourceTest {

  private static final long MONTH = 346_025;
  private static final YearMonth NEXT = Payments.thisMonth().plusMonths(1);

  @Inject Cash cash;
  @Inject Books books;

  private String settlement;
  private Person first;
  private Person second;

  @BeforeEach
  void twoPeopleAtTheTill() {
    settlement = cash.settlement();
    first = Cash.atTheTill(settlement, Payments.thisMonth().toString());
    second = Cash.atTheTill(settlement, Payments.thisMonth().toString());
  }

  @Test
  void what_does_not_fit_into_a_day_waits_for_the_next_and_says_why() throws SQLException {
    cash.till(settlement, 3 * MONTH - 1);

    Payments.run(NEXT);

    var opens = NEXT.atDay(4).toString();
    var next = NEXT.atDay(5).toString();
    assertThat(days())
        .containsExactly(
            Map.of("pay_on", opens, "minor", "" + 2 * MONTH),
            Map.of("pay_on", next, "minor", "" + 2 * MONTH));
    handOver();
    assertThat(vouchers("findAll { it.validFrom == '" + opens + "' }.dayReason"))
        .hasSize(2)
        .containsOnlyNulls();
    assertThat(vouchers("findAll { it.validFrom == '" + next + "' }.dayReason"))
        .containsExactly("TILL_FLOAT_USED", "TILL_FLOAT_USED");
    assertThat(vouchers("validTo")).containsExactlyInAnyOrder(opens, opens, next, next);
  }

  @Test
  void when_no_day_is_left_it_is_held_until_there_is_more_cash() throws SQLException {
    var day = NEXT.atDay(10);
    cash.till(settlement, 2 * MONTH, day);

    var proposal = Payments.propose(NEXT);
    proposal.then().body("proposal.totals.hold", hasItem("TILL_FLOAT_USED"));
    var run = proposal.jsonPath().getString("id");
    Payments.approve(run).then().statusCode(200);
    Payments.awaitExecuted(run).then().body("held.reason", hasItem("TILL_FLOAT_USED"));

    assertThat(days()).containsExactly(Map.of("pay_on", day.toString(), "minor", "" + 2 * MONTH));
    Payments.run(NEXT);
    assertThat(days()).as("promised by the run before").hasSize(1);

    books.execute(
        "update cash_point set daily_float_minor = ? where home_settlement = ?"
            + " and kind = 'TILL'",
        3 * MONTH,
        settlement);
    Payments.run(NEXT);
    assertThat(days()).containsExactly(Map.of("pay_on", day.toString(), "minor", "" + 3 * MONTH));
  }

  @Test
  void a_till_that_told_no_float_has_one_list_without_a_day() throws SQLException {
    cash.till(settlement, null);

    Payments.run(NEXT);
    handOver();

    assertThat(vouchers("validFrom")).hasSize(4).containsOnlyNulls();
  }

  /** What the till is to hand out, by day. */
  private List<Map<String, String>> days() {
    return books.rows(
        "select b.pay_on, sum(u.amount_minor) as minor from instruction i"
            + " join batch b on b.id = i.batch_id join payable_unit u on u.id = i.unit_id"
            + " join award a on a.id = u.award_id where a.resident_id in (?, ?)"
            + " group by b.pay_on order by b.pay_on",
        first.residentId(),
        second.residentId());
  }

  private void handOver() {
    Stream.of(first, second)
        .flatMap(person -> books.instructionsOf(person.residentId()).stream())
        .map(Books.Entry::batchId)
        .distinct()
        .forEach(
            batch ->
                Payments.get(Cash.shops(), "batches/" + batch + "/file").then().statusCode(200));
  }

  private List<String> vouchers(String path) {
    return Stream.of(first, second)
        .map(
            person ->
                Payments.get(Payments.officer(), "residents/" + person.residentId() + "/vouchers"))
        .map(answer -> answer.jsonPath().<String>getList("items." + path))
        .flatMap(List::stream)
        .toList();
  }
}
