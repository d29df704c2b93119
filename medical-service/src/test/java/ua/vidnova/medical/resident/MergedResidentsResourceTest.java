package ua.vidnova.medical.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;

/** The clinical record of people who have several records, as registry merges and parts them. */
@QuarkusTest
@WithPlatform
class MergedResidentsResourceTest {

  private static final String FHIR = "/api/medical/fhir/R4/";

  @Test
  void visits_of_both_are_the_survivors_while_the_merge_lasts() {
    var survivor = TestResidents.living();
    var merged = TestResidents.living();
    var own = recorded(visitOf(survivor)).toString();
    var other = recorded(visitOf(merged)).toString();

    merge(merged, survivor);

    for (var patient : new UUID[] {survivor, merged}) {
      encounters(patient)
          .body("total", equalTo(2))
          .body("entry.resource.id", containsInAnyOrder(own, other))
          .body("entry.resource.subject.reference", everyItem(equalTo("Patient/" + survivor)));
      observations(patient)
          .body("entry.resource.subject.reference", everyItem(equalTo("Patient/" + survivor)));
      asMedic()
          .queryParam("residentId", patient.toString())
          .get(VISITS)
          .then()
          .body("items.id", containsInAnyOrder(own, other))
          .body("items.residentId", containsInAnyOrder(survivor.toString(), merged.toString()));
    }
    asMedic()
        .get(FHIR + "Encounter/" + other)
        .then()
        .body("subject.reference", equalTo("Patient/" + survivor));

    unmerge(merged, survivor);

    encounters(survivor).body("entry.resource.id", contains(own));
    encounters(merged)
        .body("entry.resource.id", contains(other))
        .body("entry.resource.subject.reference", contains("Patient/" + merged));
  }

  @Test
  void patients_of_one_person_are_linked() {
    var survivor = TestResidents.living();
    var merged = TestResidents.living();
    merge(merged, survivor);

    patient(merged)
        .body("id", equalTo(merged.toString()))
        .body("active", equalTo(false))
        .body("link.type", contains("replaced-by"))
        .body("link.other.reference", contains("Patient/" + survivor));
    patient(survivor)
        .body("active", nullValue())
        .body("link.type", contains("replaces"))
        .body("link.other.reference", contains("Patient/" + merged));

    unmerge(merged, survivor);

    patient(merged).body("link", nullValue()).body("active", nullValue());
    patient(survivor).body("link", nullValue());
  }

  @Test
  void pages_of_observations_go_through_the_visits_of_both() {
    var survivor = TestResidents.living();
    var merged = TestResidents.living();
    recorded(visitOf(survivor));
    recorded(visitOf(merged));
    merge(merged, survivor);
    var all = observations(survivor).extract().jsonPath().<String>getList("entry.resource.id");

    var seen = new ArrayList<String>();
    var next = FHIR + "Observation?_count=3&patient=" + survivor;
    while (next != null) {
      var page = asMedic().get(next).then().statusCode(200).extract().jsonPath();
      seen.addAll(page.getList("entry.resource.id"));
      next = page.getString("link.find { it.relation == 'next' }?.url");
    }

    assertThat(seen).isEqualTo(all).hasSizeGreaterThan(6);
  }

  @Test
  void a_visit_that_a_device_records_for_the_merged_record_stays_with_it() {
    var survivor = TestResidents.living();
    var merged = TestResidents.living();
    merge(merged, survivor);
    var visit = recorded(visitOf(merged)).toString();
    encounters(survivor).body("entry.resource.id", contains(visit));

    unmerge(merged, survivor);

    encounters(survivor).body("total", equalTo(0));
    encounters(merged).body("entry.resource.id", contains(visit));
  }

  @Test
  void a_death_of_one_record_is_the_persons() {
    var died = LocalDate.now(KyivCalendar.KYIV).minusDays(3);
    var survivor = TestResidents.living();
    var merged = TestResidents.deceasedOn(died);
    merge(merged, survivor);
    patient(survivor).body("deceasedDateTime", equalTo(died.toString()));
    send(visitOf(survivor)).statusCode(409).body("code", equalTo("resident-deceased"));

    unmerge(merged, survivor);

    patient(survivor).body("deceasedDateTime", nullValue());
    send(visitOf(survivor)).statusCode(201);
  }

  @Test
  void the_person_is_seen_where_the_survivor_lives() {
    var survivor = TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT);
    var merged = TestResidents.living();
    var visit = recorded(visitOf(merged)).toString();
    merge(merged, survivor);

    asMedic().get(FHIR + "Patient/" + merged).then().statusCode(404);
    asMedic().get(VISITS + "/" + visit).then().statusCode(404);
    send(visitOf(merged)).statusCode(404);
    var there =
        TestTokens.staff("medic-2", Roles.MEDIC).within(TestResidents.OTHER_SETTLEMENT).token();
    as(there)
        .queryParam("patient", survivor.toString())
        .get(FHIR + "Encounter")
        .then()
        .body("entry.resource.id", contains(visit));

    unmerge(merged, survivor);
    asMedic().get(VISITS + "/" + visit).then().statusCode(200);
  }

  @Test
  void events_may_come_twice_and_in_any_order() {
    var survivor = TestResidents.living();
    var merged = TestResidents.living();
    var now = Instant.now();
    tell("ResidentUnmerged", merged, survivor, now);
    tell("ResidentMerged", merged, survivor, now.minusSeconds(60));
    tell("ResidentMerged", merged, survivor, now.plusSeconds(1));
    tell("ResidentMerged", merged, survivor, now.plusSeconds(1));
    awaitMergedInto(merged, Optional.of(survivor));
    tell("ResidentUnmerged", merged, survivor, now.minusSeconds(30));
    tell("ResidentUnmerged", merged, survivor, now.plusSeconds(2));
    tell("ResidentMerged", merged, survivor, now.plusSeconds(1));
    awaitMergedInto(merged, Optional.empty());
    patient(survivor).body("link", nullValue());
  }

  @Test
  void a_merge_that_is_heard_of_before_the_survivor_waits_until_they_are_known() {
    var survivor = Ids.newId();
    var merged = TestResidents.living();
    var visit = recorded(visitOf(merged)).toString();
    merge(merged, survivor);
    encounters(merged)
        .body("entry.resource.id", contains(visit))
        .body("entry.resource.subject.reference", contains("Patient/" + merged));

    var registration = EventSamples.json("registry.residents", "ResidentRegistered.v1");
    registration.put("residentId", survivor.toString());
    KafkaProbe.send(
        "registry.residents",
        survivor.toString(),
        "ua.vidnova.registry.ResidentRegistered.v1",
        registration);

    eventually(
        () ->
            encounters(survivor)
                .body("entry.resource.id", contains(visit))
                .body("entry.resource.subject.reference", contains("Patient/" + survivor)));
  }

  private static ValidatableResponse patient(UUID id) {
    return asMedic().get(FHIR + "Patient/" + id).then().statusCode(200);
  }

  private static ValidatableResponse encounters(UUID patient) {
    return searched("Encounter", patient);
  }

  private static ValidatableResponse observations(UUID patient) {
    return searched("Observation", patient).body("entry", hasSize(14));
  }

  private static ValidatableResponse searched(String type, UUID patient) {
    return asMedic()
        .queryParam("patient", patient.toString())
        .queryParam("_count", 200)
        .get(FHIR + type)
        .then()
        .statusCode(200);
  }

  static void merge(UUID merged, UUID survivor) {
    tell("ResidentMerged", merged, survivor, Instant.now());
    awaitMergedInto(merged, Optional.of(survivor));
  }

  static void unmerge(UUID merged, UUID survivor) {
    tell("ResidentUnmerged", merged, survivor, Instant.now());
    awaitMergedInto(merged, Optional.empty());
  }

  private static void awaitMergedInto(UUID id, Optional<UUID> survivor) {
    eventually(
        () ->
            assertThat(
                    QuarkusTransaction.requiringNew()
                        .call(() -> Resident.<Resident>findById(id).mergedInto()))
                .isEqualTo(survivor));
  }

  static void tell(String name, UUID id, UUID survivor, Instant at) {
    var data = EventSamples.json("registry.residents", name + ".v1");
    data.put("residentId", id.toString()).put("survivorId", survivor.toString());
    KafkaProbe.sendRaw(
        "registry.residents",
        id.toString(),
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            Ids.newId().toString(),
            "ce_source",
            "/vidnova/registry",
            "ce_type",
            "ua.vidnova.registry." + name + ".v1",
            "ce_time",
            at.toString(),
            "content-type",
            "application/json"),
        data.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void eventually(ThrowingRunnable seen) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(seen);
  }
}
