package ua.vidnova.registry.cases;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What came of a submission. */
public sealed interface SubmissionOutcome {

  record Submitted(CaseFile file) implements SubmissionOutcome {}

  /** The same submission arrived before; nothing has changed. */
  record SubmittedBefore(CaseFile file) implements SubmissionOutcome {}

  /** Some fields cannot be true. */
  record NotAcceptable(List<FieldError> errors) implements SubmissionOutcome {}

  /** The id belongs to another submission. */
  record IdInUse() implements SubmissionOutcome {}
}
