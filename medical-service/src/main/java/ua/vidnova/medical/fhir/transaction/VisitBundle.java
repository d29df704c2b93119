package ua.vidnova.medical.fhir.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.medical.fhir.mapping.ResourceId;

/**
 * The entries of a transaction that tells of one visit: one Encounter, and what belongs to it. All
 * refer to each other by {@code fullUrl} and are of the Encounter's patient.
 */
final class VisitBundle {

  /** Bounds what one bundle may hold; a visit has far less. */
  static final int ENTRIES_MAX = 200;

  private static final String URN = "urn:uuid:";

  private static final Set<String> PARTS =
      Set.of(
          "Observation",
          "Condition",
          "AllergyIntolerance",
          "MedicationDispense",
          "MedicationAdministration",
          "Immunization",
          "ServiceRequest",
          "Procedure");

  /**
   * An entry of the bundle.
   *
   * @param path where it stands, for faults
   * @param fullUrl by which entries refer to each other in this bundle, and nothing beyond it
   */
  record Part<T extends Resource>(String path, String fullUrl, T resource) {}

  private final List<BundleEntryComponent> entries;
  private final Faults faults;
  private final List<Part<Resource>> parts = new ArrayList<>();

  private VisitBundle(Bundle bundle, Faults faults) {
    this.entries = bundle.getEntry();
    this.faults = faults;
  }

  /** Reads the entries; what does not fit together is noted as a fault. */
  static VisitBundle read(Bundle bundle, Faults faults) {
    var visit = new VisitBundle(bundle, faults);
    if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
      faults.add("Bundle.type", "not-a-transaction", "Only a transaction is taken.");
    } else if (bundle.getEntry().size() > ENTRIES_MAX) {
      faults.add("Bundle.entry", "too-many", "At most " + ENTRIES_MAX + ".");
    } else {
      visit.collect();
      visit.checkReferences();
    }
    return visit;
  }

  private void collect() {
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      var path = "Bundle.entry[" + i + "]";
      var resource = entry.getResource();
      if (entry.getRequest().getMethod() != HTTPVerb.POST) {
        faults.add(path + ".request.method", "not-supported", "Only POST is taken.");
      } else if (resource == null) {
        faults.add(path + ".resource", "required", "Give the resource.");
      } else if (!resource.fhirType().equals(entry.getRequest().getUrl())) {
        faults.add(path + ".request.url", "not-the-type", "Give the type of the resource.");
      } else if (!PARTS.contains(resource.fhirType()) && !(resource instanceof Encounter)) {
        faults.add(path + ".resource", "not-supported", "A visit has no such part.");
      } else if (entry.getRequest().hasIfNoneExist() && !(resource instanceof Encounter)) {
        faults.add(path + ".request.ifNoneExist", "not-supported", "Only of the Encounter.");
      } else {
        parts.add(new Part<>(path + ".resource", String.valueOf(entry.getFullUrl()), resource));
      }
    }
    if (!faults.any() && all(Encounter.class).size() != 1) {
      faults.add("Bundle.entry", "one-encounter", "A transaction has exactly one Encounter.");
    }
    var addresses =
        parts.stream().collect(Collectors.groupingBy(Part::fullUrl, Collectors.counting()));
    if (!faults.any() && addresses.values().stream().anyMatch(count -> count > 1)) {
      faults.add("Bundle.entry", "repeated-address", "Give each entry a fullUrl of its own.");
    }
  }

  private void checkReferences() {
    if (faults.any()) {
      return;
    }
    var encounter = encounter();
    var subject = encounter.resource().getSubject().getReference();
    for (var part : parts) {
      for (var reference : references(part.resource(), "subject", "patient")) {
        if (!String.valueOf(subject).equals(reference.getReference())) {
          faults.add(part.path(), "another-patient", "All are of the Encounter's patient.");
        }
      }
      for (var reference : references(part.resource(), "encounter", "context")) {
        if (!encounter.fullUrl().equals(reference.getReference())) {
          faults.add(part.path(), "another-encounter", "Refer to the Encounter's fullUrl.");
        }
      }
    }
  }

  private static List<Reference> references(Resource resource, String... names) {
    return Set.of(names).stream()
        .map(resource::getNamedProperty)
        .filter(Objects::nonNull)
        .flatMap(property -> property.getValues().stream())
        .filter(Reference.class::isInstance)
        .map(Reference.class::cast)
        .toList();
  }

  /** The one Encounter; only when there is no fault. */
  Part<Encounter> encounter() {
    return all(Encounter.class).getFirst();
  }

  /** The search that stands against the Encounter's creation, if there is one. */
  Optional<String> ifNoneExist() {
    return entries.stream()
        .filter(entry -> entry.getResource() instanceof Encounter)
        .map(entry -> entry.getRequest().getIfNoneExist())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Entries of a type, in the bundle's order. */
  <T extends Resource> List<Part<T>> all(Class<T> type) {
    return parts.stream()
        .filter(part -> type.isInstance(part.resource()))
        .map(part -> new Part<>(part.path(), part.fullUrl(), type.cast(part.resource())))
        .toList();
  }

  /** The resource types of the bundle, each once. */
  Set<String> types() {
    return entries.stream()
        .map(BundleEntryComponent::getResource)
        .filter(Objects::nonNull)
        .map(Resource::fhirType)
        .collect(Collectors.toSet());
  }

  /** All entries, in the bundle's order. */
  List<Part<Resource>> parts() {
    return parts;
  }

  /** The UUID of a URN; empty when it is none. */
  static Optional<UUID> urn(String text) {
    return Optional.ofNullable(text)
        .filter(urn -> urn.startsWith(URN))
        .flatMap(urn -> ResourceId.uuid(urn.substring(URN.length())));
  }
}
