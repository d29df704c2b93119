package ua.vidnova.registry.facts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.resident.Resident;

/** What came of stating facts. */
public sealed interface StatementsOutcome {

  /** They are kept, and this is what each is worth now. */
  record Recorded(Resident resident, List<Statement> statements, KnownFacts known)
      implements StatementsOutcome {}

  /** The same arrived before; nothing has changed. */
  record RecordedBefore(Resident resident, List<Statement> statements, KnownFacts known)
      implements StatementsOutcome {}

  /** There is no such resident for the caller. */
  record NotFound() implements StatementsOutcome {}

  /** Some fields cannot be true. */
  record NotAcceptable(List<FieldError> errors) implements StatementsOutcome {}

  /** The id belongs to another submission. */
  record IdInUse() implements StatementsOutcome {}

  /** Nobody has identified the resident, whom a list of another register has. */
  record OnlyListed() implements StatementsOutcome {}

  /**
   * Another resident has this РНОКПП or УНЗР.
   *
   * @param residentId empty when the caller may not see that resident
   */
  record NumberInUse(Optional<UUID> residentId) implements StatementsOutcome {}
}
