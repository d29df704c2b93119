package ua.vidnova.medical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Five days of a brigade in Алчевськ. Ганна is registered in the morning and seen at noon, before
 * the news of her registration has reached the clinic. The medic's device hands the visit in until
 * it is taken. Days later she dies; everyone who must know is told, and nobody learns of what.
 */
@QuarkusTest
@WithPlatform
class BrigadeDayJourneyTest {

  private static final String FHIR = "/api/medical/fhir/R4/";
  private static final Instant NOW = anHourAgo();
  private static final Instant NOON = NOW.minus(Duration.ofDays(5));

  @Test
  void from_the_first_visit_to_the_last() {
    var hanna = Ids.newId();

    var firstVisit = with(with(visitOf(hanna), "startedAt", NOON.toString()), "endedAt", null);
    firstVisit.put(
        "outcome",
        Map.of("kind", "FOLLOW_UP", "followUpOn", dayOf(NOON.plus(Duration.ofDays(3))).toString()));
    send(firstVisit).statusCode(422).body("code", equalTo("resident-unknown"));

    registryTells("registry.residents", "ResidentRegistered", hanna, Map.of());
    registryTells("registry.identity", "IdentityEstablished", hanna, Map.of());
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> send(firstVisit).extract().statusCode() < 300);
    send(firstVisit).statusCode(200);
    KafkaProbe.await(
        "medical.visits",
        "ua.vidnova.medical.VisitRecorded.v1",
        data -> data.path("residentId").asText().equals(hanna.toString()));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                "Вигаданенко"
                    .equals(asMedic().get(FHIR + "Patient/" + hanna).path("name[0].family")));
    asMedic()
        .get(FHIR + "Observation?patient=" + hanna)
        .then()
        .body("entry.resource.code.coding[0].code.flatten()", hasItem("8310-5"));

    var death = NOON.plus(Duration.ofDays(2));
    var lastVisit = with(with(visitOf(hanna), "startedAt", death.toString()), "endedAt", null);
    lastVisit.put("outcome", Map.of("kind", "DECEASED", "diedOn", dayOf(death).toString()));
    send(lastVisit).statusCode(201);
    var told =
        KafkaProbe.await(
            "medical.outcomes",
            "ua.vidnova.medical.DeathRecorded.v1",
            data -> data.path("residentId").asText().equals(hanna.toString()));
    assertThat(told.data().path("diedOn").asText()).isEqualTo(dayOf(death).toString());

    registryTells(
        "registry.residents",
        "LifeStateChanged",
        hanna,
        Map.of("effectiveOn", dayOf(death).toString()));
    send(visitOf(hanna)).statusCode(409).body("code", equalTo("resident-deceased"));
    var forgotten = NOON.plus(Duration.ofHours(30)).toString();
    send(with(with(visitOf(hanna), "startedAt", forgotten), "endedAt", null)).statusCode(201);

    asMedic()
        .get(FHIR + "Patient/" + hanna)
        .then()
        .body("deceasedDateTime", equalTo(dayOf(death).toString()));
    asMedic().get(VISITS + "?residentId=" + hanna).then().body("items.size()", equalTo(3));
    asMedic().get(FHIR + "Encounter?patient=" + hanna).then().body("total", equalTo(3));
    as(TestTokens.staff("auditor-1", Roles.AUDITOR).token())
        .get("/api/medical/v1/audit/verification")
        .then()
        .statusCode(200)
        .body("whole", equalTo(true));
  }

  private static void registryTells(
      String topic, String name, UUID resident, Map<String, String> facts) {
    var data = EventSamples.json(topic, name + ".v1");
    data.put("residentId", resident.toString());
    facts.forEach(data::put);
    KafkaProbe.send(topic, resident.toString(), "ua.vidnova.registry." + name + ".v1", data);
  }

  private static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, KyivCalendar.KYIV);
  }
}
