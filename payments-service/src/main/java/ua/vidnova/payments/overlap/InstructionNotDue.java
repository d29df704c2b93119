package ua.vidnova.payments.overlap;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * An instruction that no partner had was withdrawn: its month turned out not to be owed, or
 * somebody proposed so. If that is refused, another follows.
 */
public record InstructionNotDue(UUID instructionId, UUID awardId, UUID residentId)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionNotDue.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
