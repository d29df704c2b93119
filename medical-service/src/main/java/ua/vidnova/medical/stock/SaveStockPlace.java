package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.reference.Territories;

/** A coordinator opens a place for stock, or says anew what it is called and whom it serves. */
@ApplicationScoped
public class SaveStockPlace {

  private final StockAccess access;
  private final TransactionLock lock;
  private final AuditTrail auditTrail;

  @Inject
  SaveStockPlace(StockAccess access, TransactionLock lock, AuditTrail auditTrail) {
    this.access = access;
    this.lock = lock;
    this.auditTrail = auditTrail;
  }

  /** What became of it. */
  public sealed interface Outcome {

    record Saved(StockPlace place, boolean isNew) implements Outcome {}

    record Unacceptable(List<FieldError> errors) implements Outcome {}

    /** Its territory, before or after, is not the caller's. */
    record OutsideTerritory() implements Outcome {}

    /** A place stays what it is: a reserve or a brigade's. */
    record OtherKind() implements Outcome {}

    record ChangedMeanwhile() implements Outcome {}
  }

  /**
   * Makes it so, or leaves all as it was.
   *
   * @param id of the brigade, when it is a brigade's
   */
  @Transactional
  public Outcome save(
      UUID id, StockPlace.Kind kind, String name, String territory, OptionalLong readVersion) {
    if (Territories.ukraine().find(territory).isEmpty()) {
      return new Outcome.Unacceptable(
          List.of(new FieldError("territory", "unknown", "Take a code of KATOTTG.")));
    }
    if (!access.covers(territory)) {
      return new Outcome.OutsideTerritory();
    }
    lock.waitForOthersWith("stock-place " + id);
    var present = StockPlace.findLocked(id);
    if (present.filter(place -> !access.covers(place.territory())).isPresent()) {
      return new Outcome.OutsideTerritory();
    }
    if (present.filter(place -> place.kind() != kind).isPresent()) {
      return new Outcome.OtherKind();
    }
    if (readVersion.isPresent()
        && readVersion.getAsLong() != present.map(StockPlace::version).orElse(-1)) {
      return new Outcome.ChangedMeanwhile();
    }
    var place = present.orElseGet(() -> new StockPlace(id, kind, name, territory));
    place.become(name, territory);
    place.persistAndFlush();
    auditTrail.wrote("described", "stock-place", id, null);
    return new Outcome.Saved(place, present.isEmpty());
  }
}
