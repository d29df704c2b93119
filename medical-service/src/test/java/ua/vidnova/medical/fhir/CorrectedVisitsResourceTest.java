package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.json;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.visit.TestVisits.VISITS;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
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
  void after_a_leaders_correction_it_is_still_the_medic_who_saw_the_person() {
    var resident = TestResidents.living();
    var visit = wholeVisitOf(resident);
    var id = recorded(visit);
    var leader =
        TestTokens.staff("lead-1", Roles.MEDIC, Roles.BRIGADE_LEAD).within(TestResidents.HROMADA);

    correct(as(leader.token()), 1, id, with(visit, "complaint", "Болить спина"), false);

    assertStaff(resident, "lead-1");
    correct(asMedic(), 2, id, with(visit, "complaint", "Болить нога"), false);
    assertStaff(resident, "medic-1");
  }

  private static void assertStaff(UUID resident, String recorder) {
    var record = everythingOf(resident);
    var condition = first(Condition.class, record);
    var allergy = first(AllergyIntolerance.class, record);
    assertThat(
            Stream.of(
                first(Encounter.class, record).getParticipantFirstRep().getIndividual(),
                first(Composition.class, record).getAuthorFirstRep(),
                first(Observation.class, record).getPerformerFirstRep(),
                first(Procedure.class, record).getPerformerFirstRep().getActor(),
                first(MedicationDispense.class, record).getPerformerFirstRep().getActor(),
                first(MedicationAdministration.class, record).getPerformerFirstRep().getActor(),
                first(Immunization.class, record).getPerformerFirstRep().getActor(),
                first(ServiceRequest.class, record).getRequester(),
                condition.getAsserter(),
                allergy.getAsserter()))
        .extracting(Reference::getReference)
        .containsOnly("Practitioner/medic-1");
    assertThat(List.of(condition.getRecorder(), allergy.getRecorder()))
        .extracting(Reference::getReference)
        .containsOnly("Practitioner/" + recorder);
    for (var shown : List.of(record, read(Bundle.class, "Patient/" + resident + "/$summary"))) {
      assertThat(entries(Practitioner.class, shown))
          .extracting(Practitioner::getIdPart)
          .containsExactlyInAnyOrderElementsOf(Set.copyOf(List.of("medic-1", recorder)));
    }
  }

  private static <T extends Resource> T first(Class<T> type, Bundle bundle) {
    return entries(type, bundle).getFirst();
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
    correct(asMedic(), 1, id, visit, withdrawn);
  }

  private static void correct(
      RequestSpecification by,
      int revision,
      UUID id,
      Map<String, Object> visit,
      boolean withdrawn) {
    var correction =
        with(with(visit, "id", Ids.newId().toString()), "reason", "Запис не про ту людину");
    by.contentType(ContentType.JSON)
        .header("If-Match", "\"" + revision + "\"")
        .body(withdrawn ? with(correction, "withdrawn", true) : correction)
        .post(VISITS + "/" + id + "/corrections")
        .then()
        .statusCode(201);
  }
}
