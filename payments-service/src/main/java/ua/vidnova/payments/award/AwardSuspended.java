package ua.vidnova.payments.award;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** The award is dormant again on a ground of the law; nothing is paid until it is resumed. */
public record AwardSuspended(
    UUID awardId, UUID residentId, LocalDate suspendedOn, SuspensionGround reason)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.awards";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.AwardSuspended.v2";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
