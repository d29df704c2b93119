package ua.vidnova.payments.programme;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import ua.vidnova.chassis.ids.Ids;

/**
 * An operator's correction of a programme, or a new programme.
 *
 * <p>Life: PROPOSED by one administrator; APPLIED or REFUSED by another. What it says never
 * changes.
 */
@Entity
public class ProgrammeChange extends PanacheEntityBase {

  /** Where a change is in its life. */
  public enum State {
    PROPOSED,
    APPLIED,
    REFUSED
  }

  @Id private UUID id;
  private String programme;

  @ColumnTransformer(write = "?::jsonb")
  private String content;

  @Enumerated(EnumType.STRING)
  private State state;

  private String proposedBy;

  private Instant proposedAt;

  private String decidedBy;

  private Instant decidedAt;

  @Version private long version;

  protected ProgrammeChange() {}

  static ProgrammeChange propose(String programme, String content, String by, Instant at) {
    var change = new ProgrammeChange();
    change.id = Ids.newId();
    change.programme = programme;
    change.content = content;
    change.state = State.PROPOSED;
    change.proposedBy = by;
    change.proposedAt = at;
    change.persist();
    return change;
  }

  static Optional<ProgrammeChange> findLocked(UUID id) {
    return Optional.ofNullable(
        getEntityManager().find(ProgrammeChange.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Newest first; at most as many as asked. */
  public static List<ProgrammeChange> listBefore(UUID before, int limit) {
    return ProgrammeChange.<ProgrammeChange>find("id < ?1 order by id desc", before)
        .range(0, limit - 1)
        .list();
  }

  void decide(State to, String by, Instant at) {
    if (state != State.PROPOSED) {
      throw new IllegalStateException("Change " + id + " is " + state);
    }
    state = to;
    decidedBy = by;
    decidedAt = at;
  }

  public UUID id() {
    return id;
  }

  public String programme() {
    return programme;
  }

  /** {@link NewRows} as JSON. */
  public String content() {
    return content;
  }

  public State state() {
    return state;
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  /** Null until decided. */
  public String decidedBy() {
    return decidedBy;
  }

  /** Null until decided. */
  public Instant decidedAt() {
    return decidedAt;
  }
}
