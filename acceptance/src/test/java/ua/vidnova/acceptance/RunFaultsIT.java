package ua.vidnova.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ua.vidnova.acceptance.Saboteur.Phase;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.ResumedAwards;

/**
 * Ten thousand units are run, cancelled, run again, rejected by the bank and run again, round after
 * round; then derived anew and paid, while payments, the broker and PostgreSQL are killed in every
 * phase. In the end each unit is paid or under way once, or came back and is due; everything was
 * told once, and the books agree.
 *
 * <p>{@code -Dfaults.for=PT10M} goes on for longer, {@code -Dfaults.units=2000} with fewer, {@code
 * -Dfaults.seed=…} chooses the same victims as an earlier time.
 */
@OnThePlatform
@Order(6)
class RunFaultsIT {
  private static final int UNITS = Integer.getInteger("faults.units", 10_000);

  /** As this module's build sets it for payments. */
  private static final int AWARDS_PER_SHARD = 250;

  private static final Duration ROUNDS_FOR =
      Duration.parse(System.getProperty("faults.for", "PT30S"));
  private static final int KILLS_MIN = 10;
  private static final Set<Phase> OF_RUNS = EnumSet.range(Phase.PROPOSAL, Phase.REPORT);
  private static final int KILLS_AFTER_ROUNDS = Phase.values().length - OF_RUNS.size();
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

  /** The supplement for age comes on top of the base, so that everyone's month rises. */
  private static final String LATER_FACTS =
      "update award set base_amount_minor = monthly_amount_minor, sex = 'FEMALE'"
          + " where given_name = 'Особа'";

  private static final String THEIRS =
      " from award a join payable_unit u on u.award_id = a.id"
          + " join instruction i on i.unit_id = u.id where a.given_name = 'Особа'";

  private final Platform platform;
  private final Gateway gateway;
  private final Databases databases;
  private final PatientClient client = new PatientClient();
  private final long seed = Long.getLong("faults.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final Saboteur saboteur;
  private JsonNode lastRun;
  private JsonNode recalculation;

  RunFaultsIT(Platform platform, Gateway gateway) {
    this.platform = platform;
    this.gateway = gateway;
    databases = new Databases(platform);
    saboteur = new Saboteur(platform, random);
  }

  @BeforeAll
  void run_through_faults() {
    System.out.println("Faults of runs: seed " + seed);
    ResumedAwards.make(platform.database("payments"), UNITS, Beneficiaries.thisMonth().atDay(1));
    Instant end = Instant.now().plus(ROUNDS_FOR);
    int rounds = 0;
    do {
      StruckRound cancelled = newRound();
      cancelled.cancel(cancelled.execute());
      StruckRound rejected = newRound();
      rejected.reject(rejected.execute());
      rounds += 2;
    } while (Instant.now().isBefore(end)
        || saboteur.killed() < KILLS_MIN - KILLS_AFTER_ROUNDS
        || !saboteur.strikes().keySet().containsAll(OF_RUNS));
    databases.execute("payments", LATER_FACTS);
    recalculation = newRound().recalculate();
    StruckRound paid = newRound();
    paid.pay(paid.execute());
    lastRun = newRound().execute();
    await().atMost(SETTLED_WITHIN).until(() -> databases.unpublished() == 0);
    System.out.printf(
        "Faults of runs: %d rounds, killed %s in %s; refusals %s%n",
        rounds + 3, saboteur.kills(), saboteur.strikes(), client.refusals());
  }

  private StruckRound newRound() {
    return new StruckRound(platform, client, saboteur, random, UNITS);
  }

  @Test
  void something_died_in_every_phase() {
    assertThat(saboteur.strikes()).containsOnlyKeys(Phase.values());
    assertThat(saboteur.killed()).isGreaterThanOrEqualTo(KILLS_MIN);
  }

  @Test
  void every_unit_is_paid_or_under_way_once_or_came_back_and_is_due() {
    assertThat(
            databases.texts(
                "payments",
                """
                select count(*) || ' units of ' || count(distinct award_id) || ' awards, '
                       || count(*) filter (where live = 1 or back and state = 'OUTSTANDING')
                       || ' in order'
                from (select u.id, u.award_id, u.state,
                             count(*) filter (where i.state in ('ISSUED', 'PAID')) as live,
                             bool_or(i.state in ('REJECTED', 'NOT_COLLECTED')) as back
                """
                    + THEIRS
                    + " group by u.id) unit"))
        .containsExactly("%d units of %d awards, %1$d in order".formatted(2 * UNITS, UNITS));
    assertThat(databases.count("payments", "select count(*)" + THEIRS + " and i.state = 'PAID'"))
        .isGreaterThan(UNITS);
    assertThat(lastRun.at("/progress/shardsDone").asInt())
        .isGreaterThanOrEqualTo(UNITS / AWARDS_PER_SHARD)
        .isEqualTo(lastRun.at("/progress/shards").asInt());
  }

  @Test
  void every_award_was_derived_anew_once() {
    String raised =
        "select count(*) from derivation d"
            + " join payable_unit u on u.derivation_id = d.id and u.kind = 'DIFFERENCE'"
            + " join award a on a.id = u.award_id where d.recalculation_id = ?::uuid";
    String id = recalculation.get("id").asText();

    assertThat(databases.count("payments", raised, id))
        .isEqualTo(recalculation.at("/execution/rises").asLong());
    assertThat(databases.count("payments", raised + " and a.given_name = 'Особа'", id))
        .isEqualTo(UNITS);
  }

  @Test
  void everything_was_told_once() {
    Set<String> issued = told("InstructionIssued");
    issued.addAll(told("CashInstructionIssued"));

    assertSame(issued, instructions("true"));
    assertSame(told("InstructionCancelled"), instructions("i.reason = 'RUN_CANCELLED'"));
    assertSame(
        told("InstructionReported"),
        instructions("i.state in ('PAID', 'NOT_COLLECTED', 'REJECTED')"));
  }

  private Set<String> instructions(String which) {
    return Set.copyOf(databases.texts("payments", "select i.id::text" + THEIRS + " and " + which));
  }

  /** By sets: with tens of thousands, comparing lists in any order takes minutes. */
  private static void assertSame(Set<String> told, Set<String> booked) {
    Set<String> untold = new HashSet<>(booked);
    untold.removeAll(told);
    Set<String> unbooked = new HashSet<>(told);
    unbooked.removeAll(booked);

    assertThat(untold).as("booked, but not told").isEmpty();
    assertThat(unbooked).as("told, but not booked").isEmpty();
  }

  /** Their instructions of which an event tells; events that differ by their id count as two. */
  private Set<String> told(String event) {
    Set<String> theirs = instructions("true");
    Map<String, Set<String>> eventsOf =
        PublishedEvents.of(
                platform.bootstrapServers(),
                "payments.instructions",
                "ua.vidnova.payments." + event + ".v1")
            .stream()
            .filter(one -> theirs.contains(one.data().get("instructionId").asText()))
            .collect(
                Collectors.groupingBy(
                    one -> one.data().get("instructionId").asText(),
                    Collectors.mapping(PublishedEvents.Event::id, Collectors.toSet())));
    assertThat(eventsOf.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    return new HashSet<>(eventsOf.keySet());
  }

  @Test
  void the_books_agree_and_nothing_is_parked() {
    JsonNode proof =
        gateway.as("auditor").get("/api/payments/v1/ledger/verification").expect(200).json();

    assertThat(proof.get("intact").asBoolean()).as(proof.toString()).isTrue();
    assertThat(databases.parked()).isZero();
  }
}
