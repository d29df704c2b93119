package ua.vidnova.medical.actor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.time.KyivCalendar;

/** The caller, as the one who does something now. */
@ApplicationScoped
public class ActingCaller {

  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  ActingCaller(Caller caller, KyivCalendar calendar) {
    this.caller = caller;
    this.calendar = calendar;
  }

  public Actor now() {
    return new Actor(caller.id(), caller.name(), calendar.now());
  }
}
