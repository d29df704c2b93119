package ua.vidnova.payments.award;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** The award is dormant again because its owner is missing; nothing is paid until it is resumed. */
public record AwardSuspended(UUID awardId, UUID residentId, LocalDate suspendedOn, Reason reason)
    implements OutgoingEvent {

  /** Why. */
  public enum Reason {
    MISSING
  }

  @Override
  public String topic() {
    return "payments.awards";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.AwardSuspended.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
