package ua.vidnova.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.ResumedAwards;

/**
 * A run of ten thousand units in many shards, round after round, while payments, the broker or
 * PostgreSQL is killed at a random moment of each. A round ends with the run's cancellation, which
 * makes all of it due again. In the end each unit is in one live instruction, each instruction was
 * told once, and the books agree.
 */
@OnThePlatform
@Order(6)
class RunFaultsIT {
  private static final int UNITS = 10_000;
  private static final Duration ROUNDS_FOR = Duration.ofSeconds(55);
  private static final Duration EXECUTED_WITHIN = Duration.ofSeconds(90);

  /** Of about forty; the fault comes when so many at most are done. */
  private static final int SHARDS_BEFORE_FAULT_MAX = 36;

  private static final List<String> VICTIMS = List.of("payments", "kafka", "postgres");

  private final Platform platform;
  private final Gateway gateway;
  private final Databases databases;
  private final Beneficiaries beneficiaries;
  private final PatientClient client = new PatientClient();
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private JsonNode lastRun;

  RunFaultsIT(Platform platform, Gateway gateway) {
    this.platform = platform;
    this.gateway = gateway;
    databases = new Databases(platform);
    beneficiaries = new Beneficiaries(gateway);
  }

  @BeforeAll
  void run_through_faults() {
    System.out.println("Faults of runs: seed " + seed);
    ResumedAwards.make(platform.database("payments"), UNITS, Beneficiaries.thisMonth().atDay(1));
    for (String name : List.of("officer", "approver", "auditor")) {
      gateway.as(name); // Tokens outlive the fault of Keycloak's database.
    }
    Instant end = Instant.now().plus(ROUNDS_FOR);
    int rounds = 0;
    do {
      cancelLast();
      lastRun = run(VICTIMS.get(rounds++ % VICTIMS.size()));
    } while (Instant.now().isBefore(end));
    await().atMost(EXECUTED_WITHIN).until(() -> databases.unpublished() == 0);
    System.out.printf("Faults of runs: %d rounds; refusals %s%n", rounds, client.refusals());
  }

  private JsonNode run(String victim) {
    String key = UUID.randomUUID().toString();
    String run = client.persist(() -> beneficiaries.proposeRun(key), 201).json().get("id").asText();
    client.persist(() -> beneficiaries.approveRun(run, key + "-approve"), 200);
    int before = random.nextInt(SHARDS_BEFORE_FAULT_MAX);
    await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(EXECUTED_WITHIN)
        .until(() -> shardsDone(run) >= before);
    System.out.printf("Faults of runs: %s after %d shards%n", victim, shardsDone(run));
    strike(victim);
    return await()
        .atMost(EXECUTED_WITHIN)
        .until(
            () -> client.persist(() -> beneficiaries.showRun(run), 200).json(),
            answer -> answer.get("state").asText().equals("EXECUTED"));
  }

  private void strike(String victim) {
    platform.kill(victim);
    platform.start(victim);
  }

  private long shardsDone(String run) {
    return databases.count(
        "payments",
        "select count(*) from run_shard where run_id = ?::uuid and state = 'DONE'",
        run);
  }

  private void cancelLast() {
    if (lastRun != null) {
      String run = lastRun.get("id").asText();
      client.persist(() -> beneficiaries.cancelRun(run, "cancel-" + run), 200);
    }
  }

  @Test
  void every_unit_is_in_one_live_instruction_of_the_last_run() {
    assertThat(
            databases.texts(
                "payments",
                """
                select count(*) || ' units, ' || count(distinct i.unit_id) || ' of them live, in '
                       || count(distinct b.run_id) || ' run'
                from award a join payable_unit u on u.award_id = a.id
                join instruction i on i.unit_id = u.id and i.state = 'ISSUED'
                join batch b on b.id = i.batch_id where a.given_name = 'Особа'
                """))
        .containsExactly("%1$d units, %1$d of them live, in 1 run".formatted(UNITS));
    assertThat(lastRun.at("/progress/shardsDone").asInt())
        .isGreaterThan(10)
        .isEqualTo(lastRun.at("/progress/shards").asInt());
  }

  @Test
  void every_instruction_was_told_once_and_every_cancelled_one_taken_back_once() {
    Set<String> issued = told("InstructionIssued");
    issued.addAll(told("CashInstructionIssued"));

    assertSame(issued, "select id::text from instruction");
    assertSame(
        told("InstructionCancelled"),
        "select id::text from instruction where reason = 'RUN_CANCELLED'");
  }

  /** By sets: with tens of thousands, comparing lists in any order takes minutes. */
  private void assertSame(Set<String> told, String query) {
    Set<String> booked = new HashSet<>(databases.texts("payments", query));
    Set<String> untold = new HashSet<>(booked);
    untold.removeAll(told);
    Set<String> unbooked = new HashSet<>(told);
    unbooked.removeAll(booked);

    assertThat(untold).isEmpty();
    assertThat(unbooked).isEmpty();
  }

  /** Instructions of which an event tells; events that differ by their id count as two. */
  private Set<String> told(String event) {
    Map<String, Set<String>> eventsOf =
        PublishedEvents.of(
                platform.bootstrapServers(),
                "payments.instructions",
                "ua.vidnova.payments." + event + ".v1")
            .stream()
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
