package ua.vidnova.registry.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Decides whether a case may go to another state. */
public final class CaseRules {

  private CaseRules() {}

  /** What is known of a case when it is to be moved. */
  public record Standing(
      CaseState state,
      LocalDate lastMovedOn,
      Collection<String> mandatoryDocuments,
      Collection<String> attachedDocuments) {}

  /**
   * What is asked.
   *
   * @param withoutDocuments kinds that the applicant cannot bring, such as lost papers
   * @param note why; needed to refuse a case, or to send it on without a mandatory document
   */
  public record Move(
      CaseState to, LocalDate occurredOn, Collection<String> withoutDocuments, String note) {}

  /** What is decided. */
  public sealed interface Verdict {
    record Allowed() implements Verdict {}

    /** The state machine has no such way. */
    record NotFromHere(List<CaseState> next) implements Verdict {}

    /** Mandatory documents are neither attached nor named as impossible to bring. */
    record DocumentsMissing(List<String> kinds) implements Verdict {}

    /** A refusal, or a case sent on without a mandatory document, says why. */
    record NoteMissing() implements Verdict {}

    /** The day lies in the future or before what happened last. */
    record ImpossibleDay() implements Verdict {}
  }

  /** Examines a move. */
  public static Verdict examine(Standing standing, Move move, LocalDate today) {
    if (!standing.state().next().contains(move.to())) {
      return new Verdict.NotFromHere(standing.state().next());
    }
    if (move.occurredOn().isAfter(today) || move.occurredOn().isBefore(standing.lastMovedOn())) {
      return new Verdict.ImpossibleDay();
    }
    var absent =
        standing.mandatoryDocuments().stream()
            .filter(kind -> !standing.attachedDocuments().contains(kind))
            .toList();
    var isSentOn = move.to() == CaseState.AT_COMPETENT_BODY;
    var missing = absent.stream().filter(kind -> !move.withoutDocuments().contains(kind)).toList();
    if (isSentOn && !missing.isEmpty()) {
      return new Verdict.DocumentsMissing(missing);
    }
    var needsNote = move.to() == CaseState.REFUSED || (isSentOn && !absent.isEmpty());
    return needsNote && (move.note() == null || move.note().isBlank())
        ? new Verdict.NoteMissing()
        : new Verdict.Allowed();
  }
}
