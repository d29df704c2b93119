package ua.vidnova.medical.alert;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.mds.MdsItem;
import ua.vidnova.medical.mds.MdsItems;

/**
 * Something in a visit that had to be told at once.
 *
 * <p>Life cycle: raised with the visit or its correction; acknowledged once, by whoever must act;
 * withdrawn when a correction takes it away, and never raised again: a new one is.
 */
@Entity
public class Alert extends PanacheEntityBase {

  @Id private UUID id;
  private UUID visitId;
  private short item;
  private String settlement;
  private String hromada;
  private LocalDate occurredOn;
  private Instant raisedAt;
  private Instant withdrawnAt;
  private Instant acknowledgedAt;
  private String acknowledgedBy;
  private String acknowledgedByName;
  private String acknowledgementNote;

  protected Alert() {}

  Alert(UUID visitId, Cause cause, String hromada, Instant raisedAt) {
    this.id = Ids.newId();
    this.visitId = visitId;
    this.item = (short) cause.item();
    this.settlement = cause.settlement();
    this.hromada = hromada;
    this.occurredOn = cause.occurredOn();
    this.raisedAt = raisedAt;
  }

  /** What in a visit raises an alert. */
  record Cause(int item, String settlement, LocalDate occurredOn) {}

  /**
   * Which alerts a list shows.
   *
   * @param settlements the caller's
   * @param items numbers of items that the caller may know of
   */
  public record Query(
      Collection<String> settlements, Collection<Short> items, Optional<AlertState> state) {}

  /** Newest first. */
  public static List<Alert> listBefore(Query query, Optional<UUID> id, int max) {
    var condition =
        switch (query.state().orElse(null)) {
          case null -> "true = true";
          case OPEN -> "withdrawnAt is null and acknowledgedAt is null";
          case ACKNOWLEDGED -> "withdrawnAt is null and acknowledgedAt is not null";
          case WITHDRAWN -> "withdrawnAt is not null";
        };
    return Alert.<Alert>find(
            condition
                + " and settlement in ?1 and item in ?2 and (?3 is null or id < ?3)"
                + " order by id desc",
            query.settlements(),
            query.items(),
            id.orElse(null))
        .range(0, max - 1)
        .list();
  }

  /** Those of a visit that hold. */
  static List<Alert> listStanding(UUID visitId) {
    return list("visitId = ?1 and withdrawnAt is null order by item", visitId);
  }

  static Optional<Alert> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** How many were raised before a moment and still wait for somebody. */
  static long countOpenSince(Instant before) {
    return count("withdrawnAt is null and acknowledgedAt is null and raisedAt < ?1", before);
  }

  void withdraw(Instant at) {
    withdrawnAt = at;
  }

  /** The first word stands: whoever acknowledges later changes nothing. */
  void acknowledge(String by, String byName, String note, Instant at) {
    if (acknowledgedAt == null) {
      acknowledgedAt = at;
      acknowledgedBy = by;
      acknowledgedByName = byName;
      acknowledgementNote = note;
    }
  }

  public UUID id() {
    return id;
  }

  /** Id of the visit's first revision. */
  public UUID visitId() {
    return visitId;
  }

  public MdsItem item() {
    return MdsItems.get(item);
  }

  /** KATOTTG code of where the person was seen. */
  public String settlement() {
    return settlement;
  }

  /** KATOTTG code of its hromada; in special cities the city's. */
  public String hromada() {
    return hromada;
  }

  /** Day of the visit. */
  public LocalDate occurredOn() {
    return occurredOn;
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  public AlertState state() {
    if (withdrawnAt != null) {
      return AlertState.WITHDRAWN;
    }
    return acknowledgedAt == null ? AlertState.OPEN : AlertState.ACKNOWLEDGED;
  }

  /** Null while nobody has. */
  public Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  public String acknowledgedBy() {
    return acknowledgedBy;
  }

  public String acknowledgedByName() {
    return acknowledgedByName;
  }

  /** What will be done; null when nothing was said. */
  public String acknowledgementNote() {
    return acknowledgementNote;
  }

  boolean isOf(Cause cause) {
    return item == cause.item()
        && settlement.equals(cause.settlement())
        && occurredOn.equals(cause.occurredOn());
  }
}
