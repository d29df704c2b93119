package ua.vidnova.medical.fhir.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.DiagnosisComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterHospitalizationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import ua.vidnova.medical.visit.Diagnosis;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitFacts;

/**
 * A visit as a FHIR Encounter: out in the field, finished, with its reasons, diagnoses and outcome.
 * What FHIR has no element for stands in {@link VisitExtensions}.
 */
public final class EncounterMapping {

  public static final String OUTCOMES = "urn:vidnova:visit-outcome";
  public static final String ROLES = "urn:vidnova:diagnosis-role";
  public static final String DISPOSITIONS =
      "http://terminology.hl7.org/CodeSystem/discharge-disposition";
  private static final String ACT_CODES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  private EncounterMapping() {}

  /** The visit as an encounter of the person under whom its record is known. */
  public static Encounter of(Visit visit, UUID personId) {
    var facts = visit.factsOnDemand();
    var encounter = new Encounter();
    encounter.setId(visit.id().toString());
    encounter.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    encounter.addIdentifier().setSystem(FhirTypes.URI).setValue("urn:uuid:" + visit.id());
    encounter.setStatus(
        visit.isWithdrawn() ? EncounterStatus.ENTEREDINERROR : EncounterStatus.FINISHED);
    encounter.setClass_(new Coding(ACT_CODES, "FLD", "field"));
    encounter.setSubject(FhirTypes.patient(personId));
    encounter.addParticipant().setIndividual(FhirTypes.medic(visit));
    encounter.setPeriod(
        new Period()
            .setStartElement(FhirTypes.dateTime(facts.startedAt()))
            .setEndElement(FhirTypes.dateTime(facts.endedAt())));
    encounter.setReasonCode(reasons(facts));
    encounter.setDiagnosis(diagnoses(visit, facts.diagnoses()));
    encounter.setHospitalization(outcome(facts.outcome()));
    encounter.addLocation().setLocation(FhirTypes.location(facts.settlement()));
    encounter.setServiceProvider(OrganizationMapping.reference(OrganizationMapping.service()));
    extend(encounter, facts);
    return encounter;
  }

  /** The complaint in the person's words, then the coded reasons. */
  private static List<CodeableConcept> reasons(VisitFacts facts) {
    var concepts = new ArrayList<CodeableConcept>();
    if (facts.complaint() != null) {
      concepts.add(new CodeableConcept().setText(facts.complaint()));
    }
    facts.reasons().stream()
        .map(reason -> FhirTypes.icpc(reason.code(), reason.text()))
        .forEach(concepts::add);
    return concepts;
  }

  private static List<DiagnosisComponent> diagnoses(Visit visit, List<Diagnosis> diagnoses) {
    var components = new ArrayList<DiagnosisComponent>();
    for (int rank = 0; rank < diagnoses.size(); rank++) {
      var role = new Coding().setSystem(ROLES).setCode(diagnoses.get(rank).role().name());
      components.add(
          new DiagnosisComponent(ConditionMapping.diagnosis(visit, rank))
              .setUse(new CodeableConcept(role))
              .setRank(rank + 1));
    }
    return components;
  }

  private static EncounterHospitalizationComponent outcome(Outcome outcome) {
    var disposition =
        switch (outcome.kind()) {
          case TREATED, FOLLOW_UP -> new Coding(DISPOSITIONS, "home", "Home");
          case CARE_DECLINED -> new Coding(DISPOSITIONS, "aadvice", "Left against advice");
          case REFERRED, ADMITTED ->
              new Coding(DISPOSITIONS, "other-hcf", "Other healthcare facility");
          case DECEASED, DEAD_ON_ARRIVAL -> new Coding(DISPOSITIONS, "exp", "Expired");
        };
    var ending =
        new EncounterHospitalizationComponent()
            .setDischargeDisposition(
                new CodeableConcept(disposition)
                    .addCoding(new Coding().setSystem(OUTCOMES).setCode(outcome.kind().name())));
    return outcome.referralTo() == null
        ? ending
        : ending.setDestination(
            new Reference().setType("Organization").setDisplay(outcome.referralTo()));
  }

  private static void extend(Encounter encounter, VisitFacts facts) {
    var seen = facts.seen();
    add(encounter, VisitExtensions.CONSENT, code(seen.consent()));
    add(encounter, VisitExtensions.IDENTITY_EVIDENCE, code(seen.identityEvidence()));
    add(encounter, VisitExtensions.RELATION_TO_EVENT, code(facts.relationToEvent()));
    add(encounter, VisitExtensions.FOLLOW_UP_ON, day(facts.outcome().followUpOn()));
    add(encounter, VisitExtensions.DIED_ON, day(facts.outcome().diedOn()));
    if (seen.pregnant() != null) {
      add(encounter, VisitExtensions.PREGNANT, new BooleanType(seen.pregnant()));
    }
    if (facts.tripId() != null) {
      add(encounter, VisitExtensions.TRIP, new CodeType(facts.tripId().toString()));
    }
    if (facts.electronicPrescription()) {
      add(encounter, VisitExtensions.ELECTRONIC_PRESCRIPTION, new BooleanType(true));
    }
    if (facts.needsRehabilitation()) {
      add(encounter, VisitExtensions.NEEDS_REHABILITATION, new BooleanType(true));
    }
  }

  private static CodeType code(Enum<?> constant) {
    return constant == null ? null : new CodeType(constant.name());
  }

  private static DateType day(LocalDate day) {
    return day == null ? null : new DateType(day.toString());
  }

  private static void add(Encounter encounter, String url, Type value) {
    if (value != null) {
      encounter.addExtension(url, value);
    }
  }
}
