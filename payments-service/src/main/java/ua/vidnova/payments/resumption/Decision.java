package ua.vidnova.payments.resumption;

import java.util.List;
import ua.vidnova.payments.derivation.Gap;

/** What came of an attempt to propose, approve or refuse a resumption. */
public sealed interface Decision {

  /** It was done; the case as it is now. */
  record Done(CaseFile file) implements Decision {}

  /** It is not there, or not the caller's to see. */
  record NotFound() implements Decision {}

  /** The caller had read an older version. */
  record ChangedMeanwhile() implements Decision {}

  /** The step does not follow on its present state. */
  record NotNow(ResumptionState state) implements Decision {}

  /** Something is still missing. */
  record ConditionsOpen(List<Condition> conditions) implements Decision {}

  /** Values of law that the derivation needs are not loaded. */
  record LawMissing(List<Gap> gaps) implements Decision {}

  /** Who proposes cannot approve. */
  record SamePerson() implements Decision {}
}
