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

/** Some of what lies at a place can be given to nobody: it is taken out of the books. */
@ApplicationScoped
public class WriteOffStock {

  private final ChangeStock changeStock;

  @Inject
  WriteOffStock(ChangeStock changeStock) {
    this.changeStock = changeStock;
  }

  /**
   * What is written off of a batch.
   *
   * @param quantity in the medicine's unit
   */
  public record Line(UUID batchId, BigDecimal quantity) {}

  /**
   * Books it, all or nothing.
   *
   * @param reason such as that it expired, broke or was too warm, and by which paper
   */
  @Transactional
  public StockOutcome writeOff(UUID placeId, String reason, List<Line> lines) {
    return changeStock.at(
        placeId, "written-off", keeper -> writeOff(placeId, reason, lines, keeper));
  }

  private static StockOutcome writeOff(
      UUID placeId, String reason, List<Line> lines, Actor keeper) {
    var present = StockBalance.mapAt(placeId, lines.stream().map(Line::batchId).toList());
    var faults = new StockLines();
    var lacking = new StockLines();
    var movements = new ArrayList<StockMovement>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      faults.checkOnce(i, "batchId", line.batchId());
      faults.checkQuantity(i, "quantity", line.quantity(), false);
      var known = present.get(line.batchId());
      if (known == null) {
        faults.refuse(i, "batchId", "unknown", "It never lay here.");
        continue;
      }
      lacking.checkEnough(i, "quantity", line.quantity(), known.quantity());
      movements.add(
          new StockMovement(Kind.WRITTEN_OFF, line.batchId(), line.quantity(), keeper)
              .from(placeId)
              .because(reason));
    }
    if (!faults.isEmpty()) {
      return new StockOutcome.Unacceptable(faults.errors());
    }
    if (!lacking.isEmpty()) {
      return new StockOutcome.NotEnough(lacking.errors());
    }
    StockMovement.persist(movements);
    return new StockOutcome.Booked(movements);
  }
}
