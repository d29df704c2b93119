package ua.vidnova.payments.partner;

import java.util.List;

/** What came of proposing or deciding a partner's profile. */
public sealed interface ChangeOutcome {

  /** It was done; the proposal as it is now. */
  record Done(ProfileProposal proposal) implements ChangeOutcome {}

  /** Something in it cannot be. */
  record Faulty(List<AgreementRules.Fault> faults) implements ChangeOutcome {}

  /** It is not there. */
  record NotFound() implements ChangeOutcome {}

  /** It was decided before. */
  record NotNow(ProfileProposal.State state) implements ChangeOutcome {}

  /** Who proposes cannot approve. */
  record SamePerson() implements ChangeOutcome {}

  /** The profile has changed since it was proposed. */
  record ChangedMeanwhile() implements ChangeOutcome {}
}
