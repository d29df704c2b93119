package ua.vidnova.payments.report;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.payments.run.InstructionState;

/**
 * What a file says of one instruction.
 *
 * @param instructionId null when what stands there is no id of ours
 * @param outcome ISSUED when the partner has it and nothing is final
 * @param code the partner's status or reason; null when it gives none
 * @param amountMinor kopiykas; null when it tells none
 * @param unreadable why the line says nothing; null when it can be judged
 */
public record ReportedLine(
    UUID instructionId,
    InstructionState outcome,
    String code,
    LocalDate occurredOn,
    Long amountMinor,
    Unreadable unreadable) {

  /** A line that says nothing. */
  public static ReportedLine unreadable(UUID instructionId, Unreadable why) {
    return new ReportedLine(instructionId, null, null, null, null, why);
  }
}
