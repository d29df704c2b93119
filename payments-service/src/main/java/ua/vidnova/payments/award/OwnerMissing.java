package ua.vidnova.payments.award;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * The first version of {@link AwardSuspended}, which knew of disappearances alone; sent beside it
 * for as long as the contract promises it.
 */
public record OwnerMissing(UUID awardId, UUID residentId, LocalDate suspendedOn, Reason reason)
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
