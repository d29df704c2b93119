package ua.vidnova.medical.fhir.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VitalSign;
import ua.vidnova.medical.visit.Vitals;

/**
 * The vital signs of a visit as FHIR Observations under HL7's Vital Signs profiles. Both blood
 * pressures are one observation. Ids are the visit's id and the LOINC code.
 */
public final class ObservationMapping {

  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String PROFILES = "http://hl7.org/fhir/StructureDefinition/";
  private static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/observation-category";
  private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
  private static final Coding BLOOD_PRESSURE =
      new Coding(FhirTypes.LOINC, "85354-9", "Blood pressure panel with all children optional");

  private ObservationMapping() {}

  /**
   * In a fixed order, so that a page can go on where the last one ended.
   *
   * @param personId the person under whom the visit's record is known
   */
  public static List<Observation> of(Visit visit, UUID personId) {
    return Stream.of(
            single(visit, VitalSign.TEMPERATURE, "bodytemp"),
            bloodPressure(visit),
            single(visit, VitalSign.PULSE, "heartrate"),
            single(visit, VitalSign.RESPIRATION, "resprate"),
            single(visit, VitalSign.OXYGEN_SATURATION, "oxygensat"),
            single(visit, VitalSign.WEIGHT, "bodyweight"),
            single(visit, VitalSign.HEIGHT, "bodyheight"))
        .flatMap(Optional::stream)
        .map(observation -> observation.setSubject(FhirTypes.patient(personId)))
        .toList();
  }

  private static Optional<Observation> single(Visit visit, VitalSign sign, String profile) {
    return sign.in(visit.vitals())
        .map(value -> observation(visit, coding(sign), profile).setValue(quantity(sign, value)));
  }

  private static Optional<Observation> bloodPressure(Visit visit) {
    var vitals = visit.vitals();
    if (vitals.systolicMmHg() == null && vitals.diastolicMmHg() == null) {
      return Optional.empty();
    }
    return Optional.of(
        observation(visit, BLOOD_PRESSURE.copy(), "bp")
            .addComponent(component(vitals, VitalSign.SYSTOLIC))
            .addComponent(component(vitals, VitalSign.DIASTOLIC)));
  }

  private static Observation.ObservationComponentComponent component(
      Vitals vitals, VitalSign sign) {
    var component =
        new Observation.ObservationComponentComponent(new CodeableConcept(coding(sign)));
    return sign.in(vitals)
        .map(value -> component.setValue(quantity(sign, value)))
        .orElseGet(
            () ->
                component.setDataAbsentReason(
                    new CodeableConcept(new Coding(ABSENT, "not-performed", "Not Performed"))));
  }

  private static Observation observation(Visit visit, Coding code, String profile) {
    var observation = new Observation();
    observation.setId(visit.id() + "." + code.getCode());
    observation
        .getMeta()
        .addProfile(PROFILES + profile)
        .setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    observation.setStatus(
        visit.isWithdrawn() ? ObservationStatus.ENTEREDINERROR : ObservationStatus.FINAL);
    observation.addCategory(
        new CodeableConcept(new Coding(CATEGORIES, "vital-signs", "Vital Signs")));
    observation.setCode(new CodeableConcept(code));
    observation.setEncounter(FhirTypes.encounter(visit.id()));
    observation.setEffective(FhirTypes.dateTime(visit.startedAt()));
    observation.setIssuedElement(FhirTypes.instant(visit.recordedAt()));
    observation.addPerformer(FhirTypes.medic(visit));
    return observation;
  }

  private static Coding coding(VitalSign sign) {
    return new Coding(FhirTypes.LOINC, sign.measure().loinc(), sign.measure().display());
  }

  private static Quantity quantity(VitalSign sign, BigDecimal value) {
    var unit = sign.measure().unit();
    return new Quantity().setValue(value).setUnit(unit).setSystem(UCUM).setCode(unit);
  }
}
