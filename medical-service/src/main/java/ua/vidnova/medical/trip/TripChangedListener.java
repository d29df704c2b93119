package ua.vidnova.medical.trip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears where brigades go. */
@ApplicationScoped
class TripChangedListener implements EventHandler<TripChanged> {

  private final Trips trips;

  @Inject
  TripChangedListener(Trips trips) {
    this.trips = trips;
  }

  @Override
  public String type() {
    return "ua.vidnova.coordination.TripChanged.v1";
  }

  @Override
  public Class<TripChanged> dataType() {
    return TripChanged.class;
  }

  @Override
  public void handle(IncomingEvent<TripChanged> event) {
    trips.learn(event.data());
  }
}
