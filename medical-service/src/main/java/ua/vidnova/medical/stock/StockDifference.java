package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.actor.Actor;

/**
 * A visit gave what the books do not have, or what should not have been given. Life cycle: found
 * when the visit is recorded, which stands all the same; then explained, once, by somebody who
 * keeps the place; or overtaken by a correction of the visit that does not say so any more.
 */
@Entity
public class StockDifference extends PanacheEntityBase {

  /** What is odd. */
  public enum Kind {
    /** More was given than the place had. */
    NOT_IN_STOCK,
    /** Nobody ever received such a batch. */
    UNKNOWN_BATCH,
    /** It was out of date on the day of the visit. */
    EXPIRED,
    /** It had been too warm. */
    COLD_CHAIN_BROKEN
  }

  @Id private UUID id;
  @Version private int version;
  private UUID placeId;
  private UUID visitId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private UUID medicineId;
  private String batch;
  private LocalDate expiresOn;
  private BigDecimal quantity;
  private Instant foundAt;
  private String explanation;
  private String explainedBy;
  private String explainedByName;
  private Instant explainedAt;
  private UUID overtakenBy;
  private Instant overtakenAt;

  protected StockDifference() {}

  StockDifference(
      Kind kind, UUID placeId, UUID visitId, Taken taken, BigDecimal quantity, Instant foundAt) {
    this.id = Ids.newId();
    this.kind = kind;
    this.placeId = placeId;
    this.visitId = visitId;
    this.medicineId = taken.medicineId();
    this.batch = taken.batch();
    this.expiresOn = taken.expiresOn();
    this.quantity = quantity;
    this.foundAt = foundAt;
  }

  /** Those of a place, newest first. */
  public static List<StockDifference> listAt(
      UUID placeId, boolean openOnly, Optional<UUID> before, int limit) {
    return StockDifference.<StockDifference>find(
            "placeId = ?1 and (?2 = false or explainedAt is null and overtakenAt is null)"
                + " and (?3 is null or id < ?3)"
                + " order by id desc",
            placeId,
            openOnly,
            before.orElse(null))
        .range(0, limit - 1)
        .list();
  }

  /** How many wait for an explanation since before a time. */
  static long countOpenSince(Instant time) {
    return count("explainedAt is null and overtakenAt is null and foundAt < ?1", time);
  }

  /** Those of revisions of a visit that none has overtaken, explained or not; locked. */
  static List<StockDifference> listStanding(Collection<UUID> visitIds) {
    return StockDifference.<StockDifference>find(
            "visitId in ?1 and overtakenAt is null order by id", visitIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  static Optional<StockDifference> findLocked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  boolean isExplained() {
    return explainedAt != null;
  }

  boolean isOvertaken() {
    return overtakenAt != null;
  }

  /** As odd in the same way, whichever revision says so. */
  boolean isSameAs(StockDifference other) {
    return kind == other.kind
        && placeId.equals(other.placeId)
        && medicineId.equals(other.medicineId)
        && batch.equals(other.batch)
        && expiresOn.equals(other.expiresOn)
        && quantity.compareTo(other.quantity) == 0;
  }

  void overtake(UUID revision, Instant at) {
    overtakenBy = revision;
    overtakenAt = at;
  }

  void explain(String why, Actor keeper) {
    explanation = why;
    explainedBy = keeper.id();
    explainedByName = keeper.name();
    explainedAt = keeper.at();
  }

  public UUID id() {
    return id;
  }

  public UUID placeId() {
    return placeId;
  }

  public UUID visitId() {
    return visitId;
  }

  public Kind kind() {
    return kind;
  }

  public UUID medicineId() {
    return medicineId;
  }

  public String batch() {
    return batch;
  }

  public LocalDate expiresOn() {
    return expiresOn;
  }

  /** In the medicine's unit: how much is odd. */
  public BigDecimal quantity() {
    return quantity;
  }

  public Instant foundAt() {
    return foundAt;
  }

  /** Null while nobody has explained it. */
  public String explanation() {
    return explanation;
  }

  public String explainedByName() {
    return explainedByName;
  }

  public Instant explainedAt() {
    return explainedAt;
  }

  /** The revision of the visit that says it no more; null while it stands. */
  public UUID overtakenBy() {
    return overtakenBy;
  }
}
