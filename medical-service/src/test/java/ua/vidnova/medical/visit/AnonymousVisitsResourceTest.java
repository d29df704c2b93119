package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** People who would not or could not say who they are. */
@QuarkusTest
@WithPlatform
class AnonymousVisitsResourceTest {

  private static final String FHIR = "/api/medical/fhir/R4/";

  @Test
  void someone_anonymous_becomes_a_record_that_later_visits_name() {
    var id = Ids.newId();
    var visit = visitOf(anonymous(id, "MALE", 40, null));
    send(visit)
        .statusCode(201)
        .body("residentId", equalTo(id.toString()))
        .body("sex", equalTo("MALE"))
        .body("ageYears", equalTo(40));
    send(visit).statusCode(200);
    var later = recorded(TestVisits.visitOf(id));
    asMedic()
        .queryParam("residentId", id)
        .get(VISITS)
        .then()
        .statusCode(200)
        .body("items.id", containsInAnyOrder(visit.get("id"), later.toString()))
        .body("items.ageYears", contains(40, 40));
    asMedic().get(FHIR + "Patient/" + id).then().statusCode(200).body("gender", equalTo("male"));
  }

  @Test
  void a_small_child_has_months() {
    var visit = visitOf(anonymous(Ids.newId(), "FEMALE", null, 11));
    send(visit).statusCode(201).body("ageYears", equalTo(0));
    var older = visitOf(anonymous(Ids.newId(), "FEMALE", null, 30));
    send(older).statusCode(201).body("ageYears", equalTo(2));
  }

  @Test
  void the_same_person_may_look_a_year_older_and_no_more() {
    var id = Ids.newId();
    send(visitOf(anonymous(id, "MALE", 40, null))).statusCode(201);
    send(visitOf(anonymous(id, "MALE", 41, null))).statusCode(201);
    problem(send(visitOf(anonymous(id, "FEMALE", 40, null))), 409, "anonymous-id-taken");
    problem(send(visitOf(anonymous(id, "MALE", 55, null))), 409, "anonymous-id-taken");
  }

  @Test
  void the_id_of_a_resident_is_nobodys_else() {
    problem(
        send(visitOf(anonymous(TestResidents.living(), "FEMALE", 75, null))),
        409,
        "anonymous-id-taken");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,      40,  -,  anonymous.sex,       required",
        "MALE,   -,   -,  anonymous.ageYears,  required",
        "MALE,   40,  3,  anonymous.ageYears,  required",
        "MALE,   131, -,  anonymous.ageYears,  implausible",
        "MALE,   -1,  -,  anonymous.ageYears,  implausible",
        "MALE,   -,   60, anonymous.ageMonths, implausible",
      })
  void how_they_look_is_given_whole(
      String sex, Integer years, Integer months, String field, String code) {
    refusedField(send(visitOf(anonymous(Ids.newId(), sex, years, months))), field, code);
  }

  @Test
  void a_visit_is_of_one_person() {
    var visit = visitOf(anonymous(Ids.newId(), "MALE", 40, null));
    refusedField(
        send(with(visit, "residentId", TestResidents.living().toString())),
        "anonymous",
        "not-applicable");
    refusedField(send(with(visit, "anonymous", null)), "residentId", "required");
    refusedField(send(with(visit, "sex", "MALE")), "sex", "not-applicable");
    var noId = new HashMap<>(anonymous(Ids.newId(), "MALE", 40, null));
    noId.remove("id");
    refusedField(send(visitOf(noId)), "anonymous.id", "required");
    noId.put("id", UUID.randomUUID().toString());
    refusedField(send(visitOf(noId)), "anonymous.id", "not-uuid-v7");
  }

  @Test
  void a_death_of_someone_anonymous_is_told_to_nobody() {
    var id = Ids.newId();
    var day = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV).toString();
    var visit =
        with(
            visitOf(anonymous(id, "MALE", 40, null)),
            "outcome",
            Map.of("kind", "DEAD_ON_ARRIVAL", "diedOn", day));
    send(visit).statusCode(201);
    KafkaProbe.await(
        "medical.visits",
        "ua.vidnova.medical.VisitRecorded.v1",
        data -> data.path("residentId").asText().equals(id.toString()));
    assertThat(KafkaProbe.all("medical.outcomes"))
        .noneMatch(told -> told.key().equals(id.toString()));
  }

  @Test
  void a_death_is_told_once_registry_knows_whose_it_was() {
    var id = Ids.newId();
    var day = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV).toString();
    var visit =
        with(
            visitOf(anonymous(id, "FEMALE", 75, null)),
            "outcome",
            Map.of("kind", "DEAD_ON_ARRIVAL", "diedOn", day));
    send(visit).statusCode(201);
    var survivor = TestResidents.living();
    registryMerges(id, survivor);
    var told =
        KafkaProbe.await(
            "medical.outcomes",
            "ua.vidnova.medical.DeathRecorded.v1",
            data -> data.path("visitId").asText().equals(visit.get("id")));
    assertThat(told.data().path("residentId").asText()).isEqualTo(survivor.toString());
  }

  @Test
  void when_registry_finds_who_it_was_the_visits_are_the_residents() {
    var id = Ids.newId();
    var visit = visitOf(anonymous(id, "FEMALE", 74, null));
    send(visit).statusCode(201);
    var survivor = TestResidents.living();
    registryMerges(id, survivor);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                asMedic()
                    .queryParam("residentId", survivor)
                    .get(VISITS)
                    .then()
                    .body("items.id", contains(visit.get("id"))));
  }

  @Test
  void when_registry_registers_them_under_the_same_id_its_word_counts() {
    var id = Ids.newId();
    send(visitOf(anonymous(id, "MALE", 40, null))).statusCode(201);
    var identity = EventSamples.json("registry.identity", "IdentityEstablished.v1");
    identity.put("residentId", id.toString());
    KafkaProbe.send(
        "registry.identity", id.toString(), "ua.vidnova.registry.IdentityEstablished.v1", identity);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                asMedic()
                    .get(FHIR + "Patient/" + id)
                    .then()
                    .body("name[0].family", equalTo(identity.at("/name/family").asText())));
    problem(send(visitOf(anonymous(id, "MALE", 40, null))), 409, "anonymous-id-taken");
  }

  private static void registryMerges(UUID id, UUID survivor) {
    var merged = EventSamples.json("registry.residents", "ResidentMerged.v1");
    merged.put("residentId", id.toString());
    merged.put("survivorId", survivor.toString());
    KafkaProbe.send(
        "registry.residents", id.toString(), "ua.vidnova.registry.ResidentMerged.v1", merged);
  }

  private static Map<String, Object> anonymous(
      UUID id, String sex, Integer ageYears, Integer ageMonths) {
    var anonymous = new HashMap<String, Object>();
    anonymous.put("id", id.toString());
    anonymous.put("sex", sex);
    anonymous.put("ageYears", ageYears);
    anonymous.put("ageMonths", ageMonths);
    return anonymous;
  }

  private static Map<String, Object> visitOf(Map<String, Object> anonymous) {
    return with(with(TestVisits.visitOf(Ids.newId()), "residentId", null), "anonymous", anonymous);
  }
}
