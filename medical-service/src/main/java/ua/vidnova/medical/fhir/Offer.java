package ua.vidnova.medical.fhir;

import static ua.vidnova.medical.fhir.SearchParameter.category;
import static ua.vidnova.medical.fhir.SearchParameter.code;
import static ua.vidnova.medical.fhir.SearchParameter.date;
import static ua.vidnova.medical.fhir.SearchParameter.encounter;
import static ua.vidnova.medical.fhir.SearchParameter.id;
import static ua.vidnova.medical.fhir.SearchParameter.identifier;
import static ua.vidnova.medical.fhir.SearchParameter.lastUpdated;
import static ua.vidnova.medical.fhir.SearchParameter.patient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.medical.fhir.Include.Target;
import ua.vidnova.medical.fhir.mapping.AllergyMapping;
import ua.vidnova.medical.fhir.mapping.CompositionMapping;
import ua.vidnova.medical.fhir.mapping.ConditionMapping;
import ua.vidnova.medical.fhir.mapping.EncounterMapping;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.fhir.mapping.ImmunizationMapping;
import ua.vidnova.medical.fhir.mapping.MedicineMapping;
import ua.vidnova.medical.fhir.mapping.ObservationMapping;
import ua.vidnova.medical.fhir.mapping.OrganizationMapping;
import ua.vidnova.medical.fhir.mapping.ProcedureMapping;
import ua.vidnova.medical.fhir.mapping.ReferralMapping;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.visit.Visit;

/**
 * What is offered of each resource type: reading by id, searching, references to follow. Requests
 * are held to it, and the CapabilityStatement is made of it.
 */
@SuppressWarnings("ImmutableEnumChecker") // Lists that do not change, and functions.
enum Offer {
  PATIENT("Patient", Origin.RESIDENT, List.of(id(), identifier()), List.of()),
  ENCOUNTER(
      "Encounter",
      (visit, person) -> List.of(EncounterMapping.of(visit, person.id())),
      List.of(id(), identifier(), patient(), date("date"), lastUpdated()),
      List.of(
          Include.patient(),
          Include.practitioner("practitioner"),
          new Include("location", Target.LOCATION),
          new Include("service-provider", Target.ORGANIZATION))),
  COMPOSITION(
      "Composition",
      (visit, person) -> List.of(CompositionMapping.of(visit, person.id())),
      List.of(id(), patient(), encounter("encounter"), date("date"), code("type"), lastUpdated()),
      List.of(Include.patient(), Include.encounter("encounter"), Include.practitioner("author"))),
  OBSERVATION(
      "Observation",
      (visit, person) -> ObservationMapping.of(visit, person.id()),
      List.of(
          id(),
          patient(),
          encounter("encounter"),
          date("date"),
          category(),
          code("code"),
          lastUpdated()),
      List.of(
          Include.patient(), Include.encounter("encounter"), Include.practitioner("performer"))),
  CONDITION(
      "Condition",
      (visit, person) -> ConditionMapping.of(visit, person.id()),
      List.of(
          id(),
          patient(),
          encounter("encounter"),
          date("recorded-date"),
          category(),
          code("code"),
          lastUpdated()),
      List.of(Include.patient(), Include.encounter("encounter"), Include.practitioner("asserter"))),
  PROCEDURE(
      "Procedure",
      (visit, person) -> ProcedureMapping.of(visit, person.id()),
      List.of(id(), patient(), encounter("encounter"), date("date"), code("code"), lastUpdated()),
      List.of(
          Include.patient(), Include.encounter("encounter"), Include.practitioner("performer"))),
  ALLERGY_INTOLERANCE(
      "AllergyIntolerance",
      (visit, person) -> AllergyMapping.of(visit, person.id()),
      List.of(id(), patient(), date("date"), category(), lastUpdated()),
      List.of(Include.patient(), Include.practitioner("recorder"))),
  MEDICATION_DISPENSE(
      "MedicationDispense",
      (visit, person) -> MedicineMapping.dispensed(visit, person.id()),
      List.of(id(), patient(), encounter("context"), date("whenhandedover"), lastUpdated()),
      List.of(Include.patient(), Include.encounter("context"), Include.practitioner("performer"))),
  MEDICATION_ADMINISTRATION(
      "MedicationAdministration",
      (visit, person) -> MedicineMapping.administered(visit, person.id()),
      List.of(id(), patient(), encounter("context"), date("effective-time"), lastUpdated()),
      List.of(Include.patient(), Include.encounter("context"), Include.practitioner("performer"))),
  IMMUNIZATION(
      "Immunization",
      (visit, person) -> ImmunizationMapping.of(visit, person.id()),
      List.of(id(), patient(), date("date"), code("vaccine-code"), lastUpdated()),
      List.of(Include.patient(), Include.practitioner("performer"))),
  SERVICE_REQUEST(
      "ServiceRequest",
      (visit, person) -> ReferralMapping.of(visit, person.id()),
      List.of(
          id(), patient(), encounter("encounter"), date("authored"), code("code"), lastUpdated()),
      List.of(
          Include.patient(), Include.encounter("encounter"), Include.practitioner("requester"))),
  ORGANIZATION("Organization", Origin.DIRECTORY, List.of(id(), identifier()), List.of()),
  PRACTITIONER("Practitioner", Origin.DIRECTORY, List.of(id(), identifier()), List.of()),
  LOCATION("Location", Origin.DIRECTORY, List.of(id(), identifier()), List.of());

  /** Where resources of a type come from. */
  enum Origin {
    /** Residents, by their records. */
    RESIDENT,
    /** Visits in force, by the view {@code fhir_resource}. */
    VISIT,
    /** Places and staff, which are about no patient. */
    DIRECTORY
  }

  /** All resources of the type that a visit makes. */
  interface Mapping {
    List<? extends Resource> of(Visit visit, Person person);
  }

  private static final String UUID_URN = "urn:uuid:";

  private final String type;
  private final Origin origin;
  private final Mapping mapping;
  private final List<SearchParameter> parameters;
  private final List<Include> includes;

  Offer(String type, Mapping mapping, List<SearchParameter> parameters, List<Include> includes) {
    this.type = type;
    this.origin = Origin.VISIT;
    this.mapping = mapping;
    this.parameters = parameters;
    this.includes = includes;
  }

  Offer(String type, Origin origin, List<SearchParameter> parameters, List<Include> includes) {
    this.type = type;
    this.origin = origin;
    this.mapping = (visit, person) -> List.of();
    this.parameters = parameters;
    this.includes = includes;
  }

  static Optional<Offer> find(String type) {
    return Arrays.stream(values()).filter(offer -> offer.type.equals(type)).findFirst();
  }

  /** FHIR resource type. */
  String type() {
    return type;
  }

  /** The id of the resource that an identifier names; empty when it is none of ours. */
  Optional<String> idOf(Token identifier) {
    var code = Optional.ofNullable(identifier.code());
    return switch (this) {
      case PRACTITIONER -> code.filter(id -> identifier.hasSystem(FhirTypes.STAFF));
      case ORGANIZATION -> code.filter(id -> identifier.hasSystem(OrganizationMapping.SYSTEM));
      case LOCATION -> code.filter(id -> identifier.hasSystem(FhirTypes.KATOTTG));
      default ->
          code.filter(urn -> identifier.hasSystem(FhirTypes.URI) && urn.startsWith(UUID_URN))
              .map(urn -> urn.substring(UUID_URN.length()));
    };
  }

  Origin origin() {
    return origin;
  }

  Mapping mapping() {
    return mapping;
  }

  List<SearchParameter> parameters() {
    return parameters;
  }

  Optional<SearchParameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** References that {@code _include} follows. */
  List<Include> includes() {
    return includes;
  }
}
