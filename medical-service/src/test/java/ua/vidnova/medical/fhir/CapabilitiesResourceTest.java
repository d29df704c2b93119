package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.valid;
import static ua.vidnova.medical.visit.TestVisits.asMedic;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** What the FHIR interface says of itself, held against what it does. */
@QuarkusTest
@WithPlatform
class CapabilitiesResourceTest {

  @Test
  void each_type_is_searched_by_what_is_promised_and_by_nothing_else() {
    var patient = TestResidents.living();
    assertThat(statement().getResource())
        .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
        .containsExactlyElementsOf(Stream.of(Offer.values()).map(Offer::type).toList());
    for (var resource : statement().getResource()) {
      var path = FHIR + resource.getType();
      var whose =
          resource.getSearchParam().stream().anyMatch(one -> one.getName().equals("patient"))
              ? "?patient=" + patient
              : "?_id=" + Ids.newId();
      for (var parameter : resource.getSearchParam()) {
        var value = parameter.getType() == SearchParamType.DATE ? "2026-11" : Ids.newId();
        var asked =
            whose.startsWith("?" + parameter.getName() + "=")
                ? whose
                : whose + "&" + parameter.getName() + "=" + value;
        asMedic().get(path + asked).then().statusCode(200);
      }
      for (var include : resource.getSearchInclude()) {
        asMedic().get(path + whose + "&_include=" + include).then().statusCode(200);
      }
      asMedic().get(path + whose + "&_content=x").then().statusCode(400);
      asMedic().get(path + "/" + Ids.newId()).then().statusCode(404);
    }
  }

  @Test
  void each_operation_of_a_patient_is_there() {
    var patient =
        statement().getResource().stream()
            .filter(one -> one.getType().equals("Patient"))
            .findFirst()
            .orElseThrow();
    assertThat(patient.getOperation()).isNotEmpty();
    for (var operation : patient.getOperation()) {
      asMedic()
          .get(FHIR + "Patient/" + TestResidents.living() + "/$" + operation.getName())
          .then()
          .statusCode(200);
    }
  }

  @Test
  void apps_are_told_where_to_sign_in_and_which_scopes_there_are() {
    RestAssured.get(FHIR + ".well-known/smart-configuration")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("authorization_endpoint", endsWith("/protocol/openid-connect/auth"))
        .body("token_endpoint", endsWith("/protocol/openid-connect/token"))
        .body("code_challenge_methods_supported", hasItem("S256"))
        .body("scopes_supported", hasItem("user/Observation.rs"))
        .body("capabilities", hasItem("permission-v2"));
  }

  private static CapabilityStatementRestComponent statement() {
    var json = RestAssured.get(FHIR + "metadata").then().statusCode(200).extract().asString();
    return valid(CapabilityStatement.class, json).getRestFirstRep();
  }
}
