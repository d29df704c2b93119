package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.medical.actor.Actor;

/** How every change of what lies at a place begins and ends: its keeper makes it, audited. */
@ApplicationScoped
class ChangeStock {

  private final StockAccess access;
  private final AuditTrail auditTrail;

  @Inject
  ChangeStock(StockAccess access, AuditTrail auditTrail) {
    this.access = access;
    this.auditTrail = auditTrail;
  }

  /**
   * Lets the caller change a place that they keep; nothing else moves there until the commit.
   *
   * @param action as the audit trail calls it
   */
  StockOutcome at(UUID placeId, String action, Function<Actor, StockOutcome> change) {
    if (StockPlace.findLocked(placeId).filter(access::keeps).isEmpty()) {
      return new StockOutcome.NotYours();
    }
    var outcome = change.apply(access.keeper());
    if (outcome instanceof StockOutcome.Booked) {
      auditTrail.wrote(action, "stock-place", placeId, null);
    }
    return outcome;
  }
}
