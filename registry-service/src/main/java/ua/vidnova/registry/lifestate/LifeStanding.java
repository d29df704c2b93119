package ua.vidnova.registry.lifestate;

import java.time.LocalDate;
import ua.vidnova.registry.facts.Fact.LifeEvent;
import ua.vidnova.registry.facts.StatedFact;
import ua.vidnova.registry.resident.LifeState;

/**
 * The life state that follows from what was reported.
 *
 * @param since the day of birth, death, disappearance or reappearance
 * @param report what it follows from; null for someone who was never reported about
 */
public record LifeStanding(LifeState state, LocalDate since, StatedFact report) {

  /** Someone of whom nothing but the birth is known. */
  public static LifeStanding sinceBirth(LocalDate birthDate) {
    return new LifeStanding(LifeState.LIVING, birthDate, null);
  }

  /** What a report makes of a person when it is believed. */
  public static LifeStanding by(StatedFact report) {
    var reported = (LifeEvent) report.fact();
    var state =
        switch (reported.event()) {
          case DEATH -> LifeState.DECEASED;
          case MISSING -> LifeState.MISSING;
          case PRESUMED_DEAD -> LifeState.PRESUMED_DEAD;
          case REAPPEARED -> LifeState.LIVING;
        };
    return new LifeStanding(state, reported.on(), report);
  }

  boolean isFoundByCourt() {
    return report != null && report.foundByCourt();
  }
}
