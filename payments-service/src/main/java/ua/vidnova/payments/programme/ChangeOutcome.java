package ua.vidnova.payments.programme;

import java.util.List;

/** What came of proposing or deciding a change of a programme. */
public sealed interface ChangeOutcome {

  /** It was done; the change as it is now. */
  record Done(ProgrammeChange change) implements ChangeOutcome {}

  /** Something in it cannot be. */
  record Faulty(List<ChangeRules.Fault> faults) implements ChangeOutcome {}

  /** It is not there. */
  record NotFound() implements ChangeOutcome {}

  /** It was decided before. */
  record NotNow(ProgrammeChange.State state) implements ChangeOutcome {}

  /** Who proposes cannot approve. */
  record SamePerson() implements ChangeOutcome {}
}
