package ua.vidnova.payments.law;

import java.util.List;
import java.util.Map;

/** What came of proposing, approving, refusing or showing values of law. */
public sealed interface LawDecision {

  /**
   * It was done; the proposal as it is now.
   *
   * @param replaces by line, what it takes the place of; only while the proposal is open
   */
  record Done(LawProposal proposal, List<LawLine> lines, Map<Integer, List<LawValue>> replaces)
      implements LawDecision {}

  record NotFound() implements LawDecision {}

  /** It was decided before. */
  record NotNow(LawProposal.State state) implements LawDecision {}

  /** Who proposes cannot approve. */
  record SamePerson() implements LawDecision {}
}
