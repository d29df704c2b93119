package ua.vidnova.medical.fhir;

/**
 * A reference that a search may follow with {@code _include}.
 *
 * @param parameter FHIR R4's name of the reference in the type that is searched
 */
record Include(String parameter, Target target) {

  /** Resource type that the reference leads to. */
  enum Target {
    PATIENT("Patient"),
    ENCOUNTER("Encounter"),
    PRACTITIONER("Practitioner"),
    LOCATION("Location"),
    ORGANIZATION("Organization");

    private final String type;

    Target(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  static Include patient() {
    return new Include("patient", Target.PATIENT);
  }

  static Include encounter(String parameter) {
    return new Include(parameter, Target.ENCOUNTER);
  }

  static Include practitioner(String parameter) {
    return new Include(parameter, Target.PRACTITIONER);
  }
}
