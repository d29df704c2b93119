package ua.vidnova.medical.fhir.mapping;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Diagnosis;
import ua.vidnova.medical.visit.Visit;

/**
 * Diagnoses of a visit, and the illnesses that stay, as FHIR Conditions. A diagnosis has its rank
 * behind the visit's id.
 */
public final class ConditionMapping {

  public static final String DIAGNOSIS = "encounter-diagnosis";
  public static final String PROBLEM = "problem-list-item";
  public static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/condition-category";
  public static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
  public static final String VERIFICATION =
      "http://terminology.hl7.org/CodeSystem/condition-ver-status";
  public static final String SEVERITY = "urn:vidnova:diagnosis-severity";

  private ConditionMapping() {}

  public static List<Condition> of(Visit visit, UUID personId) {
    var facts = visit.factsOnDemand();
    var diagnoses = facts.diagnoses();
    return Stream.concat(
            IntStream.range(0, diagnoses.size())
                .mapToObj(rank -> diagnosis(visit, rank, diagnoses.get(rank))),
            facts.chronicConditions().stream().map(one -> chronic(visit, one)))
        .map(condition -> condition.setSubject(FhirTypes.patient(personId)))
        .toList();
  }

  /** A visit's diagnosis, by its rank. */
  static Reference diagnosis(Visit visit, int rank) {
    return new Reference("Condition/" + diagnosisId(visit, rank));
  }

  private static ResourceId diagnosisId(Visit visit, int rank) {
    return new ResourceId(visit.id(), "d" + rank);
  }

  private static Condition diagnosis(Visit visit, int rank, Diagnosis diagnosis) {
    var condition =
        condition(
            visit,
            diagnosisId(visit, rank).toString(),
            new Coding(CATEGORIES, DIAGNOSIS, "Encounter Diagnosis"),
            status(diagnosis.clinicalStatus()),
            status(diagnosis.verificationStatus()));
    condition.setCode(FhirTypes.icpc(diagnosis.code(), diagnosis.text()));
    if (diagnosis.severity() != null) {
      condition.setSeverity(
          new CodeableConcept()
              .addCoding(new Coding().setSystem(SEVERITY).setCode(diagnosis.severity().name()))
              .setText(status(diagnosis.severity())));
    }
    if (diagnosis.onsetOn() != null) {
      condition.setOnset(new DateTimeType(diagnosis.onsetOn().toString()));
    }
    return condition;
  }

  private static Condition chronic(Visit visit, ChronicCondition chronic) {
    var refuted = chronic.status() == ChronicCondition.Status.REFUTED;
    var condition =
        condition(
            visit,
            chronic.id().toString(),
            new Coding(CATEGORIES, PROBLEM, "Problem List Item"),
            refuted ? "inactive" : status(chronic.status()),
            refuted ? "refuted" : "confirmed");
    condition.setCode(FhirTypes.icpc(chronic.code(), chronic.text()));
    if (chronic.onsetOn() != null) {
      condition.setOnset(new DateTimeType(chronic.onsetOn().toString()));
    }
    if (chronic.medicineUntil() != null) {
      condition.addNote().setText("Medicine lasts until " + chronic.medicineUntil());
    }
    return condition;
  }

  /** FHIR's rule con-5: what was entered in error has no clinical status. */
  private static Condition condition(
      Visit visit, String id, Coding category, String clinical, String verification) {
    var condition = new Condition();
    condition.setId(id);
    condition.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    if (visit.isWithdrawn()) {
      condition.setVerificationStatus(concept(VERIFICATION, "entered-in-error"));
    } else {
      condition.setClinicalStatus(concept(CLINICAL, clinical));
      condition.setVerificationStatus(concept(VERIFICATION, verification));
    }
    condition.addCategory(new CodeableConcept(category));
    condition.setEncounter(FhirTypes.encounter(visit.id()));
    condition.setRecordedDateElement(FhirTypes.dateTime(visit.startedAt()));
    condition.setRecorder(FhirTypes.recorder(visit));
    condition.setAsserter(FhirTypes.medic(visit));
    return condition;
  }

  private static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }

  /** FHIR's code systems have the same words in small letters. */
  private static String status(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
