package ua.vidnova.payments.award;

import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** The award stopped being payable; the month of death is the last that is due. */
public record AwardStopped(UUID awardId, UUID residentId, YearMonth lastPayableMonth, Reason reason)
    implements OutgoingEvent {

  /** Why an award stops. */
  public enum Reason {
    DECEASED
  }

  @Override
  public String topic() {
    return "payments.awards";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.AwardStopped.v1";
  }

  @Override
  public String key() {
    return awardId.toString();
  }
}
