package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears from medical that what a visit had said was wrong. */
@ApplicationScoped
class OutcomeWithdrawnListener implements EventHandler<OutcomeWithdrawn> {

  private final WithdrawFollowUp withdrawFollowUp;

  @Inject
  OutcomeWithdrawnListener(WithdrawFollowUp withdrawFollowUp) {
    this.withdrawFollowUp = withdrawFollowUp;
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.OutcomeWithdrawn.v1";
  }

  @Override
  public Class<OutcomeWithdrawn> dataType() {
    return OutcomeWithdrawn.class;
  }

  @Override
  public void handle(IncomingEvent<OutcomeWithdrawn> event) {
    withdrawFollowUp.hear(Matter.of(event.data()), event.time());
  }
}
