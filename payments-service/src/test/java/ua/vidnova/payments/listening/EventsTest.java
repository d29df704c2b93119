package ua.vidnova.payments.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class EventsTest {

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void takes_the_samples_of_contracts() {
    var id = "019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01";
    KafkaProbe.send(
        "registry.residents",
        id,
        "ua.vidnova.registry.ResidentRegistered.v1",
        EventSamples.json("registry.residents", "ResidentRegistered.v1"));
    KafkaProbe.send(
        "registry.identity",
        id,
        "ua.vidnova.registry.IdentityEstablished.v1",
        EventSamples.json("registry.identity", "IdentityEstablished.v1"));
    KafkaProbe.send(
        "registry.residents",
        id,
        "ua.vidnova.registry.LifeStateChanged.v1",
        EventSamples.json("registry.residents", "LifeStateChanged.v1"));

    until(
        "select count(*) as count from resident where id = ? and life_state = 'DECEASED'"
            + " and channel = 'BANK' and phone is not null and patronymic is not null",
        UUID.fromString(id));
  }

  @Test
  void a_registered_resident_is_known_by_place_until_the_identity_tells_more() {
    var person = Person.anyone();
    Told.registered(person);

    until(
        "select count(*) as count from resident where id = ? and settlement = ?",
        person.residentId(),
        person.settlement());
  }

  @Test
  void an_identity_opens_the_resumption_of_a_dormant_award_and_tells_of_it() {
    var person = Person.anyone();
    Payments.importLines(person.line());

    Told.identified(person);

    var resumption = Payments.awaitResumption(person.residentId());
    var told =
        KafkaProbe.await(
            "payments.awards",
            "ua.vidnova.payments.ResumptionOpened.v1",
            data -> data.path("resumptionId").asText().equals(resumption));
    assertThat(told.key()).isEqualTo(told.data().path("awardId").asText());
  }

  @Test
  void an_import_opens_it_just_as_well_when_the_identity_came_first() {
    var person = Person.anyone();
    Told.identified(person);
    untilIdentified(person);

    Payments.importLines(person.line());

    Payments.awaitResumption(person.residentId());
  }

  @Test
  void the_same_event_twice_opens_one() {
    var person = Person.anyone();
    Payments.importLines(person.line());
    var data = EventSamples.json("registry.identity", "IdentityEstablished.v1");
    data.put("residentId", person.residentId().toString()).put("rnokpp", person.rnokpp());
    data.put("birthDate", person.birthDate().toString());
    var key = person.residentId().toString();
    var type = "ua.vidnova.registry.IdentityEstablished.v1";
    var id = KafkaProbe.send("registry.identity", key, type, data);
    KafkaProbe.sendAs(id, "registry.identity", key, type, data);
    KafkaProbe.send("registry.identity", key, type, data);

    var resumption = Payments.awaitResumption(person.residentId());
    Told.identified(person, identity -> identity.put("phone", "+380507777777"));
    until(
        "select count(*) as count from resident where id = ? and phone = '+380507777777'",
        person.residentId());

    assertThat(Payments.awaitResumption(person.residentId())).isEqualTo(resumption);
  }

  @Test
  void better_facts_close_open_conditions() {
    var person = Person.anyone();
    Payments.importLines(person.line());
    Told.identified(
        person,
        identity -> {
          identity.put("evidenceLevel", "OCCUPATION_ISSUED");
          identity.remove("noRussianPensionDeclaredOn");
        });
    var resumption = Payments.awaitResumption(person.residentId());
    Payments.get(Payments.officer(), "resumptions/" + resumption)
        .then()
        .body("openConditions.code", contains("EVIDENCE_INSUFFICIENT", "DECLARATION_MISSING"));

    Told.identified(person);

    await()
        .untilAsserted(
            () ->
                Payments.get(Payments.officer(), "resumptions/" + resumption)
                    .then()
                    .body("openConditions", empty()));
  }

  @Test
  void worse_facts_stop_what_was_proposed() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal");

    Told.identified(person, identity -> identity.put("birthDate", "1939-01-01"));
    until(
        "select count(*) as count from resident where id = ? and birth_date = '1939-01-01'",
        person.residentId());

    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(409)
        .body("openConditions.code", contains("BIRTH_DATE_DISAGREES"));
  }

  @Test
  void two_residents_with_one_number_wait_for_the_registry_to_find_out() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);
    var other = person.doubled();

    Told.identified(other);
    untilIdentified(other);

    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(409)
        .body("openConditions.code", hasItem("NUMBER_CLAIMED_TWICE"));
    Payments.get(Payments.officer(), "resumptions?residentId=" + other.residentId())
        .then()
        .body("items", empty());
  }

  @Test
  void a_refused_case_is_opened_anew_by_new_facts_and_not_by_the_same_again() {
    var person = Person.anyone();
    var first = Payments.opened(person);
    Payments.post(Payments.officer(), "resumptions/" + first + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(200);

    Told.identified(person);
    Told.registered(person);
    Told.identified(person, identity -> identity.put("evidenceLevel", "REGISTER_EXTRACT"));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                Payments.get(Payments.officer(), "resumptions?residentId=" + person.residentId())
                    .then()
                    .body("items.state", contains("REFUSED", "OPENED")));
  }

  @Test
  void a_death_closes_an_open_case_and_stops_the_award() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);

    Told.died(person.residentId(), Payments.today());

    Payments.awaitState(resumption, "CLOSED");
    assertThat(books.awardStateOf(person)).isEqualTo("STOPPED");
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"));
    KafkaProbe.await(
        "payments.awards",
        "ua.vidnova.payments.AwardStopped.v1",
        data ->
            data.path("residentId").asText().equals(person.residentId().toString())
                && data.path("lastPayableMonth").asText().equals(Payments.thisMonth().toString()));
  }

  @Test
  void a_death_before_the_identity_stops_the_award_when_the_identity_comes() {
    var person = Person.anyone();
    Payments.importLines(person.line());
    Told.died(person.residentId(), Payments.today());
    untilDead(person);

    Told.identified(person);

    awaitAwardState(person, "STOPPED");
    Payments.get(Payments.officer(), "resumptions?residentId=" + person.residentId())
        .then()
        .body("items", empty());
  }

  @Test
  void a_death_before_the_import_stops_the_award_as_it_comes() {
    var person = Person.anyone();
    Told.identified(person);
    untilIdentified(person);
    Told.died(person.residentId(), Payments.today());
    untilDead(person);

    Payments.importLines(person.line()).then().body("accepted", equalTo(1));

    assertThat(books.awardStateOf(person)).isEqualTo("STOPPED");
  }

  @Test
  void a_death_does_not_stop_an_award_that_may_be_somebody_elses() {
    var person = Person.anyone();
    Payments.importLines(person.line());
    Told.identified(person, identity -> identity.put("birthDate", "1939-01-01"));
    var resumption = Payments.awaitResumption(person.residentId());

    Told.died(person.residentId(), Payments.today());

    Payments.awaitState(resumption, "CLOSED");
    assertThat(books.awardStateOf(person)).isEqualTo("DORMANT");
  }

  @Test
  void a_death_of_someone_known_by_witnesses_only_stops_no_award() {
    var person = Person.anyone();
    Payments.importLines(person.line());
    Told.identified(person, identity -> identity.put("evidenceLevel", "WITNESS"));
    var resumption = Payments.awaitResumption(person.residentId());

    Told.died(person.residentId(), Payments.today());

    Payments.awaitState(resumption, "CLOSED");
    assertThat(books.awardStateOf(person)).isEqualTo("DORMANT");
  }

  @Test
  void a_death_withdraws_what_no_partner_has_and_keeps_earlier_months_for_the_heirs() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(2).toString());
    Payments.resumed(person);
    Payments.run(month);
    Payments.run(month.plusMonths(1));
    var batches =
        books.instructionsOf(person.residentId()).stream().map(Books.Entry::batchId).toList();

    Told.died(person.residentId(), Payments.today());
    awaitAwardState(person, "STOPPED");

    assertThat(books.instructionsOf(person.residentId()))
        .hasSize(4)
        .extracting(Books.Entry::state)
        .containsOnly("WITHDRAWN");
    assertThat(books.unitsOf(person.residentId()))
        .containsEntry(month.minusMonths(2).toString(), "UNPAID_ON_DEATH")
        .containsEntry(month.toString(), "UNPAID_ON_DEATH")
        .containsEntry(month.plusMonths(1).toString(), "NOT_DUE");
    KafkaProbe.await(
        "payments.instructions",
        "ua.vidnova.payments.InstructionWithdrawn.v1",
        data -> data.path("residentId").asText().equals(person.residentId().toString()));
    for (var batch : batches) {
      assertThat(
              books.count(
                  "select instruction_count as count from batch where id = ?",
                  UUID.fromString(batch)))
          .isEqualTo(
              books.count(
                  "select count(*) as count from instruction"
                      + " where batch_id = ? and state = 'ISSUED'",
                  UUID.fromString(batch)));
    }

    Payments.run(month);
    Payments.run(month.plusMonths(1));
    assertThat(books.instructionsOf(person.residentId())).hasSize(4);
    assertThat(books.unitsOf(person.residentId())).hasSize(4);
  }

  @Test
  void what_a_partner_has_waits_for_its_report_and_then_goes_to_the_heirs() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    var entry = books.instructionsOf(person.residentId()).getFirst();
    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file");

    Told.died(person.residentId(), Payments.today());
    awaitAwardState(person, "STOPPED");
    assertThat(books.instructionsOf(person.residentId()).getFirst().state()).isEqualTo("ISSUED");
    assertThat(books.unitsOf(person.residentId())).containsValue("OUTSTANDING");

    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            List.of(Payments.outcome(entry.instructionId(), "NOT_COLLECTED")))
        .then()
        .body("accepted", equalTo(1));
    assertThat(books.unitsOf(person.residentId())).containsValue("UNPAID_ON_DEATH");
    Payments.run(Payments.thisMonth().plusMonths(1));
    assertThat(books.instructionsOf(person.residentId())).hasSize(1);
  }

  @Test
  void a_batch_without_anyone_left_is_withdrawn_and_has_no_file() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    takeEverything();
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    var entry = books.instructionsOf(person.residentId()).getFirst();

    Told.died(person.residentId(), Payments.today());
    awaitAwardState(person, "STOPPED");

    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId())
        .then()
        .body("state", equalTo("WITHDRAWN"))
        .body("instructions", equalTo(0))
        .body("totalMinor", equalTo(0));
    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file")
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-to-pay"));
  }

  @Test
  void a_corrected_day_of_death_moves_the_last_month() {
    var month = Payments.thisMonth();
    var person = Person.anyone().unpaidSince(month.minusMonths(2).toString());
    Payments.resumed(person);
    Told.died(person.residentId(), Payments.today());
    awaitAwardState(person, "STOPPED");

    Told.died(person.residentId(), month.minusMonths(1).atDay(15));

    until(
        "select count(*) as count from award where rnokpp = ? and last_payable_month = ?",
        person.rnokpp(),
        Date.valueOf(month.minusMonths(1).atDay(1)));
    assertThat(books.unitsOf(person.residentId()))
        .containsEntry(month.minusMonths(2).toString(), "UNPAID_ON_DEATH")
        .containsEntry(month.minusMonths(1).toString(), "UNPAID_ON_DEATH");
  }

  @Test
  void where_the_enemy_returns_the_post_is_held_again() {
    var settlement = "UA44040010020028814";
    Told.settlement(settlement, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(settlement);
    var person = Person.anyone().livingIn(settlement);
    Payments.resumed(person);

    Told.settlement(settlement, "OCCUPIED", Payments.today());
    until(
        "select count(*) as count from settlement_status"
            + " where settlement = ? and status = 'OCCUPIED'",
        settlement);
    Payments.run(Payments.thisMonth());

    assertThat(books.instructionsOf(person.residentId())).isEmpty();
  }

  @Test
  void no_event_that_payments_tells_names_anybody() {
    var person = Person.anyone();
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    KafkaProbe.await(
        "payments.instructions",
        "ua.vidnova.payments.InstructionIssued.v1",
        data -> data.path("residentId").asText().equals(person.residentId().toString()));

    for (var topic : new String[] {"payments.awards", "payments.instructions"}) {
      assertThat(KafkaProbe.all(topic))
          .isNotEmpty()
          .noneMatch(
              event ->
                  event.data().toString().contains(person.rnokpp())
                      || event.data().toString().contains(person.familyName())
                      || event.data().toString().contains("+380")
                      || event.data().toString().contains("UA21322313"));
    }
  }

  /** Hands every batch over, so that the next run makes one of its own. */
  private void takeEverything() {
    books
        .rows("select id from batch where state = 'READY' and partner = ?", Payments.UKRPOSHTA)
        .forEach(
            batch -> Payments.get(Payments.ukrposhta(), "batches/" + batch.get("id") + "/file"));
    Payments.run(Payments.thisMonth());
    books
        .rows("select id from batch where state = 'READY' and partner = ?", Payments.UKRPOSHTA)
        .forEach(
            batch -> Payments.get(Payments.ukrposhta(), "batches/" + batch.get("id") + "/file"));
  }

  private void untilIdentified(Person person) {
    until(
        "select count(*) as count from resident where id = ? and identity_told_at is not null",
        person.residentId());
  }

  private void untilDead(Person person) {
    until(
        "select count(*) as count from resident where id = ? and life_state = 'DECEASED'",
        person.residentId());
  }

  private void awaitAwardState(Person person, String state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> books.awardStateOf(person), state::equals);
  }

  private void until(String query, Object... parameters) {
    await().atMost(Duration.ofSeconds(20)).until(() -> books.count(query, parameters) == 1);
  }
}
