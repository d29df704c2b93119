package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.json;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.visit.TestVisits.asMedic;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Later revisions of a visit, put straight into the database, as FHIR shows them. */
@QuarkusTest
@WithPlatform
class CorrectedVisitsResourceTest {

  private static final String REVISE =
      """
      insert into visit (id, corrects, correction_reason, withdrawn, complaint, resident_id,
        settlement, started_at, ended_at, temperature_c, systolic_mm_hg, diastolic_mm_hg,
        consent, outcome, recorded_by, recorded_by_name, recorded_at)
      select ?, id, 'Запис не про ту людину', ?, 'Насправді болить спина', resident_id,
        settlement, started_at, ended_at, temperature_c, systolic_mm_hg, diastolic_mm_hg,
        consent, outcome, recorded_by, recorded_by_name, now()
      from visit where id = ?
      """;

  private static final String REVISE_PART =
      """
      insert into visit_%1$s
      select (jsonb_populate_record(part, jsonb_build_object('id', uuidv7(), 'visit_id', ?::text))).*
      from visit_%1$s part where visit_id = ?
      """;

  @Inject AgroalDataSource database;

  @Test
  void a_corrected_visit_is_shown_as_last_corrected_under_the_same_id() {
    var resident = TestResidents.living();
    var visit = TestBundles.recorded(resident);
    var before = entries(AllergyIntolerance.class, everythingOf(resident)).getFirst();

    revise(visit, false);

    var encounter = read(Encounter.class, "Encounter/" + visit);
    assertThat(encounter.getReasonCodeFirstRep().getText()).isEqualTo("Насправді болить спина");
    assertThat(read(Bundle.class, "Encounter?patient=" + resident).getTotal()).isOne();
    var after = entries(AllergyIntolerance.class, everythingOf(resident));
    assertThat(after).hasSize(1);
    assertThat(after.getFirst().getIdPart()).isNotEqualTo(before.getIdPart());
    assertOutcome(
        asMedic().get(FHIR + "AllergyIntolerance/" + before.getIdPart()).then(),
        404,
        IssueType.NOTFOUND);
  }

  @Test
  void a_withdrawn_visit_is_entered_in_error_with_all_that_it_made() {
    var resident = TestResidents.living();
    var visit = TestBundles.recorded(resident);

    revise(visit, true);

    assertThat(read(Encounter.class, "Encounter/" + visit).getStatus())
        .isEqualTo(EncounterStatus.ENTEREDINERROR);
    var record =
        entries(Resource.class, everythingOf(resident)).stream()
            .filter(one -> Offer.find(one.fhirType()).orElseThrow().origin() == Offer.Origin.VISIT)
            .toList();
    assertThat(record).hasSizeGreaterThan(10);
    assertThat(record).allSatisfy(one -> assertThat(json(one)).contains("entered-in-error"));
    var summary = read(Bundle.class, "Patient/" + resident + "/$summary");
    assertThat(((Composition) summary.getEntryFirstRep().getResource()).getSection())
        .allMatch(SectionComponent::hasEmptyReason);
  }

  private static Bundle everythingOf(UUID resident) {
    return read(Bundle.class, "Patient/" + resident + "/$everything");
  }

  private void revise(UUID visit, boolean withdrawn) {
    var revision = Ids.newId();
    try (var connection = database.getConnection()) {
      try (var insert = connection.prepareStatement(REVISE)) {
        insert.setObject(1, revision);
        insert.setBoolean(2, withdrawn);
        insert.setObject(3, visit);
        insert.executeUpdate();
      }
      for (var part :
          List.of(
              "diagnosis",
              "action",
              "medicine",
              "vaccination",
              "allergy",
              "chronic_condition",
              "referral")) {
        try (var insert = connection.prepareStatement(REVISE_PART.formatted(part))) {
          insert.setString(1, revision.toString());
          insert.setObject(2, visit);
          insert.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
