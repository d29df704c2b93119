package ua.vidnova.payments.batch;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.payments.run.InstructionState;

/**
 * What a partner says became of one instruction.
 *
 * @param outcome PAID, NOT_COLLECTED or REJECTED
 * @param reason the partner's own code; null when it gives none
 * @param amountMinor the sum that the partner saw, to be compared; null when it gives none
 */
public record ReportedOutcome(
    UUID instructionId,
    InstructionState outcome,
    LocalDate occurredOn,
    String reason,
    Long amountMinor) {}
