package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.json;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** Corrections, withdrawals and protection, as FHIR shows them or does not. */
@QuarkusTest
@WithPlatform
class CorrectedVisitsResourceTest {

  @Test
  void a_corrected_visit_is_shown_as_last_corrected_under_the_same_id() {
    var resident = TestResidents.living();
    var visit = wholeVisitOf(resident);
    var id = recorded(visit);
    var before = entries(AllergyIntolerance.class, everythingOf(resident)).getFirst();

    correct(id, with(visit, "complaint", "Насправді болить спина"), false);

    var encounter = read(Encounter.class, "Encounter/" + id);
    assertThat(encounter.getReasonCodeFirstRep().getText()).isEqualTo("Насправді болить спина");
    assertThat(read(Bundle.class, "Encounter?patient=" + resident).getTotal()).isOne();
    assertThat(entries(AllergyIntolerance.class, everythingOf(resident))).hasSize(1);
    assertOutcome(
        asMedic().get(FHIR + "AllergyIntolerance/" + before.getIdPart()).then(),
        404,
        IssueType.NOTFOUND);
  }

  @Test
  void a_withdrawn_visit_is_entered_in_error_with_all_that_it_made() {
    var resident = TestResidents.living();
    var visit = wholeVisitOf(resident);
    var id = recorded(visit);

    correct(id, visit, true);

    assertThat(read(Encounter.class, "Encounter/" + id).getStatus())
        .isEqualTo(EncounterStatus.ENTEREDINERROR);
    var record =
        entries(Resource.class, everythingOf(resident)).stream()
            .filter(one -> Offer.find(one.fhirType()).orElseThrow().origin() == Offer.Origin.VISIT)
            .toList();
    assertThat(record).hasSizeGreaterThan(10);
    assertThat(record).allSatisfy(one -> assertThat(json(one)).contains("entered-in-error"));
    var summary = read(Bundle.class, "Patient/" + resident + "/$summary");
    assertThat(((Composition) summary.getEntryFirstRep().getResource()).getSection())
        .allMatch(section -> section.hasEmptyReason());
  }

  @Test
  void protection_is_never_in_fhir() {
    var resident = TestResidents.living();
    var flags = List.of(Map.of("flag", "VIOLENCE", "note", "Сховане"));
    recorded(with(with(wholeVisitOf(resident), "protection", flags), "mdsItems", List.of(29, 50)));
    for (var operation : List.of("/$everything", "/$summary")) {
      var shown =
          asMedic()
              .get(FHIR + "Patient/" + resident + operation)
              .then()
              .statusCode(200)
              .extract()
              .asString();
      assertThat(shown).doesNotContainIgnoringCase("violence", "Сховане", "protection", "mds");
    }
  }

  private static Bundle everythingOf(UUID resident) {
    return read(Bundle.class, "Patient/" + resident + "/$everything");
  }

  private static Map<String, Object> wholeVisitOf(UUID resident) {
    var visit = visitOf(resident);
    visit.put("actions", List.of(Map.of("code", "-45")));
    visit.put(
        "allergies",
        List.of(Map.of("category", "FOOD", "substance", "Арахіс", "status", "ACTIVE")));
    visit.put("chronicConditions", List.of(Map.of("text", "Астма", "status", "ACTIVE")));
    visit.put("medicines", List.of(medicine("DISPENSED"), medicine("ADMINISTERED")));
    visit.put(
        "vaccinations",
        List.of(
            Map.of(
                "vaccineCode", "TD",
                "vaccine", "Вакцина",
                "batch", "V-1",
                "expiresOn", "2028-01-31")));
    visit.put(
        "referrals",
        List.of(
            Map.of(
                "kind", "CARE",
                "destination", "Обласна лікарня",
                "urgency", "ROUTINE",
                "transport", "NONE")));
    return visit;
  }

  private static Map<String, Object> medicine(String given) {
    return Map.of(
        "name", "Вигаданол",
        "batch", "A-1",
        "expiresOn", "2027-12-31",
        "quantity", 2,
        "unit", "табл.",
        "given", given);
  }

  private static void correct(UUID id, Map<String, Object> visit, boolean withdrawn) {
    var correction =
        with(with(visit, "id", Ids.newId().toString()), "reason", "Запис не про ту людину");
    asMedic()
        .contentType(ContentType.JSON)
        .header("If-Match", "\"1\"")
        .body(withdrawn ? with(correction, "withdrawn", true) : correction)
        .post(VISITS + "/" + id + "/corrections")
        .then()
        .statusCode(201);
  }
}
