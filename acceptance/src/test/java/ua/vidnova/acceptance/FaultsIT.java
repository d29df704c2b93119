package ua.vidnova.acceptance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ua.vidnova.acceptance.PublishedEvents.Event;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.demo.Person;
import ua.vidnova.localstack.process.Server;

/**
 * People are registered and paid while the broker and payments are killed and PostgreSQL is
 * stopped. Clients repeat what was not answered; nothing that is not killed is started anew. In the
 * end all is there, once.
 */
@OnThePlatform
@Order(5)
class FaultsIT {
  private static final int PEOPLE = 120;
  private static final int CLERKS = 4;
  private static final Duration ALL_WITHIN = Duration.ofMinutes(3);
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

  private final Platform platform;
  private final Gateway gateway;
  private final Databases databases;
  private final Beneficiaries beneficiaries;
  private final PatientClient client = new PatientClient();
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Person> people = new InventedPeople(random).next(PEOPLE);

  /** Resident ids of those whose resumption was approved. */
  private final Set<String> approved = ConcurrentHashMap.newKeySet();

  private final AtomicInteger runs = new AtomicInteger();

  FaultsIT(Platform platform, Gateway gateway) {
    this.platform = platform;
    this.gateway = gateway;
    databases = new Databases(platform);
    beneficiaries = new Beneficiaries(gateway);
  }

  @BeforeAll
  void work_through_faults() throws Exception {
    System.out.println("Faults: seed " + seed);
    Map<String, Long> pidsBefore = pids();
    beneficiaries.importAwards(people).expect(201);
    for (String name : List.of("registrar", "officer", "approver")) {
      gateway.as(name); // Tokens outlive the fault of Keycloak's database.
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(CLERKS + 2)) {
      CompletionService<Void> work = new ExecutorCompletionService<>(threads);
      Queue<Person> waiting = new ConcurrentLinkedQueue<>(people);
      for (int i = 0; i < CLERKS; i++) {
        work.submit(() -> clerk(waiting), null);
      }
      work.submit(this::paymaster, null);
      work.submit(this::faults, null);
      awaitAll(work, CLERKS + 2, threads);
    }
    settle();
    System.out.printf("Faults: %d runs; refusals met %s%n", runs.get(), client.refusals());
    assertThat(pids().entrySet())
        .as("only what was killed or stopped was started anew")
        .containsAll(
            pidsBefore.entrySet().stream()
                .filter(each -> !Set.of("kafka", "payments", "postgres").contains(each.getKey()))
                .toList());
  }

  /** Lets the first failure end everything. */
  private static void awaitAll(CompletionService<Void> work, int count, ExecutorService threads)
      throws Exception {
    try {
      for (int i = 0; i < count; i++) {
        Future<Void> over = work.poll(ALL_WITHIN.toSeconds(), SECONDS);
        assertThat(over).as("work within " + ALL_WITHIN).isNotNull();
        over.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Map<String, Long> pids() {
    return platform.parts().stream()
        .collect(
            Collectors.toMap(Server::name, part -> part.process().handle().orElseThrow().pid()));
  }

  /** Brings people from registration to approval, one after the other. */
  private void clerk(Queue<Person> waiting) {
    for (Person person = waiting.poll(); person != null; person = waiting.poll()) {
      String key = "faults-" + person.rnokpp();
      Person next = person;
      String resident =
          client.persist(() -> beneficiaries.register(next, key), 201).json().get("id").asText();
      String resumption = resumptionOf(resident);
      client.persist(() -> beneficiaries.propose(resumption, key + "-propose"), 200);
      client.persist(() -> beneficiaries.confirmAccount(resident, next, key + "-account"), 200);
      client.persist(() -> beneficiaries.approve(resumption, key + "-approve"), 200);
      approved.add(resident);
    }
  }

  private String resumptionOf(String resident) {
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                Beneficiaries.firstOf(
                    client.persist(() -> beneficiaries.resumptionsOf(resident), 200)),
            found -> found.isPresent())
        .orElseThrow();
  }

  /** Runs this month again and again until everyone is approved, and once more. */
  private void paymaster() {
    boolean last;
    do {
      last = approved.size() == PEOPLE;
      String key = UUID.randomUUID().toString();
      run(key);
      runs.incrementAndGet();
    } while (!last);
  }

  /** One run from its proposal to its last shard, whatever is killed meanwhile. */
  private JsonNode run(String key) {
    String run = client.persist(() -> beneficiaries.proposeRun(key), 201).json().get("id").asText();
    client.persist(() -> beneficiaries.approveRun(run, key + "-approve"), 200);
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> client.persist(() -> beneficiaries.showRun(run), 200).json(),
            answer -> answer.get("state").asText().equals("EXECUTED"));
  }

  private void faults() {
    awaitApproved(PEOPLE / 8);
    platform.kill("kafka");
    awaitUnpublished(1 + random.nextInt(5));
    platform.start("kafka");

    awaitApproved(PEOPLE * 3 / 8);
    awaitMoreRuns(1 + random.nextInt(5));
    platform.kill("payments");
    platform.start("payments");

    awaitApproved(PEOPLE * 5 / 8);
    platform.stop("postgres");
    platform.start("postgres");
  }

  private void awaitApproved(int count) {
    await().atMost(Duration.ofSeconds(90)).until(() -> approved.size() >= count);
  }

  private void awaitMoreRuns(int more) {
    int enough = runs.get() + more;
    await().atMost(Duration.ofSeconds(60)).until(() -> runs.get() >= enough);
  }

  /** Without a broker no shard is taken and nobody hears of anyone: work piles up in outboxes. */
  private void awaitUnpublished(int count) {
    await().atMost(Duration.ofSeconds(60)).until(() -> databases.unpublished() >= count);
  }

  private void settle() {
    await().atMost(SETTLED_WITHIN).until(() -> databases.unpublished() == 0);
  }

  @Test
  void every_person_is_registered_once() {
    assertThat(approved).hasSize(PEOPLE);
    assertThat(
            databases.texts(
                "registry",
                "select id::text from resident where rnokpp = any(?)",
                people.stream().map(Person::rnokpp).toList()))
        .containsExactlyInAnyOrderElementsOf(approved);
  }

  @Test
  void every_resident_has_one_resumption_and_it_is_approved() {
    assertThat(
            databases.texts(
                "payments",
                "select resident_id || ' ' || state from resumption where resident_id::text = any(?)",
                List.copyOf(approved)))
        .containsExactlyInAnyOrderElementsOf(
            approved.stream().map(resident -> resident + " APPROVED").toList());
  }

  @Test
  void every_unit_that_can_be_paid_has_one_live_instruction() {
    assertThat(
            databases.texts(
                "payments",
                """
                select count(i.id) || ' live instructions, ' || count(distinct u.id) || ' months'
                from award a join payable_unit u on u.award_id = a.id
                left join instruction i on i.unit_id = u.id and i.state = 'ISSUED'
                where a.resident_id::text = any(?) group by a.id
                """,
                List.copyOf(approved)))
        .hasSize(PEOPLE)
        .containsOnly(
            "%1$d live instructions, %1$d months".formatted(Beneficiaries.ARREARS_MONTHS + 1));
  }

  @Test
  void every_instruction_was_told_once() {
    Map<String, Set<String>> eventsOf = new HashMap<>();
    List<Event> events =
        Stream.of("InstructionIssued", "CashInstructionIssued")
            .map("ua.vidnova.payments.%s.v1"::formatted)
            .map(
                type ->
                    PublishedEvents.of(platform.bootstrapServers(), "payments.instructions", type))
            .flatMap(List::stream)
            .toList();
    events.forEach(
        event ->
            eventsOf
                .computeIfAbsent(event.data().get("instructionId").asText(), id -> new HashSet<>())
                .add(event.id()));
    System.out.printf(
        "Faults: %d issued instructions in Kafka, %d of them repeated with the same id%n",
        events.size(), events.size() - eventsOf.size());

    assertThat(eventsOf.keySet())
        .containsExactlyInAnyOrderElementsOf(
            databases.texts("payments", "select id::text from instruction"));
    assertThat(eventsOf.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
  }

  @Test
  void every_registration_was_told_once_and_heard_by_payments_and_medical() {
    Set<String> told =
        PublishedEvents.of(
                platform.bootstrapServers(),
                "registry.residents",
                "ua.vidnova.registry.ResidentRegistered.v1")
            .stream()
            .map(event -> event.data().get("residentId").asText())
            .collect(Collectors.toSet());

    assertThat(told).containsAll(approved);
    for (String service : List.of("payments", "medical")) {
      await()
          .atMost(SETTLED_WITHIN)
          .untilAsserted(
              () ->
                  assertThat(
                          databases.texts(
                              service,
                              "select id::text from resident where id::text = any(?)",
                              List.copyOf(approved)))
                      .hasSize(PEOPLE));
    }
  }

  @Test
  void nothing_is_parked() {
    assertThat(databases.parked()).isZero();
  }

  @Test
  void another_run_makes_nothing_new() {
    JsonNode again = run(UUID.randomUUID().toString());

    assertThat(again.get("instructions").asLong()).isZero();
  }

  @Test
  void the_ledger_is_intact() {
    JsonNode proof =
        gateway.as("auditor").get("/api/payments/v1/ledger/verification").expect(200).json();

    assertThat(proof.get("intact").asBoolean()).as(proof.toString()).isTrue();
  }

  @Test
  void the_audit_trails_are_whole() {
    for (String service : Databases.SERVICES) {
      Answer answer =
          gateway.as("auditor").get("/api/%s/v1/audit/verification".formatted(service)).expect(200);
      assertThat(answer.json().get("whole").asBoolean()).as(service).isTrue();
    }
  }

  @Test
  void no_log_holds_names_numbers_or_accounts() throws Exception {
    assertThat(new PersonalData(platform).leakingLogs()).isEmpty();
  }
}
