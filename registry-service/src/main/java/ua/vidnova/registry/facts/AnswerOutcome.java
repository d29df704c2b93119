package ua.vidnova.registry.facts;

import java.util.Optional;
import java.util.UUID;
import ua.vidnova.registry.resident.LifeState;

/** What came of answering an open question. */
public sealed interface AnswerOutcome {

  /** The question is closed and the view follows. */
  record Answered(UUID questionId, UUID residentId, LifeState lifeState) implements AnswerOutcome {}

  /** There is no such question for the caller. */
  record NotFound() implements AnswerOutcome {}

  /** The question is closed already. */
  record ClosedAlready() implements AnswerOutcome {}

  /** The statement cannot be true, whoever believes it. */
  record CannotBeTrue() implements AnswerOutcome {}

  /** Another resident has the number in question; empty when the caller may not see them. */
  record NumberInUse(Optional<UUID> residentId) implements AnswerOutcome {}
}
