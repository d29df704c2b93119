package ua.vidnova.payments.grant;

import java.util.List;

/** What came of an attempt to approve or refuse a grant. */
public sealed interface GrantDecision {

  /** It was done; the grant as it is now. */
  record Done(GrantFile file) implements GrantDecision {}

  /** It is not there, or not the caller's to see. */
  record NotFound() implements GrantDecision {}

  /** The caller had read an older version. */
  record ChangedMeanwhile() implements GrantDecision {}

  /** It was decided before. */
  record NotNow(GrantState state) implements GrantDecision {}

  /** Something is still missing. */
  record ConditionsOpen(List<OpenCondition> conditions) implements GrantDecision {}

  /** Who proposes cannot approve. */
  record SamePerson() implements GrantDecision {}
}
