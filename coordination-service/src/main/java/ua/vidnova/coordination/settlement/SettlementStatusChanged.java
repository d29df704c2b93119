package ua.vidnova.coordination.settlement;

import java.time.LocalDate;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * A settlement has another status, or the present one another first day.
 *
 * @param settlement KATOTTG code
 */
record SettlementStatusChanged(String settlement, Status status, LocalDate effectiveOn)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "coordination.settlements";
  }

  @Override
  public String type() {
    return "ua.vidnova.coordination.SettlementStatusChanged.v1";
  }

  @Override
  public String key() {
    return settlement;
  }
}
