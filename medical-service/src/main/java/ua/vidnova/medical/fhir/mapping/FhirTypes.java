package ua.vidnova.medical.fhir.mapping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.visit.Visit;

/** Our values as FHIR's data types. */
public final class FhirTypes {

  public static final String KATOTTG = "urn:vidnova:katottg";
  public static final String STAFF = "urn:vidnova:staff";
  public static final String URI = "urn:ietf:rfc:3986";
  public static final String LOINC = "http://loinc.org";
  public static final String ICPC_2 = "http://hl7.org/fhir/sid/icpc-2";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  private FhirTypes() {}

  /** UTC, to the millisecond. */
  static InstantType instant(Instant time) {
    return new InstantType(time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  /** UTC, to the millisecond; null stays null. */
  static DateTimeType dateTime(Instant time) {
    return time == null ? null : new DateTimeType(time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  public static Reference patient(UUID residentId) {
    return new Reference("Patient/" + residentId);
  }

  static Reference encounter(UUID visitId) {
    return new Reference("Encounter/" + visitId);
  }

  /** The medic who saw the person and recorded the visit. */
  static Reference medic(Visit visit) {
    return practitioner(visit.medic().id(), visit.medic().name());
  }

  /** Who wrote down what the visit says now: the medic, or who corrected it last. */
  static Reference recorder(Visit visit) {
    return practitioner(visit.recordedBy(), visit.recordedByName());
  }

  private static Reference practitioner(String id, String name) {
    var reference =
        new Reference()
            .setType("Practitioner")
            .setIdentifier(new Identifier().setSystem(STAFF).setValue(id))
            .setDisplay(name);
    return ID.matcher(id).matches() ? reference.setReference("Practitioner/" + id) : reference;
  }

  /** A territory, by its code. */
  static Reference location(String code) {
    return new Reference("Location/" + code)
        .setType("Location")
        .setIdentifier(new Identifier().setSystem(KATOTTG).setValue(code))
        .setDisplay(Territories.ukraine().find(code).map(Territory::nameUk).orElse(code));
  }

  /** A code of ICPC-2 and the medic's words; either may be null, not both. */
  static CodeableConcept icpc(String code, String text) {
    var concept = new CodeableConcept().setText(text);
    if (code != null) {
      concept.addCoding(new Coding().setSystem(ICPC_2).setCode(code));
    }
    return concept;
  }
}
