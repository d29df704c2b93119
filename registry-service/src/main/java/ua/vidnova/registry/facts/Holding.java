package ua.vidnova.registry.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What stands in one slot, what stood before, and what disagrees with it. */
final class Holding {

  private final Slot slot;
  private final Map<UUID, FactOutcome> outcomes;
  private final List<StatedFact> earlier = new ArrayList<>();
  private final List<StatedFact> disputes = new ArrayList<>();
  private StatedFact standing;

  Holding(Slot slot, Map<UUID, FactOutcome> outcomes) {
    this.slot = slot;
    this.outcomes = outcomes;
  }

  /**
   * Takes a fact in.
   *
   * @param contradictsAnIdentifier whether it cannot stand without a person's answer
   */
  void offer(StatedFact one, boolean contradictsAnIdentifier) {
    var outcome = PrecedenceRules.judge(slot, standing, one);
    switch (outcome) {
      case STANDS -> {
        if (contradictsAnIdentifier) {
          dispute(one);
        } else {
          note(one, outcome);
          replaceBy(one);
        }
      }
      case CONFIRMS -> {
        note(one, outcome);
        confirmBy(one);
      }
      case DISAGREES -> dispute(one);
      case EARLIER -> {
        note(one, outcome);
        earlier.add(one);
      }
      case EVIDENCE_ONLY, AWAITS_COURT, RETRACTED -> note(one, outcome);
    }
  }

  /** A person decided: what was in question stands from now on, or is only evidence. */
  void answer(Fact.Answer answer) {
    disputes.stream()
        .filter(one -> one.statementId().equals(answer.statementId()))
        .findFirst()
        .ifPresent(
            one -> {
              disputes.remove(one);
              note(one, answer.accepted() ? FactOutcome.STANDS : FactOutcome.EVIDENCE_ONLY);
              if (answer.accepted()) {
                replaceBy(one);
              }
            });
  }

  private void replaceBy(StatedFact one) {
    if (standing != null && one.strength().isStrongerThan(standing.strength())) {
      note(standing, FactOutcome.EVIDENCE_ONLY);
    } else if (standing != null) {
      note(standing, FactOutcome.EARLIER);
      earlier.add(standing);
    }
    standing = one;
    settleDisputes();
  }

  /** What is said twice is as old as first said and as strong as better proven. */
  private void confirmBy(StatedFact one) {
    if (one.strength().isStrongerThan(standing.strength())) {
      standing =
          new StatedFact(
              standing.statementId(),
              standing.fact(),
              one.level(),
              one.foundByCourt(),
              standing.since(),
              standing.recordedAt(),
              standing.fromRegistration());
      settleDisputes();
    }
  }

  private void settleDisputes() {
    disputes.removeIf(
        one -> {
          var confirms = one.saysTheSameAs(standing);
          var outweighed = standing.strength().isStrongerThan(one.strength());
          if (confirms || outweighed) {
            note(one, confirms ? FactOutcome.CONFIRMS : FactOutcome.EVIDENCE_ONLY);
          }
          return confirms || outweighed;
        });
  }

  /** One question is enough for all who say the same. */
  private void dispute(StatedFact one) {
    if (disputes.stream().anyMatch(one::saysTheSameAs)) {
      note(one, FactOutcome.EVIDENCE_ONLY);
    } else {
      note(one, FactOutcome.DISAGREES);
      disputes.add(one);
    }
  }

  private void note(StatedFact one, FactOutcome outcome) {
    if (!one.fromRegistration()) {
      outcomes.put(one.statementId(), outcome);
    }
  }

  Optional<StatedFact> standing() {
    return Optional.ofNullable(standing);
  }

  boolean wasTrueEarlier(StatedFact one) {
    return earlier.contains(one);
  }

  List<Dispute> disputes() {
    return disputes.stream().map(one -> new Dispute(one.statementId(), slot.question())).toList();
  }
}
