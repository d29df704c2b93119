package ua.vidnova.registry.matching;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/**
 * One pass over all residents. Life cycle: FILING those who are not filed under their keys yet,
 * COUNTING how common names are, COMPARING those who share a key, DONE. It goes on from its
 * position after a stop, and at most one is under way.
 */
@Entity
public class MatchingRun extends PanacheEntityBase {

  /** What a run is at. */
  public enum Phase {
    FILING,
    COUNTING,
    COMPARING,
    DONE
  }

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Phase phase;

  private UUID filedUpTo;
  private Long comparedUpTo;
  private long filed;
  private long compared;
  private long found;
  private String startedBy;
  private Instant startedAt;
  private Instant finishedAt;

  protected MatchingRun() {}

  static MatchingRun start(String startedBy, Instant startedAt) {
    var run = new MatchingRun();
    run.id = Ids.newId();
    run.phase = Phase.FILING;
    run.startedBy = startedBy;
    run.startedAt = startedAt;
    run.persist();
    return run;
  }

  public static Optional<MatchingRun> findRun(UUID id) {
    return findByIdOptional(id);
  }

  static Optional<MatchingRun> findUnfinished() {
    return find("phase <> ?1", Phase.DONE).firstResultOptional();
  }

  /** The unfinished run, if no other replica is working at it; its row is locked until commit. */
  static Optional<MatchingRun> takeUnfinished() {
    return find("phase <> ?1", Phase.DONE)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", -2)
        .firstResultOptional();
  }

  /** Notes that residents were filed, in the order of their ids. */
  void filed(int residents, UUID last) {
    filed += residents;
    filedUpTo = last;
  }

  void allFiled() {
    phase = Phase.COUNTING;
  }

  void counted() {
    phase = Phase.COMPARING;
  }

  /** Notes that all who share the keys up to one were compared. */
  void compared(long pairs, int alike, long lastKey) {
    compared += pairs;
    found += alike;
    comparedUpTo = lastKey;
  }

  void finish(Instant at) {
    phase = Phase.DONE;
    finishedAt = at;
  }

  public UUID id() {
    return id;
  }

  public Phase phase() {
    return phase;
  }

  UUID filedUpTo() {
    return filedUpTo == null ? BEFORE_ALL : filedUpTo;
  }

  /** The last key that was dealt with; empty before the first. */
  Optional<Long> comparedUpTo() {
    return Optional.ofNullable(comparedUpTo);
  }

  public long filed() {
    return filed;
  }

  public long compared() {
    return compared;
  }

  public long found() {
    return found;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }
}
