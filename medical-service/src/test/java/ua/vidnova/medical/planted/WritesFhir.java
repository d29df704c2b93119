package ua.vidnova.medical.planted;

/** Planted for the architecture test: a class outside the FHIR package that uses HAPI. */
final class WritesFhir {

  private WritesFhir() {}

  static String id(org.hl7.fhir.r4.model.Patient patient) {
    return patient.getIdPart();
  }
}
