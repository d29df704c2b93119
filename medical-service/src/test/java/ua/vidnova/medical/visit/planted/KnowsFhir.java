package ua.vidnova.medical.visit.planted;

/** Planted for the architecture test: a class about visits that knows FHIR's transport. */
final class KnowsFhir {

  private KnowsFhir() {}

  static Object settings(ua.vidnova.medical.fhir.PatientResource resource) {
    return resource;
  }
}
