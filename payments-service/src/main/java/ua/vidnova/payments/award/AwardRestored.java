package ua.vidnova.payments.award;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** An award that a death had stopped is dormant again, because its owner lives. */
public record AwardRestored(UUID awardId, UUID residentId, LocalDate restoredOn, Reason reason)
    implements OutgoingEvent {

  /** Why. */
  public enum Reason {
    LIVING
  }

  @Override
  public String topic() {
    return "payments.awards";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.AwardRestored.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
