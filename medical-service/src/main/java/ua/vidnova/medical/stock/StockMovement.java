package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.actor.Actor;

/**
 * How some of a batch came, went or moved. Written once; the database books it to the places in the
 * same statement and refuses to take what is not there.
 */
@Entity
@Immutable
public class StockMovement extends PanacheEntityBase {

  /** Why it moved. */
  public enum Kind {
    RECEIVED,
    HANDED_OVER,
    /** At a visit. */
    DISPENSED,
    /** A visit was corrected: it had not been dispensed. */
    GIVEN_BACK,
    WRITTEN_OFF,
    /** A count found more than the books had. */
    SURPLUS,
    /** A count found less than the books had. */
    SHORTAGE
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private UUID batchId;
  private UUID fromPlaceId;
  private UUID toPlaceId;
  private BigDecimal quantity;
  private UUID visitId;
  private UUID handoverId;
  private String reason;
  private Instant recordedAt;
  private String recordedBy;
  private String recordedByName;

  protected StockMovement() {}

  StockMovement(Kind kind, UUID batchId, BigDecimal quantity, Actor keeper) {
    this.id = Ids.newId();
    this.kind = kind;
    this.batchId = batchId;
    this.quantity = quantity;
    this.recordedAt = keeper.at();
    this.recordedBy = keeper.id();
    this.recordedByName = keeper.name();
  }

  StockMovement from(UUID placeId) {
    fromPlaceId = placeId;
    return this;
  }

  StockMovement to(UUID placeId) {
    toPlaceId = placeId;
    return this;
  }

  StockMovement of(UUID visit) {
    visitId = visit;
    return this;
  }

  StockMovement with(UUID handover) {
    handoverId = handover;
    return this;
  }

  StockMovement because(String why) {
    reason = why;
    return this;
  }

  /** Newest first. */
  public static List<StockMovement> listAt(UUID placeId, Optional<UUID> before, int limit) {
    return StockMovement.<StockMovement>find(
            "(fromPlaceId = ?1 or toPlaceId = ?1) and (?2 is null or id < ?2) order by id desc",
            placeId,
            before.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  /** What the revisions of a visit took and gave back. */
  static List<StockMovement> listOf(Collection<UUID> visitIds) {
    return list("visitId in ?1 order by id", visitIds);
  }

  public UUID id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public UUID batchId() {
    return batchId;
  }

  /** Null when it came from outside. */
  public UUID fromPlaceId() {
    return fromPlaceId;
  }

  /** Null when it is gone. */
  public UUID toPlaceId() {
    return toPlaceId;
  }

  /** In the medicine's unit; more than none. */
  public BigDecimal quantity() {
    return quantity;
  }

  public UUID visitId() {
    return visitId;
  }

  public UUID handoverId() {
    return handoverId;
  }

  public String reason() {
    return reason;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public String recordedByName() {
    return recordedByName;
  }
}
