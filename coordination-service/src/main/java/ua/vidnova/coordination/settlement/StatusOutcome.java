package ua.vidnova.coordination.settlement;

/** What became of a wish to set a settlement's status. */
public sealed interface StatusOutcome {

  /** It is as wished; whether it was so before makes no difference to the caller. */
  record Set(SettlementStatus now) implements StatusOutcome {}

  /** It is not, and nothing was kept. */
  record Refused(Reason reason) implements StatusOutcome {}

  /** Why it was refused. */
  enum Reason {
    NOT_A_SETTLEMENT,
    OUTSIDE_YOUR_TERRITORY,
    IN_THE_FUTURE,
    BEFORE_PRESENT,
    CHANGED_MEANWHILE
  }
}
