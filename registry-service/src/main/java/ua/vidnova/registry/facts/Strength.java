package ua.vidnova.registry.facts;

import ua.vidnova.registry.evidence.EvidenceLevel;

/**
 * How much a fact weighs against another, strongest first: what a court found, then the evidence
 * levels in their order.
 */
public enum Strength {
  COURT,
  ORIGINAL,
  REGISTER_EXTRACT,
  COPY,
  WITNESS,
  OCCUPATION_ISSUED;

  /** Weighs a fact: a court's finding outweighs whatever paper tells of it. */
  public static Strength of(EvidenceLevel level, boolean foundByCourt) {
    return foundByCourt ? COURT : valueOf(level.name());
  }

  public boolean isStrongerThan(Strength other) {
    return compareTo(other) < 0;
  }
}
