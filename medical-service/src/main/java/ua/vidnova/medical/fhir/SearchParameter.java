package ua.vidnova.medical.fhir;

import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * A search parameter of a resource type.
 *
 * @param name FHIR R4's name of it, which differs from type to type
 */
record SearchParameter(String name, Kind kind) {

  /** What it asks about, and of which FHIR type the values are. */
  enum Kind {
    ID(SearchParamType.TOKEN),
    IDENTIFIER(SearchParamType.TOKEN),
    PATIENT(SearchParamType.REFERENCE),
    ENCOUNTER(SearchParamType.REFERENCE),
    DATE(SearchParamType.DATE),
    LAST_UPDATED(SearchParamType.DATE),
    CATEGORY(SearchParamType.TOKEN),
    CODE(SearchParamType.TOKEN);

    private final SearchParamType type;

    Kind(SearchParamType type) {
      this.type = type;
    }

    SearchParamType type() {
      return type;
    }

    /** Only these say whose record is searched; a search names one of them at least. */
    boolean namesWhose() {
      return this == ID || this == IDENTIFIER || this == PATIENT || this == ENCOUNTER;
    }
  }

  static SearchParameter id() {
    return new SearchParameter("_id", Kind.ID);
  }

  static SearchParameter lastUpdated() {
    return new SearchParameter("_lastUpdated", Kind.LAST_UPDATED);
  }

  static SearchParameter identifier() {
    return new SearchParameter("identifier", Kind.IDENTIFIER);
  }

  static SearchParameter patient() {
    return new SearchParameter("patient", Kind.PATIENT);
  }

  static SearchParameter encounter(String name) {
    return new SearchParameter(name, Kind.ENCOUNTER);
  }

  static SearchParameter date(String name) {
    return new SearchParameter(name, Kind.DATE);
  }

  static SearchParameter category() {
    return new SearchParameter("category", Kind.CATEGORY);
  }

  static SearchParameter code(String name) {
    return new SearchParameter(name, Kind.CODE);
  }
}
