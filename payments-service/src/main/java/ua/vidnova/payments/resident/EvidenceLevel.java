package ua.vidnova.payments.resident;

/** The strongest paper behind an identification, strongest first. */
public enum EvidenceLevel {
  ORIGINAL,
  REGISTER_EXTRACT,
  COPY,
  WITNESS,
  OCCUPATION_ISSUED;

  /** Whether it says who somebody is; witnesses alone and papers of the occupation do not. */
  public boolean provesIdentity() {
    return switch (this) {
      case ORIGINAL, REGISTER_EXTRACT, COPY -> true;
      case WITNESS, OCCUPATION_ISSUED -> false;
    };
  }
}
