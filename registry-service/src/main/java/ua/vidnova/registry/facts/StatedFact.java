package ua.vidnova.registry.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.EvidenceLevel;

/**
 * A fact in canonical form with what gives it weight.
 *
 * @param level the evidence level of the paper or word behind it
 * @param since day from which it is said to be true; null when nobody said
 * @param recordedAt when it reached the registry
 * @param fromRegistration whether it brought the person into the registry
 */
public record StatedFact(
    UUID statementId,
    Fact fact,
    EvidenceLevel level,
    boolean foundByCourt,
    LocalDate since,
    Instant recordedAt,
    boolean fromRegistration) {

  /** How much it weighs. */
  public Strength strength() {
    return Strength.of(level, foundByCourt);
  }

  /** The day from which it counts as true: the stated one, else the day it was recorded in Kyiv. */
  LocalDate holdsFrom() {
    return since == null ? recordedOn() : since;
  }

  /** The day it reached the registry, in Kyiv. */
  public LocalDate recordedOn() {
    return LocalDate.ofInstant(recordedAt, KyivCalendar.KYIV);
  }

  boolean saysTheSameAs(StatedFact other) {
    return fact.equals(other.fact);
  }
}
