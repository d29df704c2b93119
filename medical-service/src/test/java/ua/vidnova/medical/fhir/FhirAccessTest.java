package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.fhir.FhirChecks.valid;
import static ua.vidnova.medical.visit.TestVisits.as;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Who may not see which resource: every type that is about a patient, by each way to it. */
@QuarkusTest
@WithPlatform
class FhirAccessTest {

  @Test
  void a_medic_of_another_hromada_finds_nothing_of_any_type() {
    var resident = TestResidents.living();
    var visit = TestBundles.recorded(resident);
    var stranger =
        TestTokens.staff("medic-2", Roles.MEDIC).within(TestResidents.OTHER_HROMADA).token();

    var record = aboutPatients(read(Bundle.class, "Patient/" + resident + "/$everything"));

    for (var one : record) {
      var path = FHIR + one.fhirType();
      var id = one.getIdPart();
      assertOutcome(as(stranger).get(path + "/" + id).then(), 404, IssueType.NOTFOUND);
      assertNothing(stranger, path + "?_id=" + id);
      if (!one.fhirType().equals("Patient")) {
        assertNothing(stranger, path + "?patient=" + resident);
      }
    }
    assertNothing(stranger, FHIR + "Observation?encounter=" + visit);
    assertNothing(stranger, FHIR + "Encounter?identifier=urn:uuid:" + visit);
    assertNothing(stranger, FHIR + "Patient?identifier=urn:uuid:" + resident);
    for (var operation : List.of("/$everything", "/$summary")) {
      assertOutcome(
          as(stranger).get(FHIR + "Patient/" + resident + operation).then(),
          404,
          IssueType.NOTFOUND);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void only_medics_are_let_in(String role) {
    var resident = TestResidents.living();
    var other = TestTokens.staff("someone", role).within(TestResidents.HROMADA).token();
    for (var offer : Offer.values()) {
      var path = FHIR + offer.type();
      assertOutcome(as(other).get(path + "/x").then(), 403, IssueType.FORBIDDEN);
      assertOutcome(as(other).get(path + "?patient=" + resident).then(), 403, IssueType.FORBIDDEN);
    }
    for (var operation : List.of("/$everything", "/$summary")) {
      assertOutcome(
          as(other).get(FHIR + "Patient/" + resident + operation).then(), 403, IssueType.FORBIDDEN);
    }
  }

  private static List<Resource> aboutPatients(Bundle everything) {
    var record =
        entries(Resource.class, everything).stream()
            .filter(
                one -> Offer.find(one.fhirType()).orElseThrow().origin() != Offer.Origin.DIRECTORY)
            .toList();
    for (var offer : Offer.values()) {
      if (offer.origin() != Offer.Origin.DIRECTORY) {
        assertThat(record).as(offer.type()).anyMatch(one -> one.fhirType().equals(offer.type()));
      }
    }
    return record;
  }

  private static void assertNothing(String token, String search) {
    var bundle =
        valid(Bundle.class, as(token).get(search).then().statusCode(200).extract().asString());
    assertThat(bundle.getTotal()).isZero();
    assertThat(bundle.getEntry()).hasSize(1);
    assertThat(entries(OperationOutcome.class, bundle)).hasSize(1);
  }
}
