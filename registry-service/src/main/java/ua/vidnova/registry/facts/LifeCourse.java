package ua.vidnova.registry.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.registry.lifestate.LifeStanding;
import ua.vidnova.registry.lifestate.LifeStateRules;
import ua.vidnova.registry.lifestate.LifeStateRules.Decision;
import ua.vidnova.registry.review.OpenQuestion;

/** How a person's life state went, what disagrees with it, and what a court has to find. */
final class LifeCourse {

  private record Disputed(StatedFact report, OpenQuestion.Kind kind) {}

  private final LocalDate birthDate;
  private final Map<UUID, FactOutcome> outcomes;
  private final List<Disputed> disputes = new ArrayList<>();
  private final List<StatedFact> awaited = new ArrayList<>();
  private LifeStanding standing;

  LifeCourse(LocalDate birthDate, Map<UUID, FactOutcome> outcomes) {
    this.birthDate = birthDate;
    this.outcomes = outcomes;
    standing = LifeStanding.sinceBirth(birthDate);
  }

  /** Takes a report or an answer in; what is about other things is passed over. */
  void hear(StatedFact stated) {
    switch (stated.fact()) {
      case Fact.LifeEvent _ -> outcomes.put(stated.statementId(), take(stated));
      case Fact.Answer answer -> answer(answer);
      default -> {}
    }
  }

  private FactOutcome take(StatedFact report) {
    return switch (LifeStateRules.judge(standing, birthDate, report)) {
      case Decision.Becomes(var next) -> {
        become(next);
        yield FactOutcome.STANDS;
      }
      case Decision.KnownAlready() -> FactOutcome.CONFIRMS;
      case Decision.EvidenceOnly() -> FactOutcome.EVIDENCE_ONLY;
      case Decision.AwaitsCourt() -> {
        awaited.add(report);
        yield FactOutcome.AWAITS_COURT;
      }
      case Decision.DoesNotFit(var kind) -> {
        disputes.add(new Disputed(report, kind));
        yield FactOutcome.DISAGREES;
      }
    };
  }

  /** Whatever waited for a court or a person has been overtaken, if it is weaker. */
  private void become(LifeStanding next) {
    if (standing.report() != null) {
      outcomes.put(standing.report().statementId(), FactOutcome.EARLIER);
    }
    standing = next;
    awaited.forEach(one -> outcomes.put(one.statementId(), FactOutcome.EVIDENCE_ONLY));
    awaited.clear();
    disputes.removeIf(
        one -> {
          var outweighed =
              next.report().strength().isStrongerThan(one.report().strength())
                  || one.report().fact().equals(next.report().fact());
          if (outweighed) {
            outcomes.put(one.report().statementId(), FactOutcome.EVIDENCE_ONLY);
          }
          return outweighed;
        });
  }

  private void answer(Fact.Answer answer) {
    disputes.stream()
        .filter(one -> one.report().statementId().equals(answer.statementId()))
        .findFirst()
        .ifPresent(
            one -> {
              disputes.remove(one);
              outcomes.put(
                  answer.statementId(),
                  answer.accepted() ? FactOutcome.STANDS : FactOutcome.EVIDENCE_ONLY);
              if (answer.accepted()) {
                become(LifeStanding.by(one.report()));
              }
            });
  }

  LifeStanding standing() {
    return standing;
  }

  List<Dispute> disputes() {
    return disputes.stream()
        .map(one -> new Dispute(one.report().statementId(), one.kind()))
        .toList();
  }

  List<AwaitedFinding> awaited() {
    return awaited.stream()
        .map(
            report -> {
              var event = (Fact.LifeEvent) report.fact();
              return new AwaitedFinding(
                  switch (event.event()) {
                    case DEATH, MISSING -> AwaitedFinding.Finding.DEATH;
                    case PRESUMED_DEAD -> AwaitedFinding.Finding.PRESUMED_DEATH;
                    case REAPPEARED -> AwaitedFinding.Finding.REAPPEARANCE;
                  },
                  report.statementId(),
                  event.on());
            })
        .toList();
  }
}
