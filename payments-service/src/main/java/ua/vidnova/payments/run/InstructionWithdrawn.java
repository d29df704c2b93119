package ua.vidnova.payments.run;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** An instruction was withdrawn before a partner had it. */
public record InstructionWithdrawn(UUID instructionId, UUID awardId, UUID residentId, Reason reason)
    implements OutgoingEvent {

  /** Why an instruction is withdrawn. */
  public enum Reason {
    DECEASED
  }

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionWithdrawn.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
