package ua.vidnova.medical.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/**
 * A visit had something that must be told at once. Says what and where, never whom.
 *
 * @param item number in the WHO EMT Minimum Data Set
 * @param settlement null where people are to be protected: the hromada must do
 * @param occurredOn day of the visit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertRaised(
    UUID alertId, int item, String settlement, String hromada, LocalDate occurredOn)
    implements OutgoingEvent {

  static AlertRaised of(Alert alert) {
    return new AlertRaised(
        alert.id(),
        alert.item().number(),
        alert.item().isProtection() ? null : alert.settlement(),
        alert.hromada(),
        alert.occurredOn());
  }

  @Override
  public String topic() {
    return "medical.alerts";
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.AlertRaised.v1";
  }

  /** The alert's: nothing of one person's may be put together from keys. */
  @Override
  public String key() {
    return alertId.toString();
  }
}
