package ua.vidnova.payments.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A run of one period. Several may follow each other; each sends what is due and was not sent yet.
 *
 * <p>Life: PROPOSED by one person, with totals and no effect; APPROVED by another, and from then on
 * executed shard by shard; EXECUTED when the last shard is done. REFUSED instead of approved.
 * CANCELLED at any time before a partner has taken one of its batches. One run at a time is
 * proposed or approved. Rows are made by {@link ProposeRun} alone; shards make them EXECUTED.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class PaymentRun extends PanacheEntityBase {

  @Id private UUID id;
  private YearMonth period;

  @Enumerated(EnumType.STRING)
  private RunState state;

  private YearMonth comparedTo;
  private String proposedBy;
  private Instant proposedAt;
  private String approvedBy;
  private Instant approvedAt;
  private Instant executedAt;
  private String endedBy;
  private Instant endedAt;
  private String endReason;

  @Version private long version;

  /** The run, locked until the transaction ends. */
  static Optional<PaymentRun> findLocked(UUID id) {
    return PaymentRun.<PaymentRun>find("id", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** Latest first. */
  public static List<PaymentRun> listBefore(Optional<UUID> id, int limit) {
    var runs =
        id.isEmpty()
            ? PaymentRun.<PaymentRun>find("order by id desc")
            : PaymentRun.<PaymentRun>find("id < ?1 order by id desc", id.get());
    return runs.range(0, limit - 1).list();
  }

  void approve(String by, Instant at) {
    require(state == RunState.PROPOSED);
    state = RunState.APPROVED;
    approvedBy = by;
    approvedAt = at;
  }

  void refuse(String by, Instant at, String why) {
    require(state == RunState.PROPOSED);
    end(RunState.REFUSED, by, at, why);
  }

  void cancel(String by, Instant at, String why) {
    require(isCancellable());
    end(RunState.CANCELLED, by, at, why);
  }

  private void end(RunState ended, String by, Instant at, String why) {
    state = ended;
    endedBy = by;
    endedAt = at;
    endReason = why;
  }

  private void require(boolean allowed) {
    if (!allowed) {
      throw new IllegalStateException("Run " + id + " is " + state);
    }
  }

  /** Whether its life allows it; a batch that has left may still forbid it. */
  boolean isCancellable() {
    return state == RunState.PROPOSED || state == RunState.APPROVED || state == RunState.EXECUTED;
  }

  public UUID id() {
    return id;
  }

  public YearMonth period() {
    return period;
  }

  public RunState state() {
    return state;
  }

  /** The executed period that its differences are told against; empty when it is the first. */
  public Optional<YearMonth> comparedTo() {
    return Optional.ofNullable(comparedTo);
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  /** Null until approved. */
  public String approvedBy() {
    return approvedBy;
  }

  /** Null until approved. */
  public Instant approvedAt() {
    return approvedAt;
  }

  /** Null until the last shard is done. */
  public Instant executedAt() {
    return executedAt;
  }

  /** Who refused or cancelled it; null otherwise. */
  public String endedBy() {
    return endedBy;
  }

  /** Null unless refused or cancelled. */
  public Instant endedAt() {
    return endedAt;
  }

  /** Null unless refused or cancelled. */
  public String endReason() {
    return endReason;
  }

  public long version() {
    return version;
  }
}
