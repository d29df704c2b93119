package ua.vidnova.medical.fhir.mapping;

import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCategory;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.Visit;

/** What was said about allergies at a visit, as FHIR AllergyIntolerances. */
public final class AllergyMapping {

  private static final String CLINICAL =
      "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
  private static final String VERIFICATION =
      "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";

  private AllergyMapping() {}

  public static List<AllergyIntolerance> of(Visit visit, UUID personId) {
    return visit.factsOnDemand().allergies().stream()
        .map(allergy -> of(visit, allergy).setPatient(FhirTypes.patient(personId)))
        .toList();
  }

  private static AllergyIntolerance of(Visit visit, Allergy allergy) {
    var resource = new AllergyIntolerance();
    resource.setId(allergy.id().toString());
    resource.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    setStatus(resource, visit, allergy.status());
    resource.addCategory(
        switch (allergy.category()) {
          case FOOD -> AllergyIntoleranceCategory.FOOD;
          case MEDICATION -> AllergyIntoleranceCategory.MEDICATION;
          case ENVIRONMENT -> AllergyIntoleranceCategory.ENVIRONMENT;
          case BIOLOGIC -> AllergyIntoleranceCategory.BIOLOGIC;
        });
    resource.setCode(new CodeableConcept().setText(allergy.substance()));
    if (allergy.criticality() != null) {
      resource.setCriticality(
          switch (allergy.criticality()) {
            case LOW -> AllergyIntoleranceCriticality.LOW;
            case HIGH -> AllergyIntoleranceCriticality.HIGH;
          });
    }
    if (allergy.reaction() != null) {
      resource.addReaction().addManifestation(new CodeableConcept().setText(allergy.reaction()));
    }
    resource.setEncounter(FhirTypes.encounter(visit.id()));
    resource.setRecordedDateElement(FhirTypes.dateTime(visit.startedAt()));
    resource.setRecorder(FhirTypes.recorder(visit));
    resource.setAsserter(FhirTypes.medic(visit));
    return resource;
  }

  /** FHIR's rule ait-2: what was entered in error has no clinical status. */
  private static void setStatus(AllergyIntolerance resource, Visit visit, Allergy.Status status) {
    if (visit.isWithdrawn()) {
      resource.setVerificationStatus(concept(VERIFICATION, "entered-in-error"));
      return;
    }
    resource.setClinicalStatus(
        concept(
            CLINICAL,
            switch (status) {
              case ACTIVE -> "active";
              case RESOLVED -> "resolved";
              case REFUTED -> "inactive";
            }));
    resource.setVerificationStatus(
        concept(VERIFICATION, status == Allergy.Status.REFUTED ? "refuted" : "confirmed"));
  }

  private static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }
}
