package ua.vidnova.medical.stock;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What became of a hand-over, or of the wish for one. */
public sealed interface HandoverOutcome {

  record Done(Handover handover) implements HandoverOutcome {}

  /** There is no such hand-over, or place, that is the caller's to deal with. */
  record NotYours() implements HandoverOutcome {}

  record Unacceptable(List<FieldError> errors) implements HandoverOutcome {}

  /** Less lies there than these lines say. */
  record NotEnough(List<FieldError> lines) implements HandoverOutcome {}

  /** Another hand-over has this id. */
  record IdTaken() implements HandoverOutcome {}

  /** It was accepted, declined or recalled before. */
  record AnsweredBefore() implements HandoverOutcome {}

  /** Who offers cannot accept. */
  record SamePerson() implements HandoverOutcome {}
}
