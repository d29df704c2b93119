package ua.vidnova.payments.reconciliation;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * An instruction that no partner had was taken back because a partner reported what people have to
 * settle first. The unit stays owed.
 *
 * @param reason REPORTED_DEAD, REPORTS_DISAGREE or MOVED
 */
public record InstructionHeld(UUID instructionId, UUID awardId, UUID residentId, String reason)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionHeld.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
