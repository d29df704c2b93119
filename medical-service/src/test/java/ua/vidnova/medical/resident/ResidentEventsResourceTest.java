package ua.vidnova.medical.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventContract;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.identifiers.Sex;

/** What the clinic hears of residents, through a real broker. */
@QuarkusTest
@WithPlatform
class ResidentEventsResourceTest {

  private static final String PATIENT = "/api/medical/fhir/R4/Patient/";

  @Inject @All List<EventHandler<?>> handlers;
  @Inject AgroalDataSource database;

  @Test
  void the_clinic_hears_exactly_what_contracts_says() {
    EventContract.assertHandlesWhatItReceives("medical", handlers);
  }

  @Test
  void the_samples_of_contracts_make_a_resident() {
    var id = Ids.newId();
    tell("registry.residents", "ResidentRegistered", id);
    tell("registry.identity", "IdentityEstablished", id);
    tell("registry.residents", "LifeStateChanged", id);

    var resident = awaitResident(id, found -> found.diedOn().isPresent() && known(found));

    assertThat(resident.name()).contains(new PersonName("Вигаданенко", "Ганна", "Прикладівна"));
    assertThat(resident.birthDate()).contains(LocalDate.of(1951, 4, 17));
    assertThat(resident.sex()).contains(Sex.FEMALE);
    assertThat(resident.settlement()).isEqualTo(TestResidents.SETTLEMENT);
    assertThat(resident.diedOn()).contains(LocalDate.of(2026, 11, 19));
  }

  @Test
  void no_number_phone_or_account_is_kept() throws SQLException {
    var id = Ids.newId();
    tell("registry.identity", "IdentityEstablished", id);
    awaitResident(id, ResidentEventsResourceTest::known);

    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement("select to_jsonb(r)::text from resident r where id = ?")) {
      query.setObject(1, id);
      var row = query.executeQuery();
      row.next();
      var sample = EventSamples.json("registry.identity", "IdentityEstablished.v1");
      assertThat(row.getString(1))
          .contains("Вигаданенко")
          .doesNotContain(
              sample.get("rnokpp").asText(),
              sample.get("phone").asText(),
              sample.at("/paymentChannel/iban").asText());
    }
  }

  @Test
  void a_death_that_is_heard_of_first_is_remembered_until_the_person_is_known() {
    var id = Ids.newId();
    var died = LocalDate.now(KyivCalendar.KYIV).minusDays(3);
    tell("registry.residents", "LifeStateChanged", id, data -> data.put("effectiveOn", "" + died));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> find(id).flatMap(Resident::diedOn).equals(Optional.of(died)));
    asMedic().get(PATIENT + id).then().statusCode(404);
    send(visitOf(id)).statusCode(422);

    tell("registry.identity", "IdentityEstablished", id);
    awaitResident(id, ResidentEventsResourceTest::known);

    asMedic().get(PATIENT + id).then().statusCode(200);
    send(visitOf(id)).statusCode(409);
  }

  @Test
  void who_is_presumed_dead_or_missing_can_be_visited_and_a_death_taken_back_too() {
    var resident = TestResidents.living();
    for (var state : List.of("MISSING", "PRESUMED_DEAD", "DECEASED", "LIVING")) {
      var day = LocalDate.now(KyivCalendar.KYIV).minusDays(9);
      tell(
          "registry.residents",
          "LifeStateChanged",
          resident,
          data ->
              data.put("legalState", state)
                  .put(
                      "lifeState",
                      Set.of("LIVING", "MISSING").contains(state) ? "LIVING" : "DECEASED")
                  .put("effectiveOn", day.toString()));
      await().atMost(Duration.ofSeconds(30)).until(() -> lifeStateOf(resident).equals(state));
      send(visitOf(resident)).statusCode(state.equals("DECEASED") ? 409 : 201);
    }
  }

  @Test
  void a_death_that_was_on_its_way_longer_than_the_reappearance_changes_nothing() {
    var resident = TestResidents.living();
    var died = Instant.now();
    sendLifeState(died.plusSeconds(1), resident, "LIVING");
    sendLifeState(died, resident, "DECEASED");
    sendLifeState(died.plusSeconds(2), resident, "MISSING");

    await().atMost(Duration.ofSeconds(30)).until(() -> lifeStateOf(resident).equals("MISSING"));
    send(visitOf(resident)).statusCode(201);
  }

  private static void sendLifeState(Instant time, UUID id, String state) {
    var data = EventSamples.json("registry.residents", "LifeStateChanged.v1");
    data.put("residentId", id.toString()).put("legalState", state);
    KafkaProbe.sendRaw(
        "registry.residents",
        id.toString(),
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", Ids.newId().toString(),
            "ce_source", "/vidnova/registry",
            "ce_type", "ua.vidnova.registry.LifeStateChanged.v1",
            "ce_time", time.toString(),
            "content-type", "application/json"),
        data.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private String lifeStateOf(UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select life_state from resident where id = ?")) {
      query.setObject(1, id);
      var row = query.executeQuery();
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  @Test
  void an_older_identity_that_comes_late_changes_nothing() {
    var id = Ids.newId();
    tell("registry.identity", "IdentityEstablished", id);
    awaitResident(id, ResidentEventsResourceTest::known);

    var late = EventSamples.json("registry.identity", "IdentityEstablished.v1");
    late.put("residentId", id.toString());
    late.putObject("name").put("family", "Стара").put("given", "Назва");
    sendAt(Instant.now().minus(Duration.ofDays(1)), id, late);
    var newer = late.deepCopy();
    newer.putObject("name").put("family", "Нова").put("given", "Назва");
    sendAt(Instant.now().plusSeconds(1), id, newer);

    var resident =
        awaitResident(
            id, found -> !found.name().map(PersonName::family).equals(Optional.of("Вигаданенко")));
    assertThat(resident.name()).contains(new PersonName("Нова", "Назва", null));
  }

  @Test
  void an_event_delivered_twice_has_its_effect_once() {
    var id = Ids.newId();
    var data = EventSamples.json("registry.residents", "ResidentRegistered.v1");
    data.put("residentId", id.toString());
    var type = "ua.vidnova.registry.ResidentRegistered.v1";
    var eventId = KafkaProbe.send("registry.residents", id.toString(), type, data);
    awaitResident(id, found -> true);

    data.put("settlement", TestResidents.OTHER_SETTLEMENT);
    KafkaProbe.sendAs(eventId, "registry.residents", id.toString(), type, data);
    tell("registry.residents", "LifeStateChanged", id);

    var resident = awaitResident(id, found -> found.diedOn().isPresent());
    assertThat(resident.settlement()).isEqualTo(TestResidents.SETTLEMENT);
  }

  @Test
  void a_visit_tells_others_where_and_when_but_nothing_clinical() {
    var resident = TestResidents.living();
    var id = recorded(visitOf(resident));

    var told =
        KafkaProbe.await(
            "medical.visits",
            "ua.vidnova.medical.VisitRecorded.v1",
            data -> data.path("visitId").asText().equals(id.toString()));

    assertThat(told.key()).isEqualTo(resident.toString());
    assertThat(told.data().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("visitId", "residentId", "settlement", "startedAt");
    assertThat(told.data().toString()).doesNotContain("Болить", "K85", "тиск", "36.6", "165");
  }

  @Test
  void a_death_tells_others_the_day_and_nothing_clinical() {
    var resident = TestResidents.living();
    var day = LocalDate.ofInstant(Instant.now().minus(Duration.ofHours(2)), KyivCalendar.KYIV);
    var outcome = Map.of("kind", "DECEASED", "diedOn", day.toString());
    var id = recorded(with(visitOf(resident), "outcome", outcome));

    var told =
        KafkaProbe.await(
            "medical.outcomes",
            "ua.vidnova.medical.DeathRecorded.v1",
            data -> data.path("visitId").asText().equals(id.toString()));

    assertThat(told.key()).isEqualTo(resident.toString());
    assertThat(told.data().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("visitId", "residentId", "diedOn");
    assertThat(told.data().path("diedOn").asText()).isEqualTo(day.toString());
  }

  @Test
  void a_visit_handed_in_twice_is_told_once_and_a_refused_one_never() {
    var resident = TestResidents.living();
    var visit = visitOf(resident);
    recorded(visit);
    send(visit).statusCode(200);
    var refused = with(visit, "id", Ids.newId().toString());
    send(with(refused, "vitals", Map.of("temperatureC", 99))).statusCode(422);
    var last = recorded(visitOf(resident));
    KafkaProbe.await(
        "medical.visits",
        "ua.vidnova.medical.VisitRecorded.v1",
        data -> data.path("visitId").asText().equals(last.toString()));

    assertThat(KafkaProbe.all("medical.visits"))
        .filteredOn(event -> resident.toString().equals(event.key()))
        .extracting(event -> event.data().path("visitId").asText())
        .containsExactly((String) visit.get("id"), last.toString());
    asMedic().get(VISITS + "/" + refused.get("id")).then().statusCode(404);
  }

  private static void tell(String topic, String name, UUID id) {
    tell(topic, name, id, data -> data);
  }

  private interface Change {
    Object apply(ObjectNode data);
  }

  private static void tell(String topic, String name, UUID id, Change change) {
    var data = EventSamples.json(topic, name + ".v1");
    data.put("residentId", id.toString());
    change.apply(data);
    KafkaProbe.send(topic, id.toString(), "ua.vidnova.registry." + name + ".v1", data);
  }

  private static void sendAt(Instant time, UUID id, ObjectNode data) {
    KafkaProbe.sendRaw(
        "registry.identity",
        id.toString(),
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", Ids.newId().toString(),
            "ce_source", "/vidnova/registry",
            "ce_type", "ua.vidnova.registry.IdentityEstablished.v1",
            "ce_time", time.toString(),
            "content-type", "application/json"),
        data.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static boolean known(Resident resident) {
    return resident.name().isPresent();
  }

  private static Optional<Resident> find(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> Resident.<Resident>findByIdOptional(id));
  }

  private static Resident awaitResident(UUID id, Predicate<Resident> as) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(() -> Resident.findRegistered(id).filter(as)),
            Optional::isPresent)
        .orElseThrow();
  }
}
