package ua.vidnova.payments.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** What a life state stopped comes back when the person does, by two people's decision. */
@QuarkusTest
@WithPlatform
class ReappearanceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DECEASED", "PRESUMED_DEAD"})
  void who_was_wrongly_dead_is_paid_every_month_once_after_two_people_agree(String death) {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(2).toString());
    Payments.resumed(person);
    Payments.run(month);
    var handedOver = books.instructionsOf(person.residentId());
    payAll(handedOver);
    Payments.run(month.plusMonths(1));
    Told.lifeState(person.residentId(), death, Payments.today().minusDays(1));
    awaitAwardState(person, "STOPPED");

    Told.lifeState(person.residentId(), "LIVING", person.birthDate());

    awaitAwardState(person, "DORMANT");
    KafkaProbe.await(
        "payments.awards",
        "ua.vidnova.payments.AwardRestored.v1",
        data -> data.path("residentId").asText().equals(person.residentId().toString()));
    Payments.run(month.plusMonths(1));
    assertThat(statesOf(person)).doesNotContain("ISSUED");
    Payments.get(Payments.officer(), "resumptions/" + awaitOpenResumption(person))
        .then()
        .body("arrears.months", hasSize(0));

    decide(awaitOpenResumption(person));
    Payments.run(month.plusMonths(1));
    assertThat(books.instructionsOf(person.residentId()))
        .filteredOn(entry -> List.of("ISSUED", "PAID").contains(entry.state()))
        .extracting(Books.Entry::month)
        .containsExactly(
            month.minusMonths(2).toString(),
            month.minusMonths(1).toString(),
            month.toString(),
            month.plusMonths(1).toString());
  }

  @Test
  void what_was_owed_when_the_death_was_told_is_owed_again() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(2).toString());
    Payments.resumed(person);
    Told.died(person.residentId(), month.minusMonths(1).atDay(10));
    awaitAwardState(person, "STOPPED");
    assertThat(books.unitsOf(person.residentId()).values())
        .containsExactly("UNPAID_ON_DEATH", "UNPAID_ON_DEATH");

    Told.alive(person.residentId(), person.birthDate());
    awaitAwardState(person, "DORMANT");
    decide(awaitOpenResumption(person));
    Payments.run(month);

    assertThat(books.unitsOf(person.residentId()))
        .containsOnlyKeys(
            month.minusMonths(2).toString(), month.minusMonths(1).toString(), month.toString());
    assertThat(statesOf(person)).containsExactly("ISSUED", "ISSUED", "ISSUED");
  }

  @Test
  void who_is_missing_is_not_paid_until_they_reappear_and_two_people_agree() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.toString());
    Payments.resumed(person);
    Told.lifeState(person.residentId(), "MISSING", Payments.today().minusDays(2));
    awaitAwardState(person, "DORMANT");
    KafkaProbe.await(
        "payments.awards",
        "ua.vidnova.payments.AwardSuspended.v1",
        data -> data.path("residentId").asText().equals(person.residentId().toString()));
    Payments.run(month);
    assertThat(books.instructionsOf(person.residentId())).isEmpty();

    Told.lifeState(person.residentId(), "LIVING", Payments.today());
    decide(awaitOpenResumption(person));
    Payments.run(month);

    assertThat(statesOf(person)).containsExactly("ISSUED");
  }

  @Test
  void an_open_case_of_someone_missing_waits() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);

    Told.lifeState(person.residentId(), "MISSING", Payments.today());

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                books.count(
                    "select count(*) as count from resident where id = ? and life_state = 'MISSING'",
                    person.residentId()),
            heard -> heard == 1);
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(409)
        .body("openConditions.code", contains("RESIDENT_MISSING"));
  }

  @Test
  void who_was_missing_and_is_found_dead_stops_for_good() {
    var person = Person.anyone();
    Payments.resumed(person);
    Told.lifeState(person.residentId(), "MISSING", Payments.today().minusDays(2));
    awaitAwardState(person, "DORMANT");

    Told.lifeState(person.residentId(), "DECEASED", Payments.today().minusDays(2));

    awaitAwardState(person, "STOPPED");
    assertThat(books.unitsOf(person.residentId()).values()).doesNotContain("OUTSTANDING");
  }

  @Test
  void a_reappearance_told_twice_opens_one_case_and_a_refused_one_stays_refused() {
    var person = Person.anyone();
    Payments.resumed(person);
    Told.died(person.residentId(), Payments.today());
    awaitAwardState(person, "STOPPED");
    var eventId = UUID.randomUUID().toString();
    var now = Instant.now();
    Told.lifeStateAt(eventId, now, person.residentId(), "LIVING", person.birthDate());
    var resumption = awaitOpenResumption(person);
    Payments.post(
            Payments.officer(),
            "resumptions/" + resumption + "/refusal",
            java.util.Map.of("reason", "Ні"))
        .then()
        .statusCode(200);

    Told.lifeStateAt(eventId, now, person.residentId(), "LIVING", person.birthDate());
    Told.alive(person.residentId(), person.birthDate());
    awaitToldAfter(person, now);

    Payments.get(Payments.officer(), "resumptions?residentId=" + person.residentId())
        .then()
        .body("items.state", contains("APPROVED", "REFUSED"));
  }

  @Test
  void an_older_death_that_comes_after_the_reappearance_stops_nothing() {
    var person = Person.anyone();
    Payments.resumed(person);
    var died = Instant.now();
    Told.lifeStateAt(
        UUID.randomUUID().toString(),
        died.plusSeconds(1),
        person.residentId(),
        "LIVING",
        person.birthDate());
    Told.lifeStateAt(
        UUID.randomUUID().toString(), died, person.residentId(), "DECEASED", Payments.today());
    var marker = Person.anyone();
    Told.registered(marker);
    Told.lifeStateAt(
        UUID.randomUUID().toString(),
        died.plusSeconds(2),
        person.residentId(),
        "LIVING",
        person.birthDate());
    awaitToldAfter(person, died.plusSeconds(1));

    assertThat(books.awardStateOf(person)).isEqualTo("RESUMED");
  }

  @Test
  void a_death_told_as_of_old_stops_as_ever() {
    var person = Person.anyone();
    Payments.resumed(person);

    Told.diedOfOld(person.residentId(), Payments.today());

    awaitAwardState(person, "STOPPED");
  }

  private static void payAll(List<Books.Entry> entries) {
    entries.stream()
        .map(Books.Entry::batchId)
        .distinct()
        .forEach(batch -> Payments.get(Payments.ukrposhta(), "batches/" + batch + "/file"));
    entries.forEach(
        entry ->
            Payments.report(
                    Payments.ukrposhta(),
                    entry.batchId(),
                    List.of(Payments.outcome(entry.instructionId(), "PAID")))
                .then()
                .statusCode(200));
  }

  private List<String> statesOf(Person person) {
    return books.instructionsOf(person.residentId()).stream().map(Books.Entry::state).toList();
  }

  private static String awaitOpenResumption(Person person) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                Payments.get(Payments.officer(), "resumptions?residentId=" + person.residentId())
                    .jsonPath()
                    .<String>getList("items.findAll { it.state == 'OPENED' }.id"),
            ids -> ids.size() == 1)
        .getFirst();
  }

  private static void decide(String resumption) {
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200);
    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200);
  }

  private void awaitAwardState(Person person, String state) {
    await().atMost(PATIENCE).until(() -> books.awardStateOf(person), state::equals);
  }

  private void awaitToldAfter(Person person, Instant time) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                books.count(
                        "select count(*) as count from resident"
                            + " where id = ? and life_state_told_at > ?::timestamptz",
                        person.residentId(),
                        time.toString())
                    == 1);
  }
}
