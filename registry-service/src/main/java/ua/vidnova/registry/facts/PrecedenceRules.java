package ua.vidnova.registry.facts;

/**
 * Decides which of two facts about one part of a person stands. Stronger evidence wins; a later
 * change wins by its day; what disagrees at the same strength is for a person to decide; a paper of
 * the occupation proves nothing of what law establishes. The worked examples are {@code
 * rules/precedence.csv} under the tests.
 */
final class PrecedenceRules {

  private PrecedenceRules() {}

  /**
   * Judges a fact that is offered against the one that stands.
   *
   * @param standing null when none does
   */
  static FactOutcome judge(Slot slot, StatedFact standing, StatedFact offered) {
    var byOccupation =
        offered.strength() == Strength.OCCUPATION_ISSUED && slot.isEstablishedByLaw();
    if (byOccupation && !offered.fromRegistration()) {
      return FactOutcome.EVIDENCE_ONLY;
    }
    if (standing == null) {
      return FactOutcome.STANDS;
    }
    if (standing.saysTheSameAs(offered)) {
      return FactOutcome.CONFIRMS;
    }
    return switch (slot.course()) {
      case NEVER_CHANGES -> byStrength(standing, offered);
      case CHANGED_BY_ACT -> byAct(standing, offered);
      case NUMBER -> byNumber(standing, offered);
      case MOVES -> byDay(standing, offered);
      case LAST_WORD ->
          offered.holdsFrom().isBefore(standing.holdsFrom())
              ? FactOutcome.EARLIER
              : FactOutcome.STANDS;
    };
  }

  private static FactOutcome byStrength(StatedFact standing, StatedFact offered) {
    if (offered.strength().isStrongerThan(standing.strength())) {
      return FactOutcome.STANDS;
    }
    return standing.strength().isStrongerThan(offered.strength())
        ? FactOutcome.EVIDENCE_ONLY
        : FactOutcome.DISAGREES;
  }

  /** A change on a day is no contradiction; but one that is proven worse than the old is asked. */
  private static FactOutcome byAct(StatedFact standing, StatedFact offered) {
    if (offered.since() == null) {
      return byStrength(standing, offered);
    }
    if (offered.since().isBefore(standing.holdsFrom())) {
      return standing.since() == null || standing.fromRegistration()
          ? byStrength(standing, offered)
          : FactOutcome.EARLIER;
    }
    return standing.strength().isStrongerThan(offered.strength())
        ? FactOutcome.DISAGREES
        : FactOutcome.STANDS;
  }

  /** Who was without a number may get or find one; to have lost it says nothing against it. */
  private static FactOutcome byNumber(StatedFact standing, StatedFact offered) {
    if (isMereLack(standing)) {
      return FactOutcome.STANDS;
    }
    return isMereLack(offered) ? FactOutcome.EVIDENCE_ONLY : byStrength(standing, offered);
  }

  private static boolean isMereLack(StatedFact stated) {
    return switch (((Fact.Rnokpp) stated.fact()).absence()) {
      case LOST, NOT_ISSUED -> true;
      case RELIGIOUS_GROUNDS -> false;
      case null -> false;
    };
  }

  private static FactOutcome byDay(StatedFact standing, StatedFact offered) {
    if (offered.holdsFrom().isAfter(standing.holdsFrom())) {
      return FactOutcome.STANDS;
    }
    if (offered.holdsFrom().isBefore(standing.holdsFrom())) {
      return FactOutcome.EARLIER;
    }
    return ((Fact.Residence) offered.fact()).completes((Fact.Residence) standing.fact())
        ? FactOutcome.STANDS
        : byStrength(standing, offered);
  }
}
