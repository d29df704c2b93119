package ua.vidnova.payments.award;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** Two people approved the resumption: the award is payable again, arrears included. */
public record AwardResumed(UUID awardId, UUID resumptionId, UUID residentId, LocalDate resumedOn)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.awards";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.AwardResumed.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
