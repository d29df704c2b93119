package ua.vidnova.payments.reconciliation;

import java.util.Optional;
import ua.vidnova.payments.batch.ReportRules.Verdict;
import ua.vidnova.payments.run.InstructionState;

/** Where a partner's word and the books disagree, or what it asks people to find out. */
public enum DifferenceKind {
  /** The partner was given no such instruction. */
  UNKNOWN_INSTRUCTION,
  /** It tells of an instruction that was withdrawn before the file was made. */
  INSTRUCTION_WITHDRAWN,
  /** It tells another sum than the instruction's. */
  AMOUNT_DIFFERS,
  /** It tells another outcome than the one that it told first, which stands. */
  OUTCOME_DIFFERS,
  /** It was told that the person died. */
  REPORTED_DEAD,
  /** It found that the person lives elsewhere. */
  MOVED;

  /**
   * What a verdict leaves for people to settle; a mistaken day or code is the partner's to mend.
   */
  public static Optional<DifferenceKind> of(
      Verdict verdict, InstructionState told, InstructionState known) {
    return switch (verdict) {
      case UNKNOWN_INSTRUCTION -> Optional.of(UNKNOWN_INSTRUCTION);
      case WITHDRAWN -> Optional.of(INSTRUCTION_WITHDRAWN);
      case AMOUNT_DIFFERS -> Optional.of(AMOUNT_DIFFERS);
      case OUTCOME_DIFFERS -> Optional.of(OUTCOME_DIFFERS).filter(any -> told != known);
      case ACCEPTED,
          UNCHANGED,
          ON_ITS_WAY,
          IN_THE_FUTURE,
          BEFORE_HAND_OVER,
          VOUCHER_CODE,
          VOUCHER_EXPIRED,
          RECEIPT_MISSING ->
          Optional.empty();
    };
  }
}
