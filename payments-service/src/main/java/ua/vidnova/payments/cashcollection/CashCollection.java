package ua.vidnova.payments.cashcollection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * The cash that a delegated official takes out for one list (CMU №162).
 *
 * <p>Life: COUNTED by one person when it is taken out; TAKEN once another has counted the same, and
 * then handed out against receipts; CLOSED when what was handed out and what came back make up what
 * was taken, to the kopiyka. Nobody is on both sides: the first count and the receipts are the one,
 * the second count and the closing the other.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class CashCollection extends PanacheEntityBase {

  /** Where a collection is in its life. */
  public enum State {
    COUNTED,
    TAKEN,
    CLOSED
  }

  @Id private UUID batchId;
  private UUID delegationId;

  @Enumerated(EnumType.STRING)
  private State state;

  private long takenMinor;

  /** Receipts are added up by the database. */
  @Column(insertable = false, updatable = false)
  private long handedOutMinor;

  private Long returnedMinor;
  private LocalDate returnedOn;
  private String countedBy;
  private Instant countedAt;
  private String confirmedBy;
  private Instant confirmedAt;
  private String closedBy;
  private Instant closedAt;
  @Version private long version;

  protected CashCollection() {}

  static CashCollection of(UUID batchId, UUID delegationId) {
    var one = new CashCollection();
    one.batchId = batchId;
    one.delegationId = delegationId;
    one.state = State.COUNTED;
    return one;
  }

  static Optional<CashCollection> findLocked(UUID batchId) {
    return Optional.ofNullable(findById(batchId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Newest batch first. */
  static List<CashCollection> listByIds(List<UUID> batchIds) {
    return list("batchId in ?1 order by batchId desc", batchIds);
  }

  /** Somebody counted what is taken out; until it is confirmed it may be counted anew. */
  void count(long minor, String by, Instant at) {
    require(State.COUNTED);
    takenMinor = minor;
    countedBy = by;
    countedAt = at;
  }

  /** Another person counted the same. */
  void confirm(String by, Instant at) {
    require(State.COUNTED);
    state = State.TAKEN;
    confirmedBy = by;
    confirmedAt = at;
  }

  void close(LocalDate on, String by, Instant at) {
    require(State.TAKEN);
    state = State.CLOSED;
    returnedMinor = leftMinor();
    returnedOn = on;
    closedBy = by;
    closedAt = at;
  }

  private void require(State needed) {
    if (state != needed) {
      throw new IllegalStateException("Cash collection " + batchId + " is " + state);
    }
  }

  /** Kopiykas that were taken and not handed out. */
  public long leftMinor() {
    return takenMinor - handedOutMinor;
  }

  /** Day in Kyiv; only once taken. */
  LocalDate takenOn() {
    return LocalDate.ofInstant(confirmedAt, KyivCalendar.KYIV);
  }

  public UUID batchId() {
    return batchId;
  }

  public UUID delegationId() {
    return delegationId;
  }

  public State state() {
    return state;
  }

  /** Kopiykas, as they were counted. */
  public long takenMinor() {
    return takenMinor;
  }

  /** Kopiykas, by receipts. */
  public long handedOutMinor() {
    return handedOutMinor;
  }

  /** Kopiykas; null until closed. */
  public Long returnedMinor() {
    return returnedMinor;
  }

  /** Null until closed. */
  public LocalDate returnedOn() {
    return returnedOn;
  }

  public String countedBy() {
    return countedBy;
  }

  /** Null until another has counted the same. */
  public String confirmedBy() {
    return confirmedBy;
  }

  /** Null until closed. */
  public String closedBy() {
    return closedBy;
  }

  public long version() {
    return version;
  }
}
