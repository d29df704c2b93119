package ua.vidnova.medical.fhir.transaction;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import ua.vidnova.medical.fhir.mapping.EncounterMapping;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.fhir.mapping.VisitExtensions;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Reason;
import ua.vidnova.medical.visit.RelationToEvent;
import ua.vidnova.medical.visit.Seen;

/** What the Encounter of a bundle says of the visit: the reverse of {@link EncounterMapping}. */
final class EncounterReading {

  private static final int LAST_MDS_ITEM = 35;

  private final Encounter encounter;
  private final String path;
  private final Faults faults;

  EncounterReading(VisitBundle.Part<Encounter> part, Faults faults) {
    this.encounter = part.resource();
    this.path = part.path();
    this.faults = faults;
    if (encounter.getStatus() != EncounterStatus.FINISHED) {
      faults.add(path + ".status", "not-finished", "Only a finished visit is recorded.");
    }
  }

  /** The visit's id, as the device made it. */
  Optional<UUID> visitId() {
    return encounter.getIdentifier().stream()
        .filter(one -> FhirTypes.URI.equals(one.getSystem()))
        .flatMap(one -> VisitBundle.urn(one.getValue()).stream())
        .findFirst();
  }

  UUID residentId() {
    return Codes.afterSlash(encounter.getSubject().getReference(), "Patient")
        .flatMap(ResourceId::uuid)
        .orElseGet(() -> faults.add(path + ".subject", "not-a-reference", "Refer to Patient/id."));
  }

  UUID tripId() {
    var trip = extension(VisitExtensions.TRIP);
    return trip == null
        ? null
        : ResourceId.uuid(trip)
            .orElseGet(() -> faults.add(path + ".extension", "not-an-id", "Give the trip's UUID."));
  }

  String settlement() {
    var place = encounter.getLocationFirstRep().getLocation();
    return Codes.afterSlash(place.getReference(), "Location")
        .orElseGet(
            () ->
                FhirTypes.KATOTTG.equals(place.getIdentifier().getSystem())
                    ? place.getIdentifier().getValue()
                    : faults.add(path + ".location", "required", "Refer to Location/KATOTTG."));
  }

  Instant startedAt() {
    var start = instant(encounter.getPeriod().getStartElement(), path + ".period.start");
    return start == null && !faults.any()
        ? faults.add(path + ".period.start", "required", "Say when the visit began.")
        : start;
  }

  Instant endedAt() {
    return instant(encounter.getPeriod().getEndElement(), path + ".period.end");
  }

  private Instant instant(DateTimeType time, String where) {
    if (time == null || time.isEmpty()) {
      return null;
    }
    return time.getPrecision().compareTo(TemporalPrecisionEnum.SECOND) < 0
            || time.getTimeZone() == null
        ? faults.add(where, "not-a-time", "Give the time with its zone.")
        : time.getValue().toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  Seen seen() {
    var pregnant = encounter.getExtensionByUrl(VisitExtensions.PREGNANT);
    return new Seen(
        null,
        null,
        pregnant != null && pregnant.getValue() instanceof BooleanType is ? is.getValue() : null,
        constant(Seen.IdentityEvidence.class, VisitExtensions.IDENTITY_EVIDENCE),
        constant(Seen.Consent.class, VisitExtensions.CONSENT));
  }

  RelationToEvent relationToEvent() {
    return constant(RelationToEvent.class, VisitExtensions.RELATION_TO_EVENT);
  }

  boolean electronicPrescription() {
    return Boolean.parseBoolean(extension(VisitExtensions.ELECTRONIC_PRESCRIPTION));
  }

  boolean needsRehabilitation() {
    return Boolean.parseBoolean(extension(VisitExtensions.NEEDS_REHABILITATION));
  }

  /** Items of protection are not taken: they do not pass by FHIR in either direction. */
  List<Integer> mdsItems() {
    return encounter.getExtensionsByUrl(VisitExtensions.MDS_ITEM).stream()
        .map(Extension::getValue)
        .map(value -> value instanceof IntegerType item ? item.getValue() : Integer.valueOf(0))
        .map(
            item ->
                item <= LAST_MDS_ITEM
                    ? item
                    : faults.<Integer>add(
                        path + ".extension", "not-supported", "Items 4 to 35 only."))
        .sorted(Comparator.nullsFirst(Comparator.naturalOrder()))
        .distinct()
        .toList();
  }

  /** The person's own words: the reason that has no code. */
  String complaint() {
    return encounter.getReasonCode().stream()
        .filter(reason -> !reason.hasCoding())
        .map(reason -> Codes.text(reason.getText()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  List<Reason> reasons() {
    return encounter.getReasonCode().stream()
        .filter(reason -> reason.hasCoding())
        .map(
            reason ->
                new Reason(Codes.code(reason, FhirTypes.ICPC_2), Codes.text(reason.getText())))
        .toList();
  }

  Outcome outcome() {
    var kind = kind();
    return kind == null
        ? faults.add(
            path + ".hospitalization.dischargeDisposition",
            "required",
            "Say how the visit ended, by a code of " + EncounterMapping.OUTCOMES + ".")
        : new Outcome(
            kind,
            day(VisitExtensions.DIED_ON),
            day(VisitExtensions.FOLLOW_UP_ON),
            Codes.text(encounter.getHospitalization().getDestination().getDisplay()));
  }

  private Outcome.Kind kind() {
    var disposition = encounter.getHospitalization().getDischargeDisposition();
    var own = Codes.code(disposition, EncounterMapping.OUTCOMES);
    if (own != null) {
      return Codes.constant(
          Outcome.Kind.class, own, path + ".hospitalization.dischargeDisposition", faults);
    }
    var followUp = encounter.hasExtension(VisitExtensions.FOLLOW_UP_ON);
    return switch (String.valueOf(Codes.code(disposition, EncounterMapping.DISPOSITIONS))) {
      case "home" -> followUp ? Outcome.Kind.FOLLOW_UP : Outcome.Kind.TREATED;
      case "aadvice" -> Outcome.Kind.CARE_DECLINED;
      case "other-hcf" -> Outcome.Kind.REFERRED;
      case "hosp" -> Outcome.Kind.ADMITTED;
      case "exp" -> Outcome.Kind.DECEASED;
      default -> null;
    };
  }

  private LocalDate day(String url) {
    var extension = encounter.getExtensionByUrl(url);
    return extension == null ? null : Codes.day(extension.getValue(), path + ".extension", faults);
  }

  private <E extends Enum<E>> E constant(Class<E> type, String url) {
    return Codes.constant(type, extension(url), path + ".extension", faults);
  }

  private String extension(String url) {
    return Codes.extension(encounter.getExtensionByUrl(url));
  }

  /** Tells what a diagnosis is to the visit, by the address of its Condition. */
  Function<String, Encounter.DiagnosisComponent> diagnoses() {
    return address ->
        encounter.getDiagnosis().stream()
            .filter(one -> address.equals(one.getCondition().getReference()))
            .findFirst()
            .orElse(null);
  }
}
