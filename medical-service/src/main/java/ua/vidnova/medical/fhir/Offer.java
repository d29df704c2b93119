package ua.vidnova.medical.fhir;

import java.util.List;

/**
 * What is offered of each resource type: reading by id, and searching if there are parameters.
 * Requests are held to it, and the CapabilityStatement is made of it.
 */
enum Offer {
  PATIENT("Patient", List.of()),
  ENCOUNTER("Encounter", List.of("patient")),
  OBSERVATION("Observation", List.of("patient", "encounter"));

  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // List.of() does not change.
  private final List<String> references;

  Offer(String type, List<String> references) {
    this.type = type;
    this.references = references;
  }

  /** FHIR resource type. */
  String type() {
    return type;
  }

  /** Search parameters, all of type reference; a search names at least one. */
  List<String> references() {
    return references;
  }
}
