package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.medical.actor.ActingCaller;
import ua.vidnova.medical.actor.Actor;
import ua.vidnova.medical.reach.ReachOfCaller;
import ua.vidnova.medical.territory.Settlements;

/**
 * What the caller is to a place, within the caller's territories. Coordinators keep the reserves;
 * the stock of a brigade its leads keep, and the medics of its trips from before a trip until after
 * it, as long as they see its people. Coordinators and auditors see both.
 */
@ApplicationScoped
public class StockAccess {

  private final Caller caller;
  private final ActingCaller actingCaller;
  private final ReachOfCaller reach;

  @Inject
  StockAccess(Caller caller, ActingCaller actingCaller, ReachOfCaller reach) {
    this.caller = caller;
    this.actingCaller = actingCaller;
    this.reach = reach;
  }

  /** All places that the caller sees. */
  StockPlace.Bounds bounds() {
    var all = seesAll();
    var brigades = all || caller.hasRole(Roles.BRIGADE_LEAD);
    return new StockPlace.Bounds(
        Settlements.andTerritoriesWithin(caller.territories()),
        all,
        brigades,
        brigades || !caller.hasRole(Roles.MEDIC) ? Set.of() : reach.brigades());
  }

  boolean sees(StockPlace place) {
    return keeps(place) || caller.covers(place.territory()) && seesAll();
  }

  private boolean seesAll() {
    return caller.hasRole(Roles.COORDINATOR) || caller.hasRole(Roles.AUDITOR);
  }

  boolean keeps(StockPlace place) {
    return caller.covers(place.territory())
        && switch (place.kind()) {
          case RESERVE -> caller.hasRole(Roles.COORDINATOR);
          case BRIGADE ->
              caller.hasRole(Roles.BRIGADE_LEAD)
                  || caller.hasRole(Roles.MEDIC) && reach.brigades().contains(place.id());
        };
  }

  boolean covers(String territory) {
    return caller.covers(territory);
  }

  Actor keeper() {
    return actingCaller.now();
  }
}
