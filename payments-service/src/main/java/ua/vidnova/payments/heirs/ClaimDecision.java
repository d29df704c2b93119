package ua.vidnova.payments.heirs;

import java.util.List;

/** What came of an attempt to approve or refuse a claim. */
public sealed interface ClaimDecision {

  /** It was done; the claim as it is now. */
  record Done(ClaimFile file) implements ClaimDecision {}

  /** It is not there, or not the caller's to see. */
  record NotFound() implements ClaimDecision {}

  /** It was decided before. */
  record NotNow(ClaimState state) implements ClaimDecision {}

  /** Something is still missing. */
  record ConditionsOpen(List<OpenClaimCondition> conditions) implements ClaimDecision {}

  /** Who proposes cannot approve. */
  record SamePerson() implements ClaimDecision {}
}
