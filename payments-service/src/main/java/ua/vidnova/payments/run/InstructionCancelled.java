package ua.vidnova.payments.run;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** An instruction that no partner had was withdrawn because its run was cancelled. */
public record InstructionCancelled(UUID instructionId, UUID awardId, UUID residentId, UUID runId)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionCancelled.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
