package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.actor.Actor;

/** Medicines come to a place from outside: from a depot, a donor, a humanitarian organisation. */
@ApplicationScoped
public class ReceiveStock {

  private final ChangeStock changeStock;
  private final KyivCalendar calendar;

  @Inject
  ReceiveStock(ChangeStock changeStock, KyivCalendar calendar) {
    this.changeStock = changeStock;
    this.calendar = calendar;
  }

  /**
   * A batch that arrived.
   *
   * @param quantity in the medicine's unit
   * @param coldChainKept null unless the medicine must be kept cold
   */
  public record Line(
      UUID medicineId,
      String batch,
      LocalDate expiresOn,
      BigDecimal quantity,
      Boolean coldChainKept) {}

  /**
   * Books what arrived, all or nothing.
   *
   * @param source from whom and by which paper
   */
  @Transactional
  public StockOutcome receive(UUID placeId, String source, List<Line> lines) {
    return changeStock.at(placeId, "received", keeper -> receive(placeId, source, lines, keeper));
  }

  private StockOutcome receive(UUID placeId, String source, List<Line> lines, Actor keeper) {
    var faults = check(lines);
    if (!faults.isEmpty()) {
      return new StockOutcome.Unacceptable(faults.errors());
    }
    var movements = new ArrayList<StockMovement>();
    for (var line : lines) {
      movements.add(book(placeId, source, line, keeper));
    }
    return new StockOutcome.Booked(movements);
  }

  private StockLines check(List<Line> lines) {
    var faults = new StockLines();
    var known = medicinesOf(lines);
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      faults.checkOnce(i, "batch", List.of(line.medicineId(), line.batch(), line.expiresOn()));
      faults.checkQuantity(i, "quantity", line.quantity(), false);
      if (line.expiresOn().isBefore(calendar.today())) {
        faults.refuse(i, "expiresOn", "expired", "Nobody takes what is out of date.");
      }
      var medicine = known.get(line.medicineId());
      if (medicine == null) {
        faults.refuse(i, "medicineId", "unknown", "Take an id of the catalogue.");
      } else if (medicine.withdrawn()) {
        faults.refuse(i, "medicineId", "withdrawn", "Brigades get no more of it.");
      } else if (medicine.coldChain() && line.coldChainKept() == null) {
        faults.refuse(i, "coldChainKept", "required", "Say whether it was cold all the way.");
      }
    }
    return faults;
  }

  private static Map<UUID, MedicineFacts> medicinesOf(List<Line> lines) {
    var ids = lines.stream().map(Line::medicineId).distinct().toList();
    var known = new HashMap<UUID, MedicineFacts>();
    Medicine.<Medicine>list("id in ?1", ids).forEach(one -> known.put(one.id(), one.facts()));
    return known;
  }

  private static StockMovement book(UUID placeId, String source, Line line, Actor keeper) {
    var batch = StockBatch.heardOf(line.medicineId(), line.batch(), line.expiresOn());
    var movement =
        new StockMovement(StockMovement.Kind.RECEIVED, batch.id(), line.quantity(), keeper)
            .to(placeId)
            .because(source);
    movement.persistAndFlush();
    if (Boolean.FALSE.equals(line.coldChainKept())) {
      new ColdChainBreak(placeId, batch.id(), source, keeper).persist();
    }
    return movement;
  }
}
