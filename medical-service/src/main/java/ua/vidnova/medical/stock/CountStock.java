package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.medical.actor.Actor;
import ua.vidnova.medical.stock.StockMovement.Kind;

/** Somebody counts what lies at a place, and the books follow; a difference is explained. */
@ApplicationScoped
public class CountStock {

  private final ChangeStock changeStock;

  @Inject
  CountStock(ChangeStock changeStock) {
    this.changeStock = changeStock;
  }

  /**
   * What was counted of a batch.
   *
   * @param counted in the medicine's unit
   * @param explanation null when the books say the same
   */
  public record Line(UUID batchId, BigDecimal counted, String explanation) {}

  /** Books the differences of the counted batches, all or none; other batches stay as they are. */
  @Transactional
  public StockOutcome count(UUID placeId, List<Line> lines) {
    return changeStock.at(placeId, "counted", keeper -> count(placeId, lines, keeper));
  }

  private static StockOutcome count(UUID placeId, List<Line> lines, Actor keeper) {
    var batches = lines.stream().map(Line::batchId).toList();
    var present = StockBalance.mapAt(placeId, batches);
    var faults = new StockLines();
    var movements = new ArrayList<StockMovement>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      faults.checkOnce(i, "batchId", line.batchId());
      var isQuantity = faults.checkQuantity(i, "counted", line.counted(), true);
      var known = present.get(line.batchId());
      if (known == null) {
        faults.refuse(i, "batchId", "unknown", "Never lay here: book it as received.");
      }
      if (known == null || !isQuantity) {
        continue;
      }
      var difference = line.counted().subtract(known.quantity());
      if (difference.signum() == 0) {
        continue;
      }
      if (line.explanation() == null) {
        faults.refuse(i, "explanation", "required", "The books say otherwise: say why.");
      }
      movements.add(movement(placeId, line, difference, keeper));
    }
    if (!faults.isEmpty()) {
      return new StockOutcome.Unacceptable(faults.errors());
    }
    StockMovement.persist(movements);
    return new StockOutcome.Booked(movements);
  }

  private static StockMovement movement(
      UUID placeId, Line line, BigDecimal difference, Actor keeper) {
    var kind = difference.signum() > 0 ? Kind.SURPLUS : Kind.SHORTAGE;
    var movement =
        new StockMovement(kind, line.batchId(), difference.abs(), keeper)
            .because(line.explanation());
    return kind == Kind.SURPLUS ? movement.to(placeId) : movement.from(placeId);
  }
}
