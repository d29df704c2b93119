package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * A place's keeper gives medicines to another place: the reserve to a brigade before a trip, the
 * brigade to the reserve after it. To a reserve anything may go back.
 */
@ApplicationScoped
public class OfferHandover {

  private final StockAccess access;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  OfferHandover(StockAccess access, KyivCalendar calendar, AuditTrail auditTrail) {
    this.access = access;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  /**
   * What is offered of a batch.
   *
   * @param quantity in the medicine's unit
   */
  public record Line(UUID batchId, BigDecimal quantity) {}

  /**
   * Offers it; nothing moves yet.
   *
   * @param id made on the device
   */
  @Transactional
  public HandoverOutcome offer(UUID id, UUID fromPlaceId, UUID toPlaceId, List<Line> lines) {
    var from = StockPlace.findLocked(fromPlaceId).filter(access::keeps);
    if (from.isEmpty()) {
      return new HandoverOutcome.NotYours();
    }
    if (Handover.findByIdOptional(id).isPresent()) {
      return new HandoverOutcome.IdTaken();
    }
    var to = StockPlace.<StockPlace>findByIdOptional(toPlaceId);
    if (to.isEmpty() || toPlaceId.equals(fromPlaceId)) {
      return new HandoverOutcome.Unacceptable(
          List.of(new FieldError("toPlaceId", "unknown", "Take the id of another place.")));
    }
    var faults = new StockLines();
    var lacking = new StockLines();
    check(fromPlaceId, to.get(), lines, faults, lacking);
    if (!faults.isEmpty()) {
      return new HandoverOutcome.Unacceptable(faults.errors());
    }
    if (!lacking.isEmpty()) {
      return new HandoverOutcome.NotEnough(lacking.errors());
    }
    var offered =
        lines.stream()
            .map(line -> new Handover.Line(line.batchId(), line.quantity(), null, null, null))
            .toList();
    var handover = new Handover(id, fromPlaceId, toPlaceId, offered, access.keeper());
    handover.persistAndFlush();
    auditTrail.wrote("offered", "stock-handover", id, null);
    return new HandoverOutcome.Done(handover);
  }

  private void check(
      UUID fromPlaceId, StockPlace to, List<Line> lines, StockLines faults, StockLines lacking) {
    var present = StockBalance.mapAt(fromPlaceId, lines.stream().map(Line::batchId).toList());
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
      if (to.kind() == StockPlace.Kind.BRIGADE) {
        checkFitToBeGiven(i, known, faults);
      }
    }
  }

  private void checkFitToBeGiven(int line, OnHand known, StockLines faults) {
    if (known.expiresOn().isBefore(calendar.today())) {
      faults.refuse(line, "batchId", "expired", "It is out of date.");
    }
    if (known.coldChainBroken()) {
      faults.refuse(line, "batchId", "cold-chain-broken", "It was too warm: write it off.");
    }
  }
}
