package ua.vidnova.registry.cases;

import java.util.List;

/** What came of the wish to move a case. */
public sealed interface TransitionOutcome {

  record Moved(CaseFile file) implements TransitionOutcome {}

  /** Not there, or not the caller's to see. */
  record NotFound() implements TransitionOutcome {}

  /** The case has changed since the caller read it. */
  record ChangedMeanwhile() implements TransitionOutcome {}

  record NotFromHere(List<CaseState> next) implements TransitionOutcome {}

  record DocumentsMissing(List<String> kinds) implements TransitionOutcome {}

  record NoteMissing() implements TransitionOutcome {}

  record ImpossibleDay() implements TransitionOutcome {}

  /** A kind was named that the service does not ask for. */
  record UnknownDocument(int index) implements TransitionOutcome {}
}
