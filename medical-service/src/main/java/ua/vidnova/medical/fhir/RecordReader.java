package ua.vidnova.medical.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.medical.fhir.mapping.ReferralMapping;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.referral.ReferralOutcome;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.visit.Visit;

/**
 * Reads a person's record as FHIR resources. The number of queries does not depend on that of the
 * resources.
 */
@ApplicationScoped
class RecordReader {

  private final RecordIndex index;
  private final EncounterDetails details;
  private final VisibleResidents visibleResidents;

  @Inject
  RecordReader(RecordIndex index, EncounterDetails details, VisibleResidents visibleResidents) {
    this.index = index;
    this.details = details;
    this.visibleResidents = visibleResidents;
  }

  /** A resource that the caller may see, and whose it is. */
  record Seen(Resource resource, Visit visit, Person person) {}

  /**
   * A page of a person's record.
   *
   * @param visits that the page's resources are of
   * @param total of all pages
   */
  record Found(Page<Resource> page, List<Visit> visits, long total) {}

  /** Empty also when it is another territory's. */
  Optional<Seen> find(Offer offer, String id) {
    return ResourceId.parse(id)
        .flatMap(parsed -> index.find(offer.type(), parsed))
        .flatMap(entry -> visibleResidents.find(entry.residentId()).map(who -> seen(entry, who)));
  }

  private Seen seen(RecordIndex.Entry entry, Person person) {
    var visits = visits(List.of(entry));
    return new Seen(
        resources(List.of(entry), visits, person).getFirst(), visits.get(entry.visitId()), person);
  }

  /** Whose record a resource is part of; empty also when it is another territory's. */
  Optional<Person> personOf(Offer offer, ResourceId id) {
    return index.find(offer.type(), id).flatMap(entry -> visibleResidents.find(entry.residentId()));
  }

  /** What of a person's record meets the criteria; a count of nought asks for the total alone. */
  Found search(Person person, Criteria criteria, Optional<RecordPosition> after, int count) {
    var total = index.count(person, criteria);
    if (count == 0) {
      return new Found(new Page<>(List.of(), null), List.of(), total);
    }
    var found = index.page(person, criteria, after, count + 1);
    var page = Page.of(found, count, entry -> entry.position().toString());
    var visits = visits(page.items());
    return new Found(
        new Page<>(resources(page.items(), visits, person), page.next()),
        List.copyOf(visits.values()),
        total);
  }

  private static Map<UUID, Visit> visits(List<RecordIndex.Entry> entries) {
    var ids = entries.stream().map(RecordIndex.Entry::visitId).distinct().toList();
    return Visit.<Visit>list("id in ?1", ids).stream()
        .collect(Collectors.toMap(Visit::revisionId, visit -> visit));
  }

  private List<Resource> resources(
      List<RecordIndex.Entry> entries, Map<UUID, Visit> visits, Person person) {
    var made = new HashMap<String, Resource>();
    var resources = new ArrayList<Resource>();
    for (var entry : entries) {
      var key = entry.type() + "/" + entry.id();
      if (!made.containsKey(key)) {
        var offer = Offer.find(entry.type()).orElseThrow();
        offer
            .mapping()
            .of(visits.get(entry.visitId()), person)
            .forEach(one -> made.put(entry.type() + "/" + one.getIdPart(), one));
      }
      resources.add(made.get(key));
    }
    details.complete(
        resources.stream().filter(Encounter.class::isInstance).map(Encounter.class::cast).toList(),
        visits.values());
    completeReferrals(resources, visits.values());
    return resources;
  }

  private static void completeReferrals(List<Resource> resources, Collection<Visit> visits) {
    var requests =
        resources.stream()
            .filter(ServiceRequest.class::isInstance)
            .map(ServiceRequest.class::cast)
            .toList();
    if (!requests.isEmpty()) {
      var outcomes = ReferralOutcome.findLast(visits.stream().map(Visit::id).toList());
      ReferralMapping.complete(requests, visits, outcomes);
    }
  }
}
