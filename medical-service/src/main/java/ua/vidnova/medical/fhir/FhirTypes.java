package ua.vidnova.medical.fhir;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.visit.Visit;

/** Our values as FHIR's data types. */
final class FhirTypes {

  static final String KATOTTG = "urn:vidnova:katottg";
  private static final String STAFF = "urn:vidnova:staff";

  private FhirTypes() {}

  /** UTC, to the millisecond. */
  static InstantType instant(Instant time) {
    return new InstantType(time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** UTC, to the millisecond; null stays null. */
  static DateTimeType dateTime(Instant time) {
    return time == null ? null : new DateTimeType(time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  static Reference patient(UUID residentId) {
    return new Reference("Patient/" + residentId);
  }

  static Reference encounter(UUID visitId) {
    return new Reference("Encounter/" + visitId);
  }

  /** The medic who recorded the visit, by name; practitioners are not served yet. */
  static Reference medic(Visit visit) {
    return new Reference()
        .setType("Practitioner")
        .setIdentifier(new Identifier().setSystem(STAFF).setValue(visit.recordedBy()))
        .setDisplay(visit.recordedByName());
  }

  /** A settlement, by its code; locations are not served yet. */
  static Reference settlement(String code) {
    return new Reference()
        .setType("Location")
        .setIdentifier(new Identifier().setSystem(KATOTTG).setValue(code))
        .setDisplay(Territories.ukraine().find(code).map(Territory::nameUk).orElse(code));
  }
}
