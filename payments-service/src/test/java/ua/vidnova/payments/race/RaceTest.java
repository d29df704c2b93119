package ua.vidnova.payments.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.awardimport.AwardFile;
import ua.vidnova.payments.awardimport.AwardLineRules;
import ua.vidnova.payments.awardimport.ImportAwards;
import ua.vidnova.payments.batch.HandOverBatch;
import ua.vidnova.payments.death.StopAwards;
import ua.vidnova.payments.matching.MatchAwards;
import ua.vidnova.payments.merge.MergeRecords;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resident.EvidenceLevel;
import ua.vidnova.payments.resident.Identity;
import ua.vidnova.payments.resident.LifeState;
import ua.vidnova.payments.resident.Resident;
import ua.vidnova.payments.run.ExecuteShard;
import ua.vidnova.payments.run.RunShardDue;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Two transactions want the same award; the second waits, and then does what is still right. */
@QuarkusTest
@WithPlatform
class RaceTest {

  @Inject Books books;
  @Inject StopAwards stopAwards;
  @Inject ExecuteShard executeShard;
  @Inject HandOverBatch handOverBatch;
  @Inject MatchAwards matchAwards;
  @Inject ImportAwards importAwards;
  @Inject MergeRecords mergeRecords;

  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @AfterEach
  void stop() {
    other.shutdownNow();
  }

  @Test
  void a_run_that_meets_a_death_issues_nothing() throws Exception {
    var person = Person.anyone();
    Payments.resumed(person);
    try (var death = new HeldTransaction(() -> die(person))) {
      var run = meanwhile(() -> Payments.run(Payments.thisMonth()));
      books.awaitBlockedTransaction();
      death.commit();
      assertThat(run.get().statusCode()).isEqualTo(200);
    }

    assertThat(books.instructionsOf(person.residentId())).isEmpty();
    assertThat(books.awardStateOf(person)).isEqualTo("STOPPED");
  }

  @Test
  void a_death_that_meets_a_run_withdraws_what_it_issued() throws Exception {
    var person = Person.anyone();
    Payments.resumed(person);
    var shard = onlyShardOfApprovedRun();
    try (var run = new HeldTransaction(() -> executeShard.execute(shard))) {
      Told.died(person.residentId(), Payments.today());
      books.awaitBlockedTransaction();
      run.commit();
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(person), "STOPPED"::equals);
    assertThat(books.instructionsOf(person.residentId()))
        .isNotEmpty()
        .extracting(Books.Entry::state)
        .containsOnly("WITHDRAWN");
  }

  @Test
  void a_hand_over_that_meets_a_death_leaves_the_dead_out_of_the_file() throws Exception {
    var person = Person.anyone();
    var entry = issued(person);
    var alive = issued(Person.anyone());
    try (var death = new HeldTransaction(() -> die(person))) {
      var download =
          meanwhile(
              () -> Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file"));
      books.awaitBlockedTransaction();
      death.commit();
      var answer = download.get();
      assertThat(answer.statusCode()).isIn(200, 409);
      assertThat(answer.asString()).doesNotContain(entry.instructionId());
    }

    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::state)
        .containsOnly("WITHDRAWN");
    assertThat(alive.state()).isEqualTo("ISSUED");
  }

  @Test
  void a_death_that_meets_a_hand_over_withdraws_nothing_that_left() throws Exception {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    var entry = issued(person);
    try (var handOver =
        new HeldTransaction(
            () -> handOverBatch.handOver(UUID.fromString(entry.batchId()), Payments.UKRPOSHTA))) {
      Told.died(person.residentId(), Payments.today());
      books.awaitBlockedTransaction();
      handOver.commit();
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(person), "STOPPED"::equals);
    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::state)
        .containsExactly("ISSUED");
    assertThat(
            Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file").asString())
        .contains(entry.instructionId());
  }

  @Test
  void an_approval_that_meets_a_death_is_refused() throws Exception {
    var person = Person.anyone();
    var resumption = Payments.opened(person);
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal");
    try (var death = new HeldTransaction(() -> die(person))) {
      var approval =
          meanwhile(
              () -> Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval"));
      books.awaitBlockedTransaction();
      death.commit();
      assertThat(approval.get().statusCode()).isEqualTo(409);
    }

    assertThat(books.unitsOf(person.residentId())).isEmpty();
  }

  @Test
  void an_import_that_meets_an_identity_finds_the_resident() throws Exception {
    var person = Person.anyone();
    try (var identity = new HeldTransaction(() -> identify(person))) {
      var imported = meanwhile(() -> Payments.importLines(person.line()));
      books.awaitBlockedTransaction();
      identity.commit();
      assertThat(imported.get().statusCode()).isEqualTo(201);
    }

    Payments.awaitResumption(person.residentId());
  }

  @Test
  void an_identity_that_meets_an_import_finds_the_award() throws Exception {
    var person = Person.anyone();
    try (var imported =
        new HeldTransaction(() -> importAwards.importFile("00035323", new OneLine(person)))) {
      Told.identified(person);
      books.awaitBlockedTransaction();
      imported.commit();
    }

    Payments.awaitResumption(person.residentId());
  }

  @Test
  void a_run_that_meets_a_merge_pays_one_award() throws Exception {
    var survivor = Person.anyone();
    var merged = Person.anyone();
    Payments.resumed(survivor);
    Payments.resumed(merged);
    try (var merge = new HeldTransaction(() -> merge(merged, survivor))) {
      var run = meanwhile(() -> Payments.run(Payments.thisMonth()));
      books.awaitBlockedTransaction();
      merge.commit();
      assertThat(run.get().statusCode()).isEqualTo(200);
    }

    assertThat(books.instructionsOf(merged.residentId())).isEmpty();
    assertThat(books.instructionsOf(survivor.residentId())).isNotEmpty();
  }

  @Test
  void a_merge_that_meets_a_run_takes_back_what_it_issued_to_the_other() throws Exception {
    var survivor = Person.anyone();
    var merged = Person.anyone();
    Payments.resumed(survivor);
    Payments.resumed(merged);
    var shard = onlyShardOfApprovedRun();
    try (var run = new HeldTransaction(() -> executeShard.execute(shard))) {
      Told.merged(merged.residentId(), survivor.residentId());
      books.awaitBlockedTransaction();
      run.commit();
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(books.instructionsOf(merged.residentId()))
                    .isNotEmpty()
                    .extracting(Books.Entry::state)
                    .containsOnly("WITHDRAWN"));
    assertThat(books.instructionsOf(survivor.residentId()))
        .extracting(Books.Entry::state)
        .containsOnly("ISSUED");
  }

  @Test
  void an_approval_that_meets_a_merge_is_refused() throws Exception {
    var survivor = Person.anyone();
    var merged = Person.anyone();
    Payments.resumed(survivor);
    var resumption = Payments.opened(merged);
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal");
    try (var merge = new HeldTransaction(() -> merge(merged, survivor))) {
      var approval =
          meanwhile(
              () -> Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval"));
      books.awaitBlockedTransaction();
      merge.commit();
      assertThat(approval.get().statusCode()).isBetween(409, 412);
    }

    assertThat(books.unitsOf(merged.residentId())).isEmpty();
  }

  private void merge(Person merged, Person survivor) {
    mergeRecords.merge(merged.residentId(), survivor.residentId(), Instant.now());
  }

  @Test
  void an_overlap_that_meets_a_run_waits_for_its_shard() throws Exception {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(1).toString());
    Payments.resumed(person);
    var award = books.awardOf(person);
    var month = Payments.thisMonth().minusMonths(1).toString();
    var shard = shardOfApprovedRun(1 - shardOf(award), 2);
    try (var run = new HeldTransaction(() -> executeShard.execute(shard))) {
      var overlap =
          meanwhile(
              () ->
                  Payments.post(
                      Payments.officer(),
                      "awards/" + award + "/overlap",
                      Map.of("from", month, "to", month, "source", "Заява № 31")));
      books.awaitBlockedTransaction();
      run.commit();
      assertThat(overlap.get().statusCode()).isEqualTo(201);
    }
  }

  private int shardOf(UUID award) {
    return (int)
        books.count("select (uuid_hash_extended(?, 0) & 9223372036854775807) % 2 as count", award);
  }

  @Test
  void two_approvals_at_once_resume_once() throws Exception {
    var person = Person.anyone();
    var resumption = Payments.opened(person);
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal");
    Callable<Integer> approval =
        () ->
            Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
                .statusCode();

    try (var threads = Executors.newFixedThreadPool(3)) {
      var statuses =
          threads.invokeAll(List.of(approval, approval, approval)).stream()
              .map(RaceTest::result)
              .sorted()
              .toList();
      assertThat(statuses).containsExactly(200, 409, 409);
    }
    assertThat(books.unitsOf(person.residentId()))
        .hasSize(
            (int)
                ChronoUnit.MONTHS.between(
                    YearMonth.parse(person.firstUnpaidMonth()), Payments.thisMonth()));
  }

  @Test
  @ActivateRequestContext
  void a_shard_that_breaks_off_leaves_nothing_and_pays_all_when_repeated() throws Exception {
    var person = Person.anyone();
    Payments.resumed(person);
    var shard = onlyShardOfApprovedRun();
    var events = books.count("select count(*) as count from outbox_event");

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          executeShard.execute(shard);
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");
    assertThat(books.instructionsOf(person.residentId())).isEmpty();
    assertThat(books.count("select count(*) as count from outbox_event"))
        .isLessThanOrEqualTo(events);

    executeShard.execute(shard);
    var paid = books.instructionsOf(person.residentId());
    assertThat(paid).isNotEmpty();
    executeShard.execute(shard);
    assertThat(books.instructionsOf(person.residentId())).isEqualTo(paid);
  }

  /** A run that is approved, whose only shard nobody has been told of. */
  private RunShardDue onlyShardOfApprovedRun() throws SQLException {
    return shardOfApprovedRun(0, 1);
  }

  private RunShardDue shardOfApprovedRun(int number, int of) throws SQLException {
    var shard = new RunShardDue(Ids.newId(), Ids.newId(), number, of);
    books.execute(
        "insert into payment_run"
            + " (id, period, state, proposed_by, proposed_at, approved_by, approved_at)"
            + " values (?, ?, 'APPROVED', 'officer-1', now(), 'approver-1', now())",
        shard.runId(),
        Payments.thisMonth().atDay(1));
    books.execute(
        "insert into run_shard (id, run_id, number, of, state) values (?, ?, ?, ?, 'DUE')",
        shard.shardId(),
        shard.runId(),
        number,
        of);
    return shard;
  }

  private void die(Person person) {
    var resident = Resident.getOrMakeLocked(person.residentId());
    resident.isNow(LifeState.DECEASED, Payments.today(), Instant.now());
    stopAwards.stop(resident);
  }

  private void identify(Person person) {
    var resident = Resident.getOrMakeLocked(person.residentId());
    var identity =
        new Identity(
            person.settlement(),
            person.familyName(),
            "Ганна",
            null,
            person.birthDate(),
            person.rnokpp(),
            EvidenceLevel.ORIGINAL,
            Payments.today(),
            null,
            Channel.POST,
            null,
            Payments.today());
    resident.learn(identity, Instant.now());
    matchAwards.matchResident(resident);
  }

  private Books.Entry issued(Person person) {
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    return books.instructionsOf(person.residentId()).getFirst();
  }

  private Future<Response> meanwhile(Callable<Response> call) {
    return other.submit(call);
  }

  private static int result(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A file of one award. */
  private static final class OneLine implements AwardFile {

    private final Iterator<Person> people;
    private final byte[] id =
        Ids.newId().toString().substring(0, 32).getBytes(StandardCharsets.US_ASCII);

    OneLine(Person person) {
      this.people = List.of(person).iterator();
    }

    @Override
    public Optional<AwardLineRules.Reading> next(LocalDate today) {
      if (!people.hasNext()) {
        return Optional.empty();
      }
      var columns = List.of(Payments.HEADER.split(","));
      var fields = List.of(people.next().line().split(","));
      return Optional.of(
          AwardLineRules.read(
              2,
              column -> columns.contains(column) ? fields.get(columns.indexOf(column)) : "",
              today));
    }

    @Override
    public byte[] sha256() {
      return id;
    }
  }
}
