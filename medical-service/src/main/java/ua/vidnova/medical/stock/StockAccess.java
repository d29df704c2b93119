package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * What the caller is to a place. Coordinators keep the reserves of their territories, medics and
 * brigade leads the stock of brigades there; coordinators and auditors see both.
 */
@ApplicationScoped
public class StockAccess {

  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  StockAccess(Caller caller, KyivCalendar calendar) {
    this.caller = caller;
    this.calendar = calendar;
  }

  boolean sees(StockPlace place) {
    return keeps(place)
        || caller.covers(place.territory())
            && (caller.hasRole(Roles.COORDINATOR) || caller.hasRole(Roles.AUDITOR));
  }

  boolean keeps(StockPlace place) {
    return caller.covers(place.territory())
        && switch (place.kind()) {
          case RESERVE -> caller.hasRole(Roles.COORDINATOR);
          case BRIGADE -> caller.hasRole(Roles.BRIGADE_LEAD) || caller.hasRole(Roles.MEDIC);
        };
  }

  boolean covers(String territory) {
    return caller.covers(territory);
  }

  Keeper keeper() {
    return new Keeper(caller.id(), caller.name(), calendar.now());
  }
}
