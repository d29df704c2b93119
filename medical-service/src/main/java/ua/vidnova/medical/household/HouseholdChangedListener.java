package ua.vidnova.medical.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears who lives together. */
@ApplicationScoped
class HouseholdChangedListener implements EventHandler<HouseholdChanged> {

  private final Households households;

  @Inject
  HouseholdChangedListener(Households households) {
    this.households = households;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.HouseholdChanged.v1";
  }

  @Override
  public Class<HouseholdChanged> dataType() {
    return HouseholdChanged.class;
  }

  @Override
  public void handle(IncomingEvent<HouseholdChanged> event) {
    households.learn(event.data());
  }
}
