package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.settlement.SettlementStatus;

/** What stands over a settlement changed: the post may deliver there, or not any more. */
@ApplicationScoped
public class SettlementStatusListener
    implements EventHandler<SettlementStatusListener.SettlementStatusChanged> {

  /** The event's data. */
  public record SettlementStatusChanged(
      String settlement, SettlementStatus.Status status, LocalDate effectiveOn) {}

  @Override
  public String type() {
    return "ua.vidnova.coordination.SettlementStatusChanged.v1";
  }

  @Override
  public Class<SettlementStatusChanged> dataType() {
    return SettlementStatusChanged.class;
  }

  @Override
  public void handle(IncomingEvent<SettlementStatusChanged> event) {
    var change = event.data();
    SettlementStatus.learn(
        change.settlement(), change.status(), change.effectiveOn(), event.time());
  }
}
