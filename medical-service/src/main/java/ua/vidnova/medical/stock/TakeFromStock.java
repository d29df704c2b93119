package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.medical.actor.Actor;
import ua.vidnova.medical.stock.StockDifference.Kind;

/**
 * Takes what a visit gave from the brigade's stock, in the visit's transaction. What was given was
 * given: a visit is never refused because the books say otherwise. They then hold what they can,
 * and the rest is a {@link StockDifference}.
 */
@ApplicationScoped
public class TakeFromStock {

  private final StockAccess access;

  @Inject
  TakeFromStock(StockAccess access) {
    this.access = access;
  }

  /**
   * Whose visit it was.
   *
   * @param territory where the visit took place, should this be the brigade's first stock
   */
  public record Brigade(UUID id, String name, String territory) {}

  /** Those ids that the catalogue does not know. */
  public static Set<UUID> unknownOf(Collection<UUID> medicineIds) {
    var unknown = new HashSet<>(medicineIds);
    if (!unknown.isEmpty()) {
      Medicine.<Medicine>list("id in ?1", List.copyOf(unknown))
          .forEach(known -> unknown.remove(known.id()));
    }
    return unknown;
  }

  /**
   * Books what a visit gave.
   *
   * @param visitId the revision that says so
   * @param before the revisions that it corrects; what they took and did not give back is given
   *     back first, and the differences that this one does not find again are overtaken
   * @param day Kyiv's date of the visit
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(
      Brigade brigade, UUID visitId, List<UUID> before, LocalDate day, List<Taken> given) {
    var held = heldBy(before);
    var standing = new ArrayList<>(StockDifference.listStanding(before));
    if (given.isEmpty() && held.isEmpty() && standing.isEmpty()) {
      return;
    }
    StockPlace.makeIfNew(brigade.id(), brigade.name(), brigade.territory());
    StockPlace.findLocked(brigade.id());
    var keeper = access.keeper();
    held.forEach(
        (lot, quantity) ->
            new StockMovement(StockMovement.Kind.GIVEN_BACK, lot.batchId(), quantity, keeper)
                .to(lot.placeId())
                .of(visitId)
                .persistAndFlush());
    for (var taken : given) {
      for (var odd : take(brigade.id(), visitId, day, taken, keeper)) {
        noteUnlessStanding(odd, standing);
      }
    }
    standing.forEach(gone -> gone.overtake(visitId, keeper.at()));
  }

  private record Lot(UUID placeId, UUID batchId) {}

  /** What revisions took and did not give back. */
  private static Map<Lot, BigDecimal> heldBy(List<UUID> revisions) {
    var held = new LinkedHashMap<Lot, BigDecimal>();
    for (var movement : StockMovement.listOf(revisions)) {
      if (movement.kind() == StockMovement.Kind.DISPENSED) {
        var lot = new Lot(movement.fromPlaceId(), movement.batchId());
        held.merge(lot, movement.quantity(), BigDecimal::add);
      } else {
        var lot = new Lot(movement.toPlaceId(), movement.batchId());
        held.merge(lot, movement.quantity().negate(), BigDecimal::add);
      }
    }
    held.values().removeIf(quantity -> quantity.signum() == 0);
    return held;
  }

  /** One that stands already goes on standing, with what was said of it and since when. */
  private static void noteUnlessStanding(StockDifference odd, List<StockDifference> standing) {
    var same = standing.stream().filter(odd::isSameAs).findFirst();
    same.ifPresentOrElse(standing::remove, odd::persist);
  }

  private static List<StockDifference> take(
      UUID placeId, UUID visitId, LocalDate day, Taken taken, Actor keeper) {
    var batch = StockBatch.find(taken.medicineId(), taken.batch(), taken.expiresOn());
    var present =
        batch.map(known -> StockBalance.mapAt(placeId, List.of(known.id())).get(known.id()));
    var there = present.map(OnHand::quantity).orElse(BigDecimal.ZERO);
    var booked = taken.quantity().min(there);
    if (booked.signum() > 0) {
      new StockMovement(StockMovement.Kind.DISPENSED, present.get().batchId(), booked, keeper)
          .from(placeId)
          .of(visitId)
          .persistAndFlush();
    }
    var odd = new ArrayList<StockDifference>();
    var missing = taken.quantity().subtract(booked);
    if (missing.signum() > 0) {
      var kind = batch.isEmpty() ? Kind.UNKNOWN_BATCH : Kind.NOT_IN_STOCK;
      odd.add(new StockDifference(kind, placeId, visitId, taken, missing, keeper.at()));
    }
    if (taken.expiresOn().isBefore(day)) {
      odd.add(
          new StockDifference(
              Kind.EXPIRED, placeId, visitId, taken, taken.quantity(), keeper.at()));
    }
    if (present.filter(OnHand::coldChainBroken).isPresent()) {
      odd.add(
          new StockDifference(
              Kind.COLD_CHAIN_BROKEN, placeId, visitId, taken, taken.quantity(), keeper.at()));
    }
    return odd;
  }
}
