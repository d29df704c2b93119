package ua.vidnova.payments.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.run.ExecuteShard;
import ua.vidnova.payments.run.RunShardDue;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

/**
 * Two shards pay at one till, two months to one person each; the till has cash for two months a
 * day, and never promises more, whichever shard comes first.
 */
@QuarkusTest
@WithPlatform
class TillFloatRaceTest {

  private static final long MONTH = 346_025;
  private static final YearMonth NEXT = Payments.thisMonth().plusMonths(1);

  @Inject Cash cash;
  @Inject Books books;
  @Inject ExecuteShard executeShard;

  private Person first;
  private Person second;

  @BeforeEach
  void twoPeopleAtOneTill() throws SQLException {
    var settlement = cash.settlement();
    first = Cash.atTheTill(settlement, Payments.thisMonth().toString());
    second = Cash.atTheTill(settlement, Payments.thisMonth().toString());
    cash.till(settlement, 3 * MONTH - 1);
  }

  @Test
  void a_shard_that_meets_another_at_the_till_takes_the_next_day() throws Exception {
    var shards = twoShardsOfAnApprovedRun();
    try (var thread = Executors.newSingleThreadExecutor();
        var ahead = new HeldTransaction(() -> executeShard.execute(shards.getFirst()))) {
      var behind = thread.submit(() -> execute(shards.getLast()));
      books.awaitBlockedTransaction();
      ahead.commit();
      behind.get(60, TimeUnit.SECONDS);
    }

    assertThat(promised()).isEqualTo(twoMonthsOnEachOfTwoDays());
    assertThat(firstDayOf(first)).isLessThan(firstDayOf(second));
  }

  @Test
  void shards_that_start_at_once_share_the_days_between_them() throws Exception {
    var shards = twoShardsOfAnApprovedRun();
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var done =
          shards.stream()
              .map(
                  shard ->
                      threads.submit(
                          () -> {
                            start.await();
                            execute(shard);
                            return shard;
                          }))
              .toList();
      start.countDown();
      for (var one : done) {
        one.get(60, TimeUnit.SECONDS);
      }
    }

    assertThat(promised()).isEqualTo(twoMonthsOnEachOfTwoDays());
  }

  @ActivateRequestContext
  void execute(RunShardDue shard) {
    executeShard.execute(shard);
  }

  private static List<Map<String, String>> twoMonthsOnEachOfTwoDays() {
    return List.of(
        Map.of("pay_on", NEXT.atDay(4).toString(), "minor", "" + 2 * MONTH),
        Map.of("pay_on", NEXT.atDay(5).toString(), "minor", "" + 2 * MONTH));
  }

  /** The shards of the two people's awards, of which nobody has been told. */
  private List<RunShardDue> twoShardsOfAnApprovedRun() throws SQLException {
    var run = Ids.newId();
    books.execute(
        "insert into payment_run"
            + " (id, period, state, proposed_by, proposed_at, approved_by, approved_at)"
            + " values (?, ?, 'APPROVED', 'officer-1', now(), 'approver-1', now())",
        run,
        NEXT.atDay(1));
    var of = shardsThatPartThem();
    var shards =
        List.of(
            new RunShardDue(Ids.newId(), run, shardOf(first, of), of),
            new RunShardDue(Ids.newId(), run, shardOf(second, of), of));
    for (var shard : shards) {
      books.execute(
          "insert into run_shard (id, run_id, number, of, state) values (?, ?, ?, ?, 'DUE')",
          shard.shardId(),
          run,
          shard.number(),
          of);
    }
    return shards;
  }

  private int shardsThatPartThem() {
    for (var of = 2; of < 64; of++) {
      if (shardOf(first, of) != shardOf(second, of)) {
        return of;
      }
    }
    throw new AssertionError("No number of shards parts these awards");
  }

  private int shardOf(Person person, int of) {
    return (int)
        books.count(
            "select (uuid_hash_extended(id, 0) & 9223372036854775807) % ? as count from award"
                + " where rnokpp = ?",
            of, person.rnokpp());
  }

  /** What the till is to hand out, by day. */
  private List<Map<String, String>> promised() {
    return books.rows(
        "select b.pay_on, sum(u.amount_minor) as minor from instruction i"
            + " join batch b on b.id = i.batch_id join payable_unit u on u.id = i.unit_id"
            + " join award a on a.id = u.award_id where a.resident_id in (?, ?)"
            + " group by b.pay_on order by b.pay_on",
        first.residentId(),
        second.residentId());
  }

  private String firstDayOf(Person person) {
    return books
        .rows(
            "select min(b.pay_on) as day from instruction i join batch b on b.id = i.batch_id"
                + " join payable_unit u on u.id = i.unit_id join award a on a.id = u.award_id"
                + " where a.resident_id = ?",
            person.residentId())
        .getFirst()
        .get("day");
  }
}
