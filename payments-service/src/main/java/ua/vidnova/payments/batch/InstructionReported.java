package ua.vidnova.payments.batch;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.payments.run.InstructionState;

/** A partner reported what became of an instruction. */
public record InstructionReported(
    UUID instructionId,
    UUID awardId,
    UUID residentId,
    InstructionState outcome,
    LocalDate occurredOn)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionReported.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
