package ua.vidnova.medical.fhir.mapping;

import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.PositiveIntType;
import ua.vidnova.medical.visit.Vaccination;
import ua.vidnova.medical.visit.Visit;

/** Vaccinations of a visit as FHIR Immunizations. */
public final class ImmunizationMapping {

  public static final String VACCINES = "urn:vidnova:vaccine";

  private ImmunizationMapping() {}

  public static List<Immunization> of(Visit visit, UUID personId) {
    return visit.factsOnDemand().vaccinations().stream()
        .map(one -> of(visit, one).setPatient(FhirTypes.patient(personId)))
        .toList();
  }

  private static Immunization of(Visit visit, Vaccination vaccination) {
    var immunization = new Immunization();
    immunization.setId(vaccination.id().toString());
    immunization.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    immunization.setStatus(
        visit.isWithdrawn() ? ImmunizationStatus.ENTEREDINERROR : ImmunizationStatus.COMPLETED);
    immunization.setVaccineCode(
        new CodeableConcept()
            .addCoding(new Coding().setSystem(VACCINES).setCode(vaccination.vaccineCode()))
            .setText(vaccination.vaccine()));
    immunization.setEncounter(FhirTypes.encounter(visit.id()));
    immunization.setOccurrence(FhirTypes.dateTime(visit.startedAt()));
    immunization.setPrimarySource(true);
    immunization.setLotNumber(vaccination.batch());
    immunization.setExpirationDateElement(new DateType(vaccination.expiresOn().toString()));
    if (vaccination.site() != null) {
      immunization.setSite(new CodeableConcept().setText(vaccination.site()));
    }
    immunization.addPerformer().setActor(FhirTypes.medic(visit));
    if (vaccination.dose() != null) {
      immunization.addProtocolApplied().setDoseNumber(new PositiveIntType(vaccination.dose()));
    }
    return immunization;
  }
}
