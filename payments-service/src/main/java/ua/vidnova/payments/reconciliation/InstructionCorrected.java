package ua.vidnova.payments.reconciliation;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.payments.run.InstructionState;

/**
 * Two people settled that something else became of an instruction than was reported first.
 *
 * @param outcome PAID, or RETURNED: then the money is owed again
 * @param formerOutcome what InstructionReported, or an earlier correction, had said
 * @param occurredOn day on which it was paid or came back
 */
public record InstructionCorrected(
    UUID instructionId,
    UUID awardId,
    UUID residentId,
    InstructionState outcome,
    InstructionState formerOutcome,
    LocalDate occurredOn)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionCorrected.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
