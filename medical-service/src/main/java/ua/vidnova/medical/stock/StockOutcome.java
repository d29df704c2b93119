package ua.vidnova.medical.stock;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/** What became of a wish to change what lies at a place. */
public sealed interface StockOutcome {

  /** It is booked; what changed is listed, and may be nothing. */
  record Booked(List<StockMovement> movements) implements StockOutcome {}

  /** There is no such place that the caller keeps. */
  record NotYours() implements StockOutcome {}

  /** Some lines cannot be. */
  record Unacceptable(List<FieldError> errors) implements StockOutcome {}

  /** Less lies there than is wanted of these lines. */
  record NotEnough(List<FieldError> lines) implements StockOutcome {}
}
