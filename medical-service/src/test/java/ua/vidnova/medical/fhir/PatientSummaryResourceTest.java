package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.fhir.TestBundles.medic;
import static ua.vidnova.medical.visit.TestVisits.as;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** The International Patient Summary, checked against the profiles of HL7 IPS 2.0.0. */
@QuarkusTest
@WithPlatform
class PatientSummaryResourceTest {

  @Test
  void a_record_becomes_a_summary_that_hl7s_validator_accepts() {
    var resident = TestResidents.living();
    TestBundles.recorded(resident);
    TestBundles.recorded(resident);

    var summary = summaryOf(resident);

    assertThat(summary.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
    var composition = (Composition) summary.getEntryFirstRep().getResource();
    assertThat(composition.getSection())
        .extracting(section -> section.getCode().getCodingFirstRep().getCode())
        .containsExactly("11450-4", "48765-2", "10160-0", "11369-6", "8716-3", "18776-5");
    assertThat(entries(AllergyIntolerance.class, summary)).hasSize(1);
    assertThat(entries(Observation.class, summary)).hasSize(2);
    for (var section : composition.getSection()) {
      for (var entry : section.getEntry()) {
        assertThat(entries(Resource.class, summary))
            .anyMatch(one -> entry.getReference().equals(one.fhirType() + "/" + one.getIdPart()));
      }
    }
  }

  @Test
  void an_empty_record_says_that_nothing_is_known() {
    var composition =
        (Composition) summaryOf(TestResidents.living()).getEntryFirstRep().getResource();
    assertThat(composition.getSection())
        .hasSize(3)
        .allMatch(SectionComponent::hasEmptyReason)
        .noneMatch(SectionComponent::hasEntry);
  }

  @Test
  void someone_whose_identity_is_not_told_has_a_summary_too() {
    summaryOf(TestResidents.withoutIdentity());
  }

  @Test
  void words_of_a_record_stay_words() {
    var resident = TestResidents.living();
    var hostile = "<script>alert(1)</script> & \\\"лапки\\\"";
    TestBundles.send(TestBundles.wholeVisitOf(resident).replace("Пеніцилін", hostile))
        .statusCode(200);
    var composition = (Composition) summaryOf(resident).getEntryFirstRep().getResource();
    assertThat(composition.getSection().get(1).getText().getDivAsString())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void an_app_needs_scopes_of_all_that_a_summary_holds() {
    var resident = TestResidents.living();
    var path = FHIR + "Patient/" + resident + "/$summary";
    assertOutcome(
        as(medic().withScopes("user/Patient.rs").token()).get(path).then(),
        403,
        IssueType.FORBIDDEN);
    as(medic().withScopes("user/*.rs").token()).get(path).then().statusCode(200);
  }

  private static Bundle summaryOf(UUID resident) {
    var summary = read(Bundle.class, "Patient/" + resident + "/$summary");
    assertThat(summary.getMeta().getProfile().getFirst().getValue())
        .isEqualTo("http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips");
    return summary;
  }
}
