package ua.vidnova.payments.resident;

/** The strongest paper behind an identification, strongest first. */
public enum EvidenceLevel {
  ORIGINAL,
  REGISTER_EXTRACT,
  COPY,
  WITNESS,
  OCCUPATION_ISSUED
}
