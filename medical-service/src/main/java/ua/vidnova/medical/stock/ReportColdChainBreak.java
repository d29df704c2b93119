package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;

/** A refrigerator failed: what was in it must not be given any more, and is then written off. */
@ApplicationScoped
public class ReportColdChainBreak {

  private final StockAccess access;
  private final AuditTrail auditTrail;

  @Inject
  ReportColdChainBreak(StockAccess access, AuditTrail auditTrail) {
    this.access = access;
    this.auditTrail = auditTrail;
  }

  /** Marks the batches where they lie. */
  @Transactional
  public StockOutcome report(UUID placeId, String reason, List<UUID> batchIds) {
    var place = StockPlace.findLocked(placeId).filter(access::keeps);
    if (place.isEmpty()) {
      return new StockOutcome.NotYours();
    }
    var present = StockBalance.mapAt(placeId, batchIds);
    var faults = new StockLines();
    for (int i = 0; i < batchIds.size(); i++) {
      faults.checkOnce(i, "batchId", batchIds.get(i));
      if (!present.containsKey(batchIds.get(i))) {
        faults.refuse(i, "batchId", "unknown", "It never lay here.");
      }
    }
    if (!faults.isEmpty()) {
      return new StockOutcome.Unacceptable(faults.errors());
    }
    batchIds.forEach(
        batch -> new ColdChainBreak(placeId, batch, reason, access.keeper()).persist());
    auditTrail.wrote("cold-chain-broken", "stock-place", placeId, null);
    return new StockOutcome.Booked(List.of());
  }
}
