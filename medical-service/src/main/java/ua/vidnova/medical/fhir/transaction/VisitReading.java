package ua.vidnova.medical.fhir.transaction;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.visit.VisitFacts;

/**
 * A transaction as the visit that it tells of.
 *
 * @param ownId as the device made it; empty when it made none
 * @param facts null when there are errors
 * @param identifiers that other systems have for the visit, each once and in one order for all
 * @param unlessThere the identifier whose visit stands against this one's creation
 * @param errors by FHIRPath
 */
record VisitReading(
    VisitBundle bundle,
    Optional<UUID> ownId,
    VisitFacts facts,
    List<Identifier> identifiers,
    Optional<Identifier> unlessThere,
    List<FieldError> errors) {

  private static final String BY_IDENTIFIER = "identifier=";
  private static final int LENGTH_MAX = 200;
  private static final int IDENTIFIERS_MAX = 10;

  static VisitReading of(Bundle bundle) {
    var faults = new Faults();
    var entries = VisitBundle.read(bundle, faults);
    if (faults.any()) {
      return new VisitReading(
          entries, Optional.empty(), null, List.of(), Optional.empty(), faults.list());
    }
    var encounter = new EncounterReading(entries.encounter(), faults);
    var facts = facts(entries, encounter, faults);
    var identifiers = identifiers(entries, faults);
    var unlessThere = entries.ifNoneExist().flatMap(search -> unlessThere(search, faults));
    var ownId = encounter.visitId();
    if (ownId.filter(id -> !Ids.isTimeOrdered(id)).isPresent()) {
      faults.add(entries.encounter().path() + ".identifier", "not-uuid-v7", "Make it as a UUIDv7.");
    }
    return new VisitReading(
        entries, ownId, faults.any() ? null : facts, identifiers, unlessThere, faults.list());
  }

  private static VisitFacts facts(VisitBundle bundle, EncounterReading encounter, Faults faults) {
    var parts = new PartsReading(bundle, encounter, faults);
    return new VisitFacts(
        encounter.residentId(),
        encounter.tripId(),
        encounter.settlement(),
        encounter.startedAt(),
        encounter.endedAt(),
        encounter.seen(),
        encounter.complaint(),
        VitalsReading.read(bundle.all(Observation.class), faults),
        encounter.reasons(),
        parts.diagnoses(),
        parts.actions(),
        parts.medicines(),
        parts.vaccinations(),
        parts.allergies(),
        parts.chronicConditions(),
        parts.referrals(),
        List.of(),
        List.of(),
        encounter.electronicPrescription(),
        encounter.needsRehabilitation(),
        encounter.relationToEvent(),
        encounter.mdsItems(),
        encounter.outcome());
  }

  private static List<Identifier> identifiers(VisitBundle bundle, Faults faults) {
    var path = bundle.encounter().path() + ".identifier";
    var named =
        bundle.encounter().resource().getIdentifier().stream()
            .filter(one -> !FhirTypes.URI.equals(one.getSystem()))
            .toList();
    if (named.size() > IDENTIFIERS_MAX) {
      faults.add(path, "too-many", "At most " + IDENTIFIERS_MAX + ".");
    }
    for (var one : named) {
      if (!one.hasSystem() || !one.hasValue()) {
        faults.add(path, "required", "Give system and value.");
      } else if (one.getSystem().length() > LENGTH_MAX || one.getValue().length() > LENGTH_MAX) {
        faults.add(path, "too-long", "At most " + LENGTH_MAX + " characters.");
      }
    }
    return faults.any() ? List.of() : each(named);
  }

  /** Each once, in one order for all, so that two who name the same never wait for each other. */
  private static List<Identifier> each(List<Identifier> named) {
    var once = new TreeMap<String, Identifier>();
    named.forEach(one -> once.putIfAbsent(one.getSystem() + '\n' + one.getValue(), one));
    return List.copyOf(once.values());
  }

  private static Optional<Identifier> unlessThere(String search, Faults faults) {
    var query = search.startsWith("?") ? search.substring(1) : search;
    var bar = query.indexOf('|');
    if (!query.startsWith(BY_IDENTIFIER) || bar < 0 || query.contains("&")) {
      return Optional.ofNullable(
          faults.add(
              "Bundle.entry.request.ifNoneExist",
              "not-supported",
              "Take identifier=system|value."));
    }
    return Optional.of(
        new Identifier()
            .setSystem(query.substring(BY_IDENTIFIER.length(), bar))
            .setValue(query.substring(bar + 1)));
  }
}
