package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.valid;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** A token with SMART scopes is held to them; they never widen what the person may do. */
@QuarkusTest
@WithPlatform
class SmartScopesResourceTest {

  @ParameterizedTest
  @CsvSource({
    "profile,                     200, 200",
    "user/Observation.rs,         200, 200",
    "user/Observation.r,          200, 403",
    "user/Observation.s,          403, 200",
    "user/Observation.read,       200, 200",
    "user/Observation.*,          200, 200",
    "user/*.cruds,                200, 200",
    "user/*.read,                 200, 200",
    "user/Observation.cud,        403, 403",
    "user/Observation.write,      403, 403",
    "user/Encounter.rs,           403, 403",
    "user/Observation.sr,         403, 403",
    "user/Observation.,           403, 403",
    "user/Observation.rs?code=x,  403, 403",
    "system/*.rs,                 200, 200",
    "system/Observation.r,        200, 403",
    "system/*.rs?code=x,          403, 403",
    "smart,                       403, 403",
    "patient/Claim.rs,            403, 403",
  })
  void a_type_is_read_and_searched_as_the_scopes_say(String scope, int read, int search) {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    var app = as(medic().withScopes("openid", scope).token());
    app.get(FHIR + "Observation/" + visit + ".8310-5").then().statusCode(read);
    var again = as(medic().withScopes("openid", scope).token());
    again.get(FHIR + "Observation?patient=" + resident).then().statusCode(search);
  }

  @Test
  void a_patients_scope_holds_for_that_patient_alone() {
    var mine = TestResidents.living();
    var other = TestResidents.living();
    var visit = recorded(visitOf(mine));
    var foreign = recorded(visitOf(other));

    app(mine).get(FHIR + "Patient/" + mine).then().statusCode(200);
    app(mine).get(FHIR + "Encounter/" + visit).then().statusCode(200);
    app(mine).get(FHIR + "Encounter?patient=" + mine).then().body("total", equalTo(1));
    app(mine).get(FHIR + "Patient/" + mine + "/$everything").then().statusCode(200);

    assertOutcome(app(mine).get(FHIR + "Patient/" + other).then(), 404, IssueType.NOTFOUND);
    assertOutcome(app(mine).get(FHIR + "Encounter/" + foreign).then(), 404, IssueType.NOTFOUND);
    assertOutcome(
        app(mine).get(FHIR + "Patient/" + other + "/$everything").then(), 404, IssueType.NOTFOUND);
    app(mine).get(FHIR + "Encounter?patient=" + other).then().body("total", equalTo(0));
    app(mine).get(FHIR + "Patient?_id=" + other).then().body("total", equalTo(0));
  }

  @Test
  void a_patients_scope_without_a_patient_holds_for_nobody() {
    var resident = TestResidents.living();
    var app = as(medic().withScopes("patient/*.rs").token());
    assertOutcome(app.get(FHIR + "Patient/" + resident).then(), 404, IssueType.NOTFOUND);
  }

  @Test
  void everything_and_includes_keep_to_the_types_of_the_scopes() {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));
    var narrow = medic().withScopes("user/Patient.r", "user/Encounter.rs").token();

    var json = as(narrow).get(FHIR + "Patient/" + resident + "/$everything").then().statusCode(200);

    assertThat(valid(Bundle.class, json.extract().asString()).getEntry())
        .extracting(entry -> entry.getResource().fhirType())
        .containsExactly("Patient", "Encounter");
    var search = FHIR + "Encounter?_id=" + visit + "&_include=Encounter:";
    as(narrow).get(search + "patient").then().statusCode(200);
    assertOutcome(as(narrow).get(search + "practitioner").then(), 403, IssueType.FORBIDDEN)
        .body("issue[0].details.coding[0].code", equalTo("scope-lacking"));
  }

  @Test
  void an_app_is_kept_to_fhir() {
    var resident = TestResidents.living();
    recorded(visitOf(resident));
    as(medic().token()).get(VISITS + "?residentId=" + resident).then().statusCode(200);
    as(medic().withScopes("user/*.cruds").token())
        .get(VISITS + "?residentId=" + resident)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @Test
  void scopes_do_not_replace_a_role() {
    var registrar =
        TestTokens.staff("registrar-1", Roles.REGISTRAR)
            .within(TestResidents.HROMADA)
            .withScopes("user/*.cruds")
            .token();
    assertOutcome(
        as(registrar).get(FHIR + "Patient/" + TestResidents.living()).then(),
        403,
        IssueType.FORBIDDEN);
  }

  private static TestTokens medic() {
    return TestTokens.staff("medic-1", Roles.MEDIC).within(TestResidents.HROMADA);
  }

  private static RequestSpecification app(java.util.UUID patient) {
    return as(medic().withScopes("patient/*.rs").claiming("patient", patient.toString()).token());
  }
}
