package ua.vidnova.coordination.cashpoint;

import java.util.List;
import java.util.UUID;

/** What became of a wish to describe a cash point or to say whether it works. */
public sealed interface CashPointOutcome {

  /**
   * It is as told.
   *
   * @param changed false when it was so before, and nobody was told
   */
  record Saved(KnownCashPoint now, boolean isNew, boolean changed) implements CashPointOutcome {}

  record NotAcceptable(List<CashPointRules.Fault> faults) implements CashPointOutcome {}

  /** It stands or serves outside the caller's territory, before or after. */
  record OutsideTerritory() implements CashPointOutcome {}

  /** Another cash point of the operator has this number. */
  record CodeTaken(UUID by) implements CashPointOutcome {}

  record ChangedMeanwhile() implements CashPointOutcome {}

  record NotFound() implements CashPointOutcome {}
}
