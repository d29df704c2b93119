package ua.vidnova.medical.stock;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.medical.actor.Actor;
import ua.vidnova.medical.stock.StockMovement.Kind;

/**
 * Whoever keeps the other place says what arrived, and the stock moves; or declines. Whoever
 * offered may take it back before.
 */
@ApplicationScoped
public class AnswerHandover {

  private final StockAccess access;
  private final AuditTrail auditTrail;

  @Inject
  AnswerHandover(StockAccess access, AuditTrail auditTrail) {
    this.access = access;
    this.auditTrail = auditTrail;
  }

  /**
   * What arrived of a batch.
   *
   * @param received in the medicine's unit, not more than was offered
   * @param coldChainKept null unless the medicine must be kept cold
   * @param explanation why less arrived
   */
  public record Arrived(
      UUID batchId, BigDecimal received, Boolean coldChainKept, String explanation) {}

  /** Accepts what arrived; what did not, stays in the giver's books. */
  @Transactional
  public HandoverOutcome accept(UUID id, List<Arrived> arrived) {
    var found = Handover.findLocked(id);
    var refusal = refusal(found, found.map(Handover::toPlaceId));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var handover = found.get();
    var keeper = access.keeper();
    if (handover.wasOfferedBy(keeper)) {
      return new HandoverOutcome.SamePerson();
    }
    StockPlace.listLocked(List.of(handover.fromPlaceId(), handover.toPlaceId()));
    var present =
        StockBalance.mapAt(
            handover.fromPlaceId(), handover.lines().stream().map(Handover.Line::batchId).toList());
    var faults = check(handover, arrived, present::get);
    if (!faults.isEmpty()) {
      return new HandoverOutcome.Unacceptable(faults.errors());
    }
    var lacking = new StockLines();
    for (int i = 0; i < arrived.size(); i++) {
      var there = present.get(arrived.get(i).batchId()).quantity();
      lacking.checkEnough(i, "received", arrived.get(i).received(), there);
    }
    if (!lacking.isEmpty()) {
      return new HandoverOutcome.NotEnough(lacking.errors());
    }
    handover.accept(linesOf(handover, arrived), keeper);
    move(handover, arrived, keeper);
    auditTrail.wrote("accepted", "stock-handover", id, null);
    return new HandoverOutcome.Done(handover);
  }

  /** Declines all of it. */
  @Transactional
  public HandoverOutcome decline(UUID id, String reason) {
    var found = Handover.findLocked(id);
    var refusal = refusal(found, found.map(Handover::toPlaceId));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    found.get().decline(reason, access.keeper());
    Handover.flush();
    auditTrail.wrote("declined", "stock-handover", id, null);
    return new HandoverOutcome.Done(found.get());
  }

  /** Takes the offer back. */
  @Transactional
  public HandoverOutcome recall(UUID id, String reason) {
    var found = Handover.findLocked(id);
    var refusal = refusal(found, found.map(Handover::fromPlaceId));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    found.get().recall(reason, access.keeper());
    Handover.flush();
    auditTrail.wrote("recalled", "stock-handover", id, null);
    return new HandoverOutcome.Done(found.get());
  }

  /** What stands against an answer by the keeper of a place. */
  private Optional<HandoverOutcome> refusal(Optional<Handover> found, Optional<UUID> placeId) {
    var place = placeId.flatMap(id -> StockPlace.<StockPlace>findByIdOptional(id));
    if (place.filter(access::keeps).isEmpty()) {
      return Optional.of(new HandoverOutcome.NotYours());
    }
    return found.get().state() == Handover.State.OFFERED
        ? Optional.empty()
        : Optional.of(new HandoverOutcome.AnsweredBefore());
  }

  private static StockLines check(
      Handover handover, List<Arrived> arrived, Function<UUID, OnHand> present) {
    var faults = new StockLines();
    var offered =
        handover.lines().stream().collect(toMap(Handover.Line::batchId, Handover.Line::offered));
    for (int i = 0; i < arrived.size(); i++) {
      var line = arrived.get(i);
      faults.checkOnce(i, "batchId", line.batchId());
      faults.checkQuantity(i, "received", line.received(), true);
      var wanted = offered.remove(line.batchId());
      if (wanted == null) {
        faults.refuse(i, "batchId", "not-offered", "Only what was offered can be accepted.");
        continue;
      }
      if (line.received().compareTo(wanted) > 0) {
        faults.refuse(i, "received", "more-than-offered", "Count again, or book the rest apart.");
      } else if (line.received().compareTo(wanted) < 0 && line.explanation() == null) {
        faults.refuse(i, "explanation", "required", "Less than was offered: say why.");
      }
      if (present.apply(line.batchId()).coldChain() && line.coldChainKept() == null) {
        faults.refuse(i, "coldChainKept", "required", "Say whether it was cold all the way.");
      }
    }
    if (!offered.isEmpty()) {
      faults.refuseAll("missing", "Answer for each batch that was offered.");
    }
    return faults;
  }

  private static List<Handover.Line> linesOf(Handover handover, List<Arrived> arrived) {
    var byBatch = arrived.stream().collect(toMap(Arrived::batchId, Function.identity()));
    return handover.lines().stream()
        .map(
            line -> {
              var came = byBatch.get(line.batchId());
              return new Handover.Line(
                  line.batchId(),
                  line.offered(),
                  came.received(),
                  came.coldChainKept(),
                  came.explanation());
            })
        .toList();
  }

  private static void move(Handover handover, List<Arrived> arrived, Actor keeper) {
    var movements = new ArrayList<StockMovement>();
    var breaks = new ArrayList<ColdChainBreak>();
    for (var line : arrived) {
      if (line.received().signum() > 0) {
        movements.add(
            new StockMovement(Kind.HANDED_OVER, line.batchId(), line.received(), keeper)
                .from(handover.fromPlaceId())
                .to(handover.toPlaceId())
                .with(handover.id()));
        if (Boolean.FALSE.equals(line.coldChainKept())) {
          breaks.add(
              new ColdChainBreak(
                  handover.toPlaceId(), line.batchId(), "Too warm on the way", keeper));
        }
      }
    }
    StockMovement.persist(movements);
    StockMovement.flush();
    ColdChainBreak.persist(breaks);
  }
}
