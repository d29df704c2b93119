package ua.vidnova.medical.alert;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** The visit was corrected: what was told at once does not hold. */
public record AlertWithdrawn(UUID alertId, int item, String hromada) implements OutgoingEvent {

  static AlertWithdrawn of(Alert alert) {
    return new AlertWithdrawn(alert.id(), alert.item().number(), alert.hromada());
  }

  @Override
  public String topic() {
    return "medical.alerts";
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.AlertWithdrawn.v1";
  }

  @Override
  public String key() {
    return alertId.toString();
  }
}
