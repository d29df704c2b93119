package ua.vidnova.medical.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Reason;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitFacts;

/** A visit as a FHIR Encounter: out in the field, finished, with its reasons and outcome. */
final class EncounterMapping {

  private static final String ICPC_2 = "http://hl7.org/fhir/sid/icpc-2";
  private static final String ACT_CODES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final String DISPOSITIONS =
      "http://terminology.hl7.org/CodeSystem/discharge-disposition";

  private EncounterMapping() {}

  /** The visit as an encounter of the person under whom its record is known. */
  static Encounter of(Visit visit, UUID personId) {
    var facts = visit.facts();
    var encounter = new Encounter();
    encounter.setId(visit.id().toString());
    encounter.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    encounter.setStatus(Encounter.EncounterStatus.FINISHED);
    encounter.setClass_(new Coding(ACT_CODES, "FLD", "field"));
    encounter.setSubject(FhirTypes.patient(personId));
    encounter.addParticipant().setIndividual(FhirTypes.medic(visit));
    encounter.setPeriod(
        new Period()
            .setStartElement(FhirTypes.dateTime(facts.startedAt()))
            .setEndElement(FhirTypes.dateTime(facts.endedAt())));
    encounter.setReasonCode(reasons(facts));
    encounter.setHospitalization(outcome(facts.outcome()));
    encounter.addLocation().setLocation(FhirTypes.settlement(facts.settlement()));
    return encounter;
  }

  /** The complaint in the person's words, then the coded reasons. */
  private static List<CodeableConcept> reasons(VisitFacts facts) {
    var concepts = new ArrayList<CodeableConcept>();
    if (facts.complaint() != null) {
      concepts.add(new CodeableConcept().setText(facts.complaint()));
    }
    facts.reasons().stream().map(EncounterMapping::concept).forEach(concepts::add);
    return concepts;
  }

  private static CodeableConcept concept(Reason reason) {
    return new CodeableConcept()
        .addCoding(new Coding().setSystem(ICPC_2).setCode(reason.code()))
        .setText(reason.text());
  }

  private static Encounter.EncounterHospitalizationComponent outcome(Outcome outcome) {
    var disposition =
        switch (outcome.kind()) {
          case TREATED, FOLLOW_UP -> new Coding(DISPOSITIONS, "home", "Home");
          case CARE_DECLINED -> new Coding(DISPOSITIONS, "aadvice", "Left against advice");
          case REFERRED, ADMITTED ->
              new Coding(DISPOSITIONS, "other-hcf", "Other healthcare facility");
          case DECEASED, DEAD_ON_ARRIVAL -> new Coding(DISPOSITIONS, "exp", "Expired");
        };
    var ending =
        new Encounter.EncounterHospitalizationComponent()
            .setDischargeDisposition(new CodeableConcept(disposition));
    return outcome.referralTo() == null
        ? ending
        : ending.setDestination(
            new Reference().setType("Organization").setDisplay(outcome.referralTo()));
  }
}
