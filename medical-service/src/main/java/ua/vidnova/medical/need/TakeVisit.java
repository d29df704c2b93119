package ua.vidnova.medical.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.medical.actor.ActingCaller;

/**
 * A brigade takes someone of its visit list upon itself, so that brigades that stop in the same
 * settlement do not both go there; or lets them go again.
 */
@ApplicationScoped
public class TakeVisit {

  private final ListOfTrip listOfTrip;
  private final VisitClaims claims;
  private final TransactionLock lock;
  private final ActingCaller caller;
  private final AuditTrail trail;

  @Inject
  TakeVisit(
      ListOfTrip listOfTrip,
      VisitClaims claims,
      TransactionLock lock,
      ActingCaller caller,
      AuditTrail trail) {
    this.listOfTrip = listOfTrip;
    this.claims = claims;
    this.lock = lock;
    this.caller = caller;
    this.trail = trail;
  }

  /** What became of it. */
  public enum Outcome {
    DONE,
    /** No such trip for the caller, or nobody such on its list. */
    NOT_ON_LIST,
    TAKEN_BY_ANOTHER_TRIP
  }

  /**
   * Takes someone; again changes nothing.
   *
   * @param who a resident, or the need of someone who has no record
   */
  @Transactional
  public Outcome take(UUID tripId, UUID who) {
    lock.waitForOthersWith("visit-claim " + who);
    var list = listOfTrip.make(tripId);
    if (list.isEmpty()) {
      return Outcome.NOT_ON_LIST;
    }
    var holder = claims.holder(who);
    if (holder.filter(trip -> !trip.equals(tripId)).isPresent()) {
      return Outcome.TAKEN_BY_ANOTHER_TRIP;
    }
    return list.flatMap(one -> one.find(who))
        .map(at -> take(tripId, who, at))
        .orElse(Outcome.NOT_ON_LIST);
  }

  private Outcome take(UUID tripId, UUID who, VisitList.Found found) {
    claims.give(who, tripId, found.settlement(), caller.now());
    trail.wrote("taken", "visit-claim", who, found.person().residentId());
    return Outcome.DONE;
  }

  /** Lets someone go whom the trip had taken. */
  @Transactional
  public Outcome release(UUID tripId, UUID who) {
    var found = listOfTrip.make(tripId).flatMap(list -> list.find(who));
    if (found.isEmpty() || !claims.release(who, tripId)) {
      return Outcome.NOT_ON_LIST;
    }
    trail.wrote("released", "visit-claim", who, found.get().person().residentId());
    return Outcome.DONE;
  }
}
