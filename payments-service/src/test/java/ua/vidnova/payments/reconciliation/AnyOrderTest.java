package ua.vidnova.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.report.BankMessages;
import ua.vidnova.payments.report.Reporting;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/**
 * Whatever a bank says, in whatever order and however often: each instruction has exactly one final
 * outcome, the first that was told, or is open; and what a partner said against it is a difference.
 */
@QuarkusTest
@WithPlatform
class AnyOrderTest {

  private static final String AMOUNT = "3460.25";
  private static final int MESSAGES = 25;
  private static final Set<String> FINAL = Set.of("PAID", "NOT_COLLECTED", "REJECTED");

  @Inject Books books;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261122, 7_654_321})
  void every_instruction_is_final_once_or_open(long seed) {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var random = new Random(seed);
    var entries = Reporting.withTheBank(books, 6);
    var sent = new ArrayList<String>();
    var finals = new HashMap<String, String>();

    for (var i = 0; i < MESSAGES; i++) {
      var message =
          !sent.isEmpty() && random.nextInt(5) == 0
              ? sent.get(random.nextInt(sent.size()))
              : message(entries, random);
      sent.add(message);
      assertThat(Reporting.bankReports(message).statusCode()).isIn(200, 201);
      check(entries, finals);
    }
    assertThat(finals).as("some instruction has come to its end").isNotEmpty();
  }

  private void check(List<Books.Entry> entries, Map<String, String> finals) {
    var states = states(entries);
    var open = openIds();
    states.forEach(
        (id, state) -> {
          assertThat(FINAL.contains(state)).as(id).isNotEqualTo(open.contains(id));
          if (FINAL.contains(state)) {
            assertThat(state).as("first word stands").isEqualTo(finals.getOrDefault(id, state));
            finals.put(id, state);
          }
        });
    contradicted(entries)
        .forEach(
            id -> assertThat(differenceIds(entries)).as("contradicted and listed").contains(id));
    assertThat(twice()).as("units in two live instructions").isZero();
  }

  private static String message(List<Books.Entry> entries, Random random) {
    var notice = BankMessages.notice();
    var report = BankMessages.statusReport(entries.getFirst().batchId());
    var isNotice = random.nextBoolean();
    for (var entry : entries) {
      var id = entry.instructionId();
      if (random.nextInt(3) != 0) {
        continue;
      }
      if (isNotice) {
        switch (random.nextInt(4)) {
          case 0 -> notice.debited(id, AMOUNT);
          case 1 -> notice.pending(id, AMOUNT);
          case 2 -> notice.returned(id, AMOUNT, "AC01");
          default -> notice.debited(id, "1.00");
        }
      } else {
        var status = List.of("ACTC", "ACCP", "ACSP", "PDNG", "RJCT", "ACCC").get(random.nextInt(6));
        report.transaction(id, status, status.equals("RJCT") ? "AC04" : null);
      }
    }
    return isNotice ? notice.fee("1.00").xml() : report.xml();
  }

  private Map<String, String> states(List<Books.Entry> entries) {
    return entries.stream()
        .collect(
            Collectors.toMap(
                Books.Entry::instructionId,
                entry ->
                    books
                        .rows(
                            "select state from instruction where id = ?",
                            UUID.fromString(entry.instructionId()))
                        .getFirst()
                        .get("state")));
  }

  private static Set<String> openIds() {
    var ids = new HashSet<String>();
    var after = "";
    while (after != null) {
      var page =
          Payments.get(Payments.auditor(), "reconciliation/open?limit=200" + after).jsonPath();
      ids.addAll(page.getList("items.instructionId"));
      after = page.getString("next") == null ? null : "&after=" + page.getString("next");
    }
    return ids;
  }

  /** Those of which the bank said two final things. */
  private Set<String> contradicted(List<Books.Entry> entries) {
    return entries.stream()
        .map(Books.Entry::instructionId)
        .filter(
            id ->
                books.count(
                        "select count(distinct outcome) as count from partner_report_line"
                            + " where instruction_id = ? and outcome <> 'ISSUED'"
                            + " and (amount_minor is null or amount_minor = 346025)",
                        UUID.fromString(id))
                    > 1)
        .collect(Collectors.toSet());
  }

  private Set<String> differenceIds(List<Books.Entry> entries) {
    return entries.stream()
        .map(Books.Entry::instructionId)
        .filter(
            id ->
                books.count(
                        "select count(*) as count from report_difference"
                            + " where instruction_id = ? and kind = 'OUTCOME_DIFFERS'",
                        UUID.fromString(id))
                    > 0)
        .collect(Collectors.toSet());
  }

  private long twice() {
    return books.count(
        "select count(*) as count from (select unit_id from instruction"
            + " where state in ('ISSUED', 'PAID') group by unit_id having count(*) > 1) twice");
  }
}
