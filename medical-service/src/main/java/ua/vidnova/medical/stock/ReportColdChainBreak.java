package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import ua.vidnova.medical.actor.Actor;

/** A refrigerator failed: what was in it must not be given any more, and is then written off. */
@ApplicationScoped
public class ReportColdChainBreak {

  private final ChangeStock changeStock;

  @Inject
  ReportColdChainBreak(ChangeStock changeStock) {
    this.changeStock = changeStock;
  }

  /** Marks the batches where they lie. */
  @Transactional
  public StockOutcome report(UUID placeId, String reason, List<UUID> batchIds) {
    return changeStock.at(
        placeId, "cold-chain-broken", keeper -> report(placeId, reason, batchIds, keeper));
  }

  private static StockOutcome report(
      UUID placeId, String reason, List<UUID> batchIds, Actor keeper) {
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
    batchIds.forEach(batch -> new ColdChainBreak(placeId, batch, reason, keeper).persist());
    return new StockOutcome.Booked(List.of());
  }
}
