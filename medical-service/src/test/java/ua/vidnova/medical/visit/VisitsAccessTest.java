package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Who may not see or write clinical data: role by object by territory. */
@QuarkusTest
@WithPlatform
class VisitsAccessTest {

  private static final String OBLAST = "UA44000000000018893";
  private static final String FHIR = "/api/medical/fhir/R4/";

  /** Every address that shows something clinical or personal of the resident and the visit. */
  private static List<String> addresses(UUID resident, UUID visit) {
    return List.of(
        VISITS + "/" + visit,
        VISITS + "/" + visit + "/revisions",
        "/api/medical/v1/residents/" + resident + "/medical-overview",
        VISITS + "?residentId=" + resident,
        FHIR + "Patient/" + resident,
        FHIR + "Encounter/" + visit,
        FHIR + "Encounter?patient=" + resident,
        FHIR + "Observation/" + visit + ".8310-5",
        FHIR + "Observation?patient=" + resident,
        FHIR + "Observation?encounter=" + visit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void no_other_role_sees_or_writes_clinical_data(String role) {
    assertAllForbidden(TestTokens.staff("other-1", role).within(OBLAST).token());
  }

  @Test
  void no_partner_sees_or_writes_clinical_data() {
    assertAllForbidden(
        TestTokens.partner(
            "pension-fund",
            "00035323",
            "payments.awards:write",
            "payments.batches:read",
            "payments.reports:write"));
  }

  @Test
  void nobody_without_a_valid_token_sees_or_writes_anything() {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    var expired = TestTokens.staff("medic-1", Roles.MEDIC).within(OBLAST).expired().token();
    var foreign =
        TestTokens.staff("medic-1", Roles.MEDIC).within(OBLAST).forAudience("another").token();
    for (var address : addresses(resident, visit)) {
      RestAssured.get(address).then().statusCode(401);
      as(expired).get(address).then().statusCode(401);
      as(foreign).get(address).then().statusCode(401);
    }
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(visitOf(resident))
        .post(VISITS)
        .then()
        .statusCode(401);
  }

  static Stream<Arguments> medics() {
    return Stream.of(
        Arguments.of("of the hromada", medic(TestResidents.HROMADA), true),
        Arguments.of("of the settlement", medic(TestResidents.SETTLEMENT), true),
        Arguments.of("of the oblast", medic(OBLAST), true),
        Arguments.of(
            "of several hromadas", medic(TestResidents.OTHER_HROMADA, TestResidents.HROMADA), true),
        Arguments.of("of another hromada", medic(TestResidents.OTHER_HROMADA), false),
        Arguments.of("of no territory", medic(), false),
        Arguments.of("of a territory that does not exist", medic("UA00"), false));
  }

  @ParameterizedTest(name = "medic {0}")
  @MethodSource("medics")
  void a_medic_sees_the_residents_of_their_territories_only(
      String which, String token, boolean sees) {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    for (var address : addresses(resident, visit)) {
      var answer = as(token).get(address).then();
      if (address.startsWith(FHIR) && address.contains("?")) {
        answer.statusCode(200);
        assertThat(answer.extract().<Integer>path("total") > 0).as(address).isEqualTo(sees);
        assertThat(answer.extract().asString().contains("Вигаданенко")).isFalse();
      } else {
        answer.statusCode(sees ? 200 : 404);
      }
    }
  }

  @ParameterizedTest(name = "medic {0}")
  @MethodSource("medics")
  void a_medic_records_visits_in_their_territories_only(
      String which, String token, boolean writes) {
    var visit = visitOf(TestResidents.living());
    var answer = as(token).contentType(ContentType.JSON).body(visit).post(VISITS).then();
    if (writes) {
      answer.statusCode(201);
    } else {
      answer.statusCode(403).body("code", equalTo("outside-your-territory"));
    }
    asMedic().get(VISITS + "/" + visit.get("id")).then().statusCode(writes ? 200 : 404);
  }

  @Test
  void a_medic_does_not_record_visits_of_residents_of_other_territories() {
    var stranger = TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT);
    asMedic()
        .contentType(ContentType.JSON)
        .body(visitOf(stranger))
        .post(VISITS)
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }

  @Test
  void the_record_follows_a_resident_who_moves() {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    TestResidents.moves(resident, TestResidents.OTHER_SETTLEMENT);

    asMedic().get(VISITS + "/" + visit).then().statusCode(404);
    as(medic(TestResidents.OTHER_HROMADA)).get(VISITS + "/" + visit).then().statusCode(200);
  }

  @Test
  void a_page_marker_of_one_resident_opens_no_other_record() {
    var secret = TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT);
    var hidden =
        as(medic(TestResidents.OTHER_HROMADA))
            .contentType(ContentType.JSON)
            .body(with(visitOf(secret), "settlement", TestResidents.OTHER_SETTLEMENT))
            .post(VISITS)
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    var marker =
        java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((hidden + ".8310-5").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var mine = TestResidents.living();
    recorded(visitOf(mine));
    asMedic()
        .get(FHIR + "Observation?patient=" + mine + "&after=" + marker)
        .then()
        .statusCode(400)
        .body("resourceType", equalTo("OperationOutcome"));
  }

  @Test
  void every_reading_and_writing_leaves_an_entry_that_the_auditor_sees() {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    addresses(resident, visit).forEach(address -> asMedic().get(address).then().statusCode(200));

    var entries =
        asAuditor()
            .get("/api/medical/v1/audit?residentId=" + resident)
            .then()
            .statusCode(200)
            .extract()
            .<List<Map<String, Object>>>path("items");

    assertThat(entries)
        .filteredOn(entry -> "medic-1".equals(entry.get("actorName")))
        .extracting(entry -> entry.get("action") + " " + entry.get("objectType"))
        .containsExactlyInAnyOrder(
            "recorded visit",
            "read visit",
            "read visit",
            "read medical-overview",
            "read visits",
            "read resident",
            "read visit",
            "read visits",
            "read visit",
            "read visits",
            "read visits");
    asAuditor()
        .get("/api/medical/v1/audit/verification")
        .then()
        .statusCode(200)
        .body("whole", equalTo(true));
  }

  @Test
  void what_was_refused_leaves_no_entry() {
    var resident = TestResidents.livingIn(TestResidents.OTHER_SETTLEMENT);
    asMedic().get(FHIR + "Patient/" + resident).then().statusCode(404);
    asMedic().get(FHIR + "Encounter?patient=" + resident).then().statusCode(200);
    asAuditor()
        .get("/api/medical/v1/audit?residentId=" + resident)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  private static void assertAllForbidden(String token) {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    for (var address : addresses(resident, visit)) {
      as(token).get(address).then().statusCode(403);
    }
    var attempt = visitOf(resident);
    as(token).contentType(ContentType.JSON).body(attempt).post(VISITS).then().statusCode(403);
    asMedic().get(VISITS + "/" + attempt.get("id")).then().statusCode(404);
  }

  private static RequestSpecification asAuditor() {
    return as(TestTokens.staff("auditor-1", Roles.AUDITOR).token());
  }

  private static String medic(String... territories) {
    return TestTokens.staff("medic-2", Roles.MEDIC).within(territories).token();
  }
}
