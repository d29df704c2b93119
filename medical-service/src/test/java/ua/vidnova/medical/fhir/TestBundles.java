package ua.vidnova.medical.fhir;

import static ua.vidnova.medical.fhir.FhirChecks.FHIR;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.as;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.medical.resident.TestResidents;

/** A whole visit as another system hands it in: a FHIR transaction with every part. */
final class TestBundles {

  private static final String LOINC = "http://loinc.org";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

  private TestBundles() {}

  /** A visit an hour ago, with one of each part; codes and names are invented. */
  static String wholeVisitOf(UUID resident) {
    return wholeVisitOf(resident, Ids.newId());
  }

  static String wholeVisitOf(UUID resident, UUID visit) {
    return bundle(
            encounter(resident, visit),
            entry(
                "Observation",
                """
            "status": "final", "code": %s, "subject": SUBJECT, "encounter": ENCOUNTER,
            "valueQuantity": {"value": 38.2, "unit": "°C", "system": "%s", "code": "Cel"}
            """
                    .formatted(concept(LOINC, "8310-5", null), UCUM)),
            entry(
                "Observation",
                """
            "status": "final", "code": %s, "subject": SUBJECT, "encounter": ENCOUNTER,
            "component": [
              {"code": %s, "valueQuantity": {"value": 150, "system": "%s", "code": "mm[Hg]"}},
              {"code": %s, "valueQuantity": {"value": 90, "system": "%s", "code": "mm[Hg]"}}]
            """
                    .formatted(
                        concept(LOINC, "85354-9", null),
                        concept(LOINC, "8480-6", null),
                        UCUM,
                        concept(LOINC, "8462-4", null),
                        UCUM)),
            condition("urn:uuid:d1a60000-0000-4000-8000-000000000001", "R74", "Застуда"),
            condition("urn:uuid:d1a60000-0000-4000-8000-000000000002", "K86", "Підвищений тиск"),
            condition("urn:uuid:" + Ids.newId(), "T90", "Діабет"),
            entry(
                "Procedure",
                """
            "status": "completed", "code": %s, "subject": SUBJECT, "encounter": ENCOUNTER
            """
                    .formatted(concept("http://hl7.org/fhir/sid/icpc-2", "-45", "Порада"))),
            entry(
                "AllergyIntolerance",
                """
            "clinicalStatus": %s, "category": ["medication"], "criticality": "high",
            "code": {"text": "Пеніцилін"}, "patient": SUBJECT,
            "reaction": [{"manifestation": [{"text": "Висип"}]}]
            """
                    .formatted(concept(TERMS + "allergyintolerance-clinical", "active", null))),
            medicine(
                "MedicationDispense",
                """
            "quantity": {"value": 20, "unit": "табл."},
            "dosageInstruction": [{"text": "По одній зранку"}]
            """),
            medicine(
                "MedicationAdministration",
                """
            "effectiveDateTime": "%s", "dosage": {"dose": {"value": 1, "unit": "мл"}}
            """
                    .formatted(anHourAgo())),
            entry(
                "Immunization",
                """
            "status": "completed", "vaccineCode": %s, "patient": SUBJECT,
            "encounter": ENCOUNTER, "occurrenceDateTime": "%s", "lotNumber": "V-1",
            "expirationDate": "2028-01-31", "site": {"text": "Ліве плече"},
            "protocolApplied": [{"doseNumberPositiveInt": 2}]
            """
                    .formatted(concept("urn:vidnova:vaccine", "TD", "Вакцина"), anHourAgo())),
            entry(
                "ServiceRequest",
                """
            "status": "active", "intent": "order", "priority": "urgent", "code": %s,
            "orderDetail": [%s], "subject": SUBJECT, "encounter": ENCOUNTER,
            "performer": [{"type": "Organization", "display": "Обласна лікарня"}],
            "performerType": {"text": "Кардіолог"}, "reasonCode": [{"text": "Тиск"}]
            """
                    .formatted(
                        concept("urn:vidnova:referral", "CARE", null),
                        concept("urn:vidnova:transport", "SEATED", null))))
        .replace("SUBJECT", "{\"reference\": \"Patient/" + resident + "\"}")
        .replace("ENCOUNTER", "{\"reference\": \"urn:uuid:" + visit + "\"}");
  }

  private static String encounter(UUID resident, UUID visit) {
    return """
    {"fullUrl": "urn:uuid:%1$s", "request": {"method": "POST", "url": "Encounter"}, "resource": {
      "resourceType": "Encounter", "status": "finished",
      "extension": [
        {"url": "urn:vidnova:visit:consent", "valueCode": "GIVEN"},
        {"url": "urn:vidnova:visit:relation-to-event", "valueCode": "INDIRECT"}],
      "identifier": [{"system": "urn:ietf:rfc:3986", "value": "urn:uuid:%1$s"},
        {"system": "urn:example:clinic", "value": "%1$s"}],
      "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "FLD"},
      "subject": SUBJECT, "period": {"start": "%2$s"},
      "reasonCode": [{"text": "Кашель"}, {"coding": [
        {"system": "http://hl7.org/fhir/sid/icpc-2", "code": "R05"}]}],
      "diagnosis": [
        {"condition": {"reference": "urn:uuid:d1a60000-0000-4000-8000-000000000001"}, "rank": 1,
         "use": {"coding": [{"system": "urn:vidnova:diagnosis-role", "code": "PRIMARY"}]}},
        {"condition": {"reference": "urn:uuid:d1a60000-0000-4000-8000-000000000002"}, "rank": 2,
         "use": {"coding": [
           {"system": "urn:vidnova:diagnosis-role", "code": "COMORBIDITY"}]}}],
      "hospitalization": {"dischargeDisposition": {"coding": [
        {"system": "urn:vidnova:visit-outcome", "code": "TREATED"}]}},
      "location": [{"location": {"reference": "Location/%3$s"}}]}}
    """
        .formatted(visit, anHourAgo(), TestResidents.SETTLEMENT);
  }

  private static String condition(String fullUrl, String code, String text) {
    return """
    {"fullUrl": "%s", "request": {"method": "POST", "url": "Condition"}, "resource": {
      "resourceType": "Condition", "clinicalStatus": %s, "verificationStatus": %s,
      "code": %s, "subject": SUBJECT, "encounter": ENCOUNTER, "onsetDateTime": "2026-11-01"}}
    """
        .formatted(
            fullUrl,
            concept(TERMS + "condition-clinical", "active", null),
            concept(TERMS + "condition-ver-status", "confirmed", null),
            concept("http://hl7.org/fhir/sid/icpc-2", code, text));
  }

  private static String medicine(String type, String members) {
    return entry(
        type,
        """
        "status": "completed", "contained": [{"resourceType": "Medication", "id": "m",
          "code": {"text": "Вигаданол"},
          "batch": {"lotNumber": "A-1", "expirationDate": "2027-12-31"}}],
        "medicationReference": {"reference": "#m"}, "subject": SUBJECT, "context": ENCOUNTER,
        """
            + members);
  }

  private static String entry(String type, String members) {
    return """
    {"fullUrl": "urn:uuid:%s", "request": {"method": "POST", "url": "%s"},
     "resource": {"resourceType": "%s", %s}}
    """
        .formatted(Ids.newId(), type, type, members);
  }

  private static String concept(String system, String code, String text) {
    return "{\"coding\": [{\"system\": \"%s\", \"code\": \"%s\"}]%s}"
        .formatted(system, code, text == null ? "" : ", \"text\": \"" + text + "\"");
  }

  private static String bundle(String... entries) {
    return "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": ["
        + String.join(",", entries)
        + "]}";
  }

  static ValidatableResponse send(String bundle) {
    return send(medic(), bundle);
  }

  static ValidatableResponse send(TestTokens by, String bundle) {
    return as(by.token())
        .contentType("application/fhir+json; charset=UTF-8")
        .body(bundle)
        .post(FHIR)
        .then();
  }

  static TestTokens medic() {
    return TestTokens.staff("medic-1", Roles.MEDIC).within(TestResidents.HROMADA);
  }

  /** Records a whole visit and returns its id. */
  static UUID recorded(UUID resident) {
    var answer = send(wholeVisitOf(resident)).statusCode(200).extract().asString();
    var bundle = FhirChecks.valid(Bundle.class, answer);
    var location = bundle.getEntryFirstRep().getResponse().getLocation();
    return UUID.fromString(location.substring("Encounter/".length()));
  }
}
