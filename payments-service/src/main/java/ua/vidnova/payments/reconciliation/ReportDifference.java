package ua.vidnova.payments.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.payments.run.InstructionState;

/**
 * Where a partner's word and the books disagree, or what it asks of people.
 *
 * <p>Life: OPEN; PROPOSED with a note of how it was cleared up; SETTLED by another person, or OPEN
 * again when they refuse. LAPSED when what was asked has become known.
 *
 * @param residentId the person, as known now; null when the instruction is unknown, like awardId
 * @param toldAmountMinor kopiykas; null when the partner told none
 * @param knownOutcome what the books said; null when the instruction is unknown
 * @param booking what the books do once it is settled; NONE until that was proposed
 */
public record ReportDifference(
    UUID id,
    DifferenceKind kind,
    String partner,
    UUID instructionId,
    UUID awardId,
    UUID residentId,
    InstructionState toldOutcome,
    LocalDate toldOn,
    String toldCode,
    Long toldAmountMinor,
    InstructionState knownOutcome,
    Instant openedAt,
    int ageDays,
    State state,
    Booking booking,
    String note,
    String proposedBy,
    Instant proposedAt,
    String settledBy,
    Instant settledAt,
    Instant lapsedAt) {

  /** Where a difference is in its life. */
  public enum State {
    OPEN,
    PROPOSED,
    SETTLED,
    LAPSED
  }
}
