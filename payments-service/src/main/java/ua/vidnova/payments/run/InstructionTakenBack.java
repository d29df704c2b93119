package ua.vidnova.payments.run;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * An instruction that no partner had was taken back because of what became known of its resident.
 * The unit stays owed, and another instruction may follow.
 */
public record InstructionTakenBack(UUID instructionId, UUID awardId, UUID residentId, Reason reason)
    implements OutgoingEvent {

  /** What became known. */
  public enum Reason {
    ANOTHER_AWARD,
    RECORD_OF_DEATH,
    RECORD_OF_DISAPPEARANCE,
    UNMERGED
  }

  @Override
  public String topic() {
    return "payments.instructions";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.InstructionTakenBack.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
