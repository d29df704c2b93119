package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
   * @param corrects the revision that it corrects, whose medicines are given back first
   * @param day Kyiv's date of the visit
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(
      Brigade brigade, UUID visitId, Optional<UUID> corrects, LocalDate day, List<Taken> given) {
    var before = corrects.map(id -> StockMovement.listOf(List.of(id))).orElse(List.of());
    if (given.isEmpty() && before.isEmpty()) {
      return;
    }
    StockPlace.makeIfNew(brigade.id(), brigade.name(), brigade.territory());
    StockPlace.findLocked(brigade.id());
    var keeper = access.keeper();
    for (var movement : before) {
      if (movement.kind() == StockMovement.Kind.DISPENSED) {
        new StockMovement(
                StockMovement.Kind.GIVEN_BACK, movement.batchId(), movement.quantity(), keeper)
            .to(movement.fromPlaceId())
            .of(visitId)
            .persistAndFlush();
      }
    }
    for (var taken : given) {
      take(brigade.id(), visitId, day, taken, keeper);
    }
  }

  private static void take(UUID placeId, UUID visitId, LocalDate day, Taken taken, Actor keeper) {
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
    StockDifference.persist(odd);
  }
}
