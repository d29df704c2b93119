package ua.vidnova.registry.lifestate;

import java.time.LocalDate;
import ua.vidnova.registry.resident.LifeState;
import ua.vidnova.registry.review.OpenQuestion;

/**
 * Decides what a report of a death makes of a resident. The first report that can be true counts;
 * whatever disagrees with it is for a person to settle.
 */
final class LifeStateRules {

  private LifeStateRules() {}

  /** What to do. */
  sealed interface Decision {
    /** The resident is deceased from now on. */
    record Died(LocalDate diedOn) implements Decision {}

    /** Nothing new. */
    record KnownAlready() implements Decision {}

    /** It does not fit; the resident stays as they are. */
    record DoesNotFit(OpenQuestion.Kind question) implements Decision {}
  }

  /**
   * Decides about a reported death.
   *
   * @param state of the resident, and the day from which it holds
   * @param today in Kyiv
   */
  static Decision onDeath(
      LifeState state, LocalDate since, LocalDate birthDate, LocalDate diedOn, LocalDate today) {
    if (diedOn.isBefore(birthDate)) {
      return new Decision.DoesNotFit(OpenQuestion.Kind.DEATH_BEFORE_BIRTH);
    }
    if (diedOn.isAfter(today)) {
      return new Decision.DoesNotFit(OpenQuestion.Kind.DEATH_IN_THE_FUTURE);
    }
    return switch (state) {
      case LIVING -> new Decision.Died(diedOn);
      case DECEASED ->
          since.equals(diedOn)
              ? new Decision.KnownAlready()
              : new Decision.DoesNotFit(OpenQuestion.Kind.OTHER_DAY_OF_DEATH);
    };
  }
}
