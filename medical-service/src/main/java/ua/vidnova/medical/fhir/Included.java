package ua.vidnova.medical.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.medical.fhir.mapping.EncounterMapping;
import ua.vidnova.medical.fhir.mapping.LocationMapping;
import ua.vidnova.medical.fhir.mapping.OrganizationMapping;
import ua.vidnova.medical.fhir.mapping.PatientMapping;
import ua.vidnova.medical.fhir.mapping.PractitionerMapping;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.visit.Visit;

/** What the resources of some visits refer to; a query or two, however many visits there are. */
@ApplicationScoped
class Included {

  private final EncounterDetails details;

  @Inject
  Included(EncounterDetails details) {
    this.details = details;
  }

  List<? extends Resource> of(Include.Target target, List<Visit> visits, Person person) {
    return switch (target) {
      case PATIENT ->
          visits.isEmpty() ? List.of() : List.of(PatientMapping.of(person.resident(), person));
      case ENCOUNTER -> encounters(visits, person);
      case PRACTITIONER -> List.copyOf(PractitionerMapping.of(visits));
      case LOCATION ->
          distinct(visits, Visit::settlement)
              .flatMap(one -> Territories.ukraine().find(one.settlement()).stream())
              .map(LocationMapping::of)
              .toList();
      case ORGANIZATION ->
          Stream.concat(
                  Stream.of(OrganizationMapping.service()),
                  details.brigadesOf(visits).values().stream())
              .collect(Collectors.toMap(Organization::getIdPart, one -> one, (one, same) -> one))
              .values()
              .stream()
              .toList();
    };
  }

  private List<Encounter> encounters(List<Visit> visits, Person person) {
    var encounters = visits.stream().map(visit -> EncounterMapping.of(visit, person.id())).toList();
    details.complete(encounters, visits);
    return encounters;
  }

  /** One visit for each value. */
  private static Stream<Visit> distinct(List<Visit> visits, Function<Visit, String> value) {
    return visits.stream()
        .collect(Collectors.toMap(value, visit -> visit, (first, second) -> first))
        .values()
        .stream();
  }
}
