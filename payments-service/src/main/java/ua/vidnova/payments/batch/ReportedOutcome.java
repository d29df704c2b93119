package ua.vidnova.payments.batch;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.payments.run.InstructionState;

/**
 * What a partner says became of one instruction.
 *
 * @param batchId the batch of which it is said; null when the partner named none
 * @param outcome PAID, NOT_COLLECTED or REJECTED; ISSUED when the partner has it and nothing is
 *     final
 * @param reason the partner's own code; null when it gives none
 * @param amountMinor the sum that the partner saw, to be compared; null when it gives none
 * @param voucherCode that the person brought to a till, as it was typed; null when none was given
 */
public record ReportedOutcome(
    UUID batchId,
    UUID instructionId,
    InstructionState outcome,
    LocalDate occurredOn,
    String reason,
    Long amountMinor,
    String voucherCode) {}
