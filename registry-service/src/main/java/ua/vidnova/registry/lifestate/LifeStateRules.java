package ua.vidnova.registry.lifestate;

import java.time.LocalDate;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.facts.Fact.LifeEvent;
import ua.vidnova.registry.facts.StatedFact;
import ua.vidnova.registry.resident.LifeState;
import ua.vidnova.registry.review.OpenQuestion;

/**
 * Decides what a report makes of a person's life state. A death that is known from a witness or a
 * paper of the occupation waits for a court (Civil Procedure Code art. 315 and 317); what a court
 * found, only a court undoes (Civil Code art. 45 and 48); what disagrees at the same strength is
 * for a person to settle. The worked examples are {@code rules/life-states.csv} under the tests.
 */
public final class LifeStateRules {

  private LifeStateRules() {}

  /** What to do. */
  public sealed interface Decision {
    /** The resident's state is another from now on. */
    record Becomes(LifeStanding standing) implements Decision {}

    /** Nothing new. */
    record KnownAlready() implements Decision {}

    /** It is kept and changes nothing. */
    record EvidenceOnly() implements Decision {}

    /** It changes nothing until a court has found it. */
    record AwaitsCourt() implements Decision {}

    /** It does not fit; the resident stays as they are. */
    record DoesNotFit(OpenQuestion.Kind question) implements Decision {}
  }

  /**
   * Decides about a report.
   *
   * @param standing the state so far
   * @param report of a {@link LifeEvent}
   */
  public static Decision judge(LifeStanding standing, LocalDate birthDate, StatedFact report) {
    var reported = (LifeEvent) report.fact();
    var isDeath = reported.event() == LifeEvent.Event.DEATH;
    if (reported.on().isBefore(birthDate)) {
      return doesNotFit(isDeath, OpenQuestion.Kind.DEATH_BEFORE_BIRTH);
    }
    if (reported.on().isAfter(report.recordedOn())) {
      return doesNotFit(isDeath, OpenQuestion.Kind.DEATH_IN_THE_FUTURE);
    }
    return switch (reported.event()) {
      case DEATH -> onDeath(standing, reported.on(), report);
      case MISSING -> onMissing(standing, reported.on(), report);
      case PRESUMED_DEAD -> onPresumption(standing, reported.on(), report);
      case REAPPEARED -> onReappearance(standing, reported.on(), report);
    };
  }

  private static Decision onDeath(LifeStanding standing, LocalDate diedOn, StatedFact report) {
    if (standing.state() == LifeState.DECEASED) {
      return sameStateAgain(standing, diedOn, report, OpenQuestion.Kind.OTHER_DAY_OF_DEATH);
    }
    if (!provesDeath(report)) {
      return new Decision.AwaitsCourt();
    }
    return standing.state() == LifeState.LIVING && diedOn.isBefore(standing.since())
        ? disagrees()
        : becomes(report);
  }

  private static boolean provesDeath(StatedFact report) {
    return report.foundByCourt()
        || switch (report.level()) {
          case ORIGINAL, REGISTER_EXTRACT, COPY -> true;
          case WITNESS, OCCUPATION_ISSUED -> false;
        };
  }

  private static Decision onMissing(LifeStanding standing, LocalDate on, StatedFact report) {
    if (isOfOccupation(report)) {
      return new Decision.EvidenceOnly();
    }
    return switch (standing.state()) {
      case LIVING -> on.isBefore(standing.since()) ? new Decision.EvidenceOnly() : becomes(report);
      case MISSING -> sameStateAgain(standing, on, report, OpenQuestion.Kind.LIFE_STATE_DISAGREES);
      case DECEASED, PRESUMED_DEAD ->
          on.isAfter(standing.since()) ? disagrees() : new Decision.EvidenceOnly();
    };
  }

  private static Decision onPresumption(LifeStanding standing, LocalDate on, StatedFact report) {
    if (!report.foundByCourt()) {
      return new Decision.AwaitsCourt();
    }
    return switch (standing.state()) {
      case LIVING -> on.isBefore(standing.since()) ? disagrees() : becomes(report);
      case MISSING -> becomes(report);
      case PRESUMED_DEAD ->
          sameStateAgain(standing, on, report, OpenQuestion.Kind.LIFE_STATE_DISAGREES);
      case DECEASED -> disagrees();
    };
  }

  private static Decision onReappearance(LifeStanding standing, LocalDate on, StatedFact report) {
    if (standing.state() == LifeState.LIVING) {
      return new Decision.KnownAlready();
    }
    if (isOfOccupation(report)) {
      return new Decision.EvidenceOnly();
    }
    if (on.isBefore(standing.since())) {
      return disagrees();
    }
    if (standing.isFoundByCourt() && !report.foundByCourt()) {
      return new Decision.AwaitsCourt();
    }
    return standing.state() == LifeState.DECEASED && isStronger(standing.report(), report)
        ? disagrees()
        : becomes(report);
  }

  private static Decision sameStateAgain(
      LifeStanding standing, LocalDate on, StatedFact report, OpenQuestion.Kind question) {
    if (standing.since().equals(on)) {
      return new Decision.KnownAlready();
    }
    if (isStronger(report, standing.report())) {
      return becomes(report);
    }
    return isStronger(standing.report(), report)
        ? new Decision.EvidenceOnly()
        : new Decision.DoesNotFit(question);
  }

  private static boolean isOfOccupation(StatedFact report) {
    return !report.foundByCourt() && report.level() == EvidenceLevel.OCCUPATION_ISSUED;
  }

  private static boolean isStronger(StatedFact one, StatedFact other) {
    return one.strength().isStrongerThan(other.strength());
  }

  private static Decision becomes(StatedFact report) {
    return new Decision.Becomes(LifeStanding.by(report));
  }

  private static Decision disagrees() {
    return new Decision.DoesNotFit(OpenQuestion.Kind.LIFE_STATE_DISAGREES);
  }

  private static Decision doesNotFit(boolean isDeath, OpenQuestion.Kind ofDeath) {
    return new Decision.DoesNotFit(isDeath ? ofDeath : OpenQuestion.Kind.LIFE_STATE_DISAGREES);
  }
}
