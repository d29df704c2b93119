package ua.vidnova.medical.fhir.transaction;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.visit.VitalSign;
import ua.vidnova.medical.visit.Vitals;

/** The vital signs of a bundle, by LOINC, each once and in the unit of the record. */
final class VitalsReading {

  private static final String BLOOD_PRESSURE = "85354-9";

  private final Map<VitalSign, BigDecimal> values = new EnumMap<>(VitalSign.class);
  private final Faults faults;

  private VitalsReading(Faults faults) {
    this.faults = faults;
  }

  static Vitals read(List<VisitBundle.Part<Observation>> observations, Faults faults) {
    var reading = new VitalsReading(faults);
    observations.forEach(part -> reading.take(part.resource(), part.path()));
    return reading.vitals();
  }

  private void take(Observation observation, String path) {
    if (BLOOD_PRESSURE.equals(Codes.code(observation.getCode(), FhirTypes.LOINC))) {
      for (var component : observation.getComponent()) {
        if (component.hasValue()) {
          take(component.getCode(), component.getValue(), path + ".component");
        }
      }
    } else {
      take(observation.getCode(), observation.getValue(), path);
    }
  }

  private void take(CodeableConcept code, Type value, String path) {
    var sign = sign(Codes.code(code, FhirTypes.LOINC));
    if (sign.isEmpty()) {
      faults.add(path + ".code", "not-supported", "Vital signs only, by LOINC.");
    } else if (!(value instanceof Quantity quantity)
        || !sign.get().measure().unit().equals(quantity.getCode())) {
      faults.add(
          path + ".valueQuantity", "unit", "Give it in " + sign.get().measure().unit() + ".");
    } else if (values.put(sign.get(), quantity.getValue()) != null) {
      faults.add(path, "repeated", "Give each vital sign once.");
    }
  }

  private static Optional<VitalSign> sign(String loinc) {
    return Stream.of(VitalSign.values())
        .filter(sign -> sign.measure().loinc().equals(loinc))
        .findFirst();
  }

  private Vitals vitals() {
    return new Vitals(
        values.get(VitalSign.TEMPERATURE),
        values.get(VitalSign.SYSTOLIC),
        values.get(VitalSign.DIASTOLIC),
        values.get(VitalSign.PULSE),
        values.get(VitalSign.RESPIRATION),
        values.get(VitalSign.OXYGEN_SATURATION),
        values.get(VitalSign.WEIGHT),
        values.get(VitalSign.HEIGHT));
  }
}
