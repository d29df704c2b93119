package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.fhir.FhirChecks.assertOutcome;
import static ua.vidnova.medical.fhir.FhirChecks.entries;
import static ua.vidnova.medical.fhir.FhirChecks.json;
import static ua.vidnova.medical.fhir.FhirChecks.read;
import static ua.vidnova.medical.visit.TestVisits.as;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** FHIR R4 as clients see it. Each resource served here has passed HL7's validator. */
@QuarkusTest
@WithPlatform
class FhirResourceTest {

  @Test
  void a_resident_is_a_patient() {
    var id = TestResidents.living();
    var patient = read(Patient.class, "Patient/" + id);

    assertThat(patient.getIdPart()).isEqualTo(id.toString());
    assertThat(patient.getIdentifierFirstRep().getValue()).isEqualTo("urn:uuid:" + id);
    assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("Вигаданенко");
    assertThat(patient.getNameFirstRep().getGiven())
        .extracting(Object::toString)
        .containsExactly("Ганна", "Прикладівна");
    assertThat(patient.getGender()).isEqualTo(AdministrativeGender.FEMALE);
    assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1951-04-17");
    assertThat(patient.hasDeceased()).isFalse();
    assertThat(patient.getAddressFirstRep().getCity()).isEqualTo("Алчевськ");
    assertThat(patient.getAddressFirstRep().getDistrict()).isEqualTo("Алчевський");
    assertThat(patient.getAddressFirstRep().getState()).isEqualTo("Луганська");
  }

  @Test
  void a_resident_whose_identity_is_not_told_yet_is_a_patient_without_a_name() {
    var patient = read(Patient.class, "Patient/" + TestResidents.withoutIdentity());
    assertThat(patient.hasName()).isFalse();
    assertThat(patient.hasBirthDate()).isFalse();
    assertThat(patient.getGender()).isEqualTo(AdministrativeGender.UNKNOWN);
  }

  @Test
  void records_of_one_person_are_linked_patients() {
    var survivor = TestResidents.living();
    var merged = TestResidents.living();
    TestResidents.merge(merged, survivor);

    var replaced = read(Patient.class, "Patient/" + merged);
    assertThat(replaced.getActive()).isFalse();
    assertThat(replaced.getLinkFirstRep().getType()).isEqualTo(LinkType.REPLACEDBY);
    assertThat(replaced.getLinkFirstRep().getOther().getReference())
        .isEqualTo("Patient/" + survivor);
    var known = read(Patient.class, "Patient/" + survivor);
    assertThat(known.hasActive()).isFalse();
    assertThat(known.getLinkFirstRep().getType()).isEqualTo(LinkType.REPLACES);
  }

  @Test
  void a_resident_who_died_is_a_patient_with_the_day_of_death() {
    var died = LocalDate.of(2026, 3, 5);
    var patient = read(Patient.class, "Patient/" + TestResidents.deceasedOn(died));
    assertThat(patient.getDeceasedDateTimeType().getValueAsString()).isEqualTo("2026-03-05");
  }

  @Test
  void a_visit_is_an_encounter() {
    var resident = TestResidents.living();
    var visit = visitOf(resident);
    var encounter = read(Encounter.class, "Encounter/" + recorded(visit));

    assertThat(encounter.getStatus()).isEqualTo(Encounter.EncounterStatus.FINISHED);
    assertThat(encounter.getSubject().getReference()).isEqualTo("Patient/" + resident);
    assertThat(encounter.getPeriod().getStartElement().getValueAsString())
        .isEqualTo(visit.get("startedAt"));
    assertThat(encounter.getPeriod().getEndElement().getValueAsString())
        .isEqualTo(visit.get("endedAt"));
    assertThat(encounter.getReasonCode().get(0).getText()).isEqualTo(visit.get("complaint"));
    assertThat(encounter.getReasonCode().get(1).getCodingFirstRep().getSystem())
        .isEqualTo("http://hl7.org/fhir/sid/icpc-2");
    assertThat(encounter.getReasonCode().get(1).getCodingFirstRep().getCode()).isEqualTo("K85");
    assertThat(encounter.getLocationFirstRep().getLocation().getIdentifier().getValue())
        .isEqualTo(TestResidents.SETTLEMENT);
    assertThat(encounter.getParticipantFirstRep().getIndividual().getDisplay())
        .isEqualTo("medic-1");
  }

  @ParameterizedTest
  @CsvSource({
    "TREATED,       home",
    "FOLLOW_UP,     home",
    "CARE_DECLINED, aadvice",
    "REFERRED,      other-hcf",
    "DECEASED,      exp"
  })
  void each_outcome_is_a_disposition(String kind, String disposition) {
    var day = LocalDate.now(ua.vidnova.chassis.time.KyivCalendar.KYIV);
    var outcome =
        switch (kind) {
          case "FOLLOW_UP" -> Map.of("kind", kind, "followUpOn", day.plusDays(7).toString());
          case "REFERRED" -> Map.of("kind", kind, "referralTo", "Обласна лікарня");
          case "DECEASED" -> Map.of("kind", kind, "diedOn", day.minusDays(1).toString());
          default -> Map.of("kind", kind);
        };
    var id = recorded(with(visitOf(TestResidents.living()), "outcome", outcome));

    var hospitalization = read(Encounter.class, "Encounter/" + id).getHospitalization();

    assertThat(hospitalization.getDischargeDisposition().getCodingFirstRep().getCode())
        .isEqualTo(disposition);
    assertThat(hospitalization.getDestination().getDisplay())
        .isEqualTo(kind.equals("REFERRED") ? "Обласна лікарня" : null);
  }

  @Test
  void a_bare_visit_is_an_encounter_too() {
    var visit = visitOf(TestResidents.living());
    for (var optional : List.of("endedAt", "complaint", "vitals", "reasons")) {
      visit.remove(optional);
    }
    var id = recorded(visit);
    assertThat(read(Encounter.class, "Encounter/" + id).hasReasonCode()).isFalse();
    var bundle = read(Bundle.class, "Observation?encounter=" + id);
    assertThat(bundle.getTotal()).isZero();
    assertThat(bundle.getEntry()).isEmpty();
  }

  @Test
  void vital_signs_are_observations_with_loinc_and_ucum() {
    var resident = TestResidents.living();
    var visit = recorded(visitOf(resident));

    var bundle = read(Bundle.class, "Observation?encounter=Encounter/" + visit);

    assertThat(bundle.getTotal()).isEqualTo(7);
    assertThat(entries(Observation.class, bundle))
        .extracting(FhirResourceTest::shown)
        .containsExactly(
            "8310-5 36.6 Cel",
            "85354-9 8480-6 165 mm[Hg] 8462-4 95 mm[Hg]",
            "8867-4 82 /min",
            "9279-1 16 /min",
            "2708-6 97 %",
            "29463-7 71.50 kg",
            "8302-2 164 cm");
    assertThat(entries(Observation.class, bundle))
        .allSatisfy(
            observation -> {
              assertThat(observation.getEncounter().getReference()).isEqualTo("Encounter/" + visit);
              assertThat(observation.getSubject().getReference()).isEqualTo("Patient/" + resident);
              var alone = read(Observation.class, "Observation/" + observation.getIdPart());
              assertThat(json(alone)).isEqualTo(json(observation));
            });
  }

  @Test
  void one_blood_pressure_alone_says_that_the_other_was_not_taken() {
    var vitals = Map.of("systolicMmHg", 90);
    var visit = recorded(with(visitOf(TestResidents.living()), "vitals", vitals));

    var pressure = read(Observation.class, "Observation/" + visit + ".85354-9");

    assertThat(pressure.getComponent().get(0).getValueQuantity().getValue())
        .isEqualTo(new BigDecimal("90"));
    assertThat(pressure.getComponent().get(1).getDataAbsentReason().getCodingFirstRep().getCode())
        .isEqualTo("not-performed");
  }

  @Test
  void what_is_not_there_is_404_in_fhir_words() {
    var visit = recorded(visitOf(TestResidents.living()));
    for (var path :
        List.of(
            "Patient/" + Ids.newId(),
            "Patient/example",
            "Patient/%00",
            "Encounter/" + Ids.newId(),
            "Observation/" + visit,
            "Observation/" + visit + ".1234-5",
            "Observation/nothing",
            "Practitioner/1",
            "nothing")) {
      assertOutcome(
          asMedic().urlEncodingEnabled(false).get(FHIR + path).then(), 404, IssueType.NOTFOUND);
    }
  }

  @Test
  void refusals_are_told_in_fhir_words() {
    var patient = FHIR + "Patient/" + TestResidents.living();
    assertOutcome(RestAssured.get(patient).then(), 401, IssueType.LOGIN)
        .header("WWW-Authenticate", startsWith("Bearer"));
    assertOutcome(as("nonsense").get(patient).then(), 401, IssueType.LOGIN);
    var registrar =
        TestTokens.staff("registrar-1", Roles.REGISTRAR).within(TestResidents.HROMADA).token();
    assertOutcome(as(registrar).get(patient).then(), 403, IssueType.FORBIDDEN);
    assertOutcome(asMedic().delete(patient).then(), 405, IssueType.NOTSUPPORTED);
    assertOutcome(
        asMedic().accept("application/fhir+xml").get(patient).then(), 406, IssueType.NOTSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({
    "application/fhir+json,                  application/fhir+json",
    "application/fhir+json; fhirVersion=4.0, application/fhir+json",
    "application/json,                       application/json",
    "*/*,                                    application/fhir+json"
  })
  void json_is_served_under_both_names(String accept, String type) {
    asMedic()
        .accept(accept)
        .get(FHIR + "Patient/" + TestResidents.living())
        .then()
        .statusCode(200)
        .contentType(startsWith(type))
        .body("resourceType", equalTo("Patient"));
  }

  @Test
  void the_api_description_shows_fhir_answers_and_refusals() {
    var operation = "paths.'/api/medical/fhir/R4/Patient/{id}'.get.responses.";
    var described = RestAssured.get("/q/openapi?format=json").then().statusCode(200).extract();
    for (var status : List.of("200", "401", "403", "404")) {
      Map<String, Object> content = described.path(operation + "'" + status + "'.content");
      assertThat(content).containsOnlyKeys("application/fhir+json");
      Map<String, Object> examples =
          described.path(operation + "'" + status + "'.content.'application/fhir+json'.examples");
      var type = status.equals("200") ? "Patient" : "OperationOutcome";
      assertThat(examples).containsOnlyKeys(type);
    }
  }

  /** Code and value of an observation and its components, for comparison. */
  private static String shown(Observation observation) {
    var text = new StringBuilder(observation.getCode().getCodingFirstRep().getCode());
    if (observation.hasValueQuantity()) {
      var value = observation.getValueQuantity();
      text.append(' ').append(value.getValue()).append(' ').append(value.getCode());
    }
    for (var component : observation.getComponent()) {
      var value = component.getValueQuantity();
      text.append(' ').append(component.getCode().getCodingFirstRep().getCode());
      text.append(' ').append(value.getValue()).append(' ').append(value.getCode());
    }
    return text.toString();
  }
}
