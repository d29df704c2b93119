package ua.vidnova.payments.resumption;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** A dormant award's owner was identified; its resumption waits for a decision. */
public record ResumptionOpened(UUID resumptionId, UUID awardId, UUID residentId)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.awards";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.ResumptionOpened.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
