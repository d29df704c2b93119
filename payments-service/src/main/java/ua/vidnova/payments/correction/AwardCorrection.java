package ua.vidnova.payments.correction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import ua.vidnova.chassis.ids.Ids;

/**
 * Other facts of an award than its organisation had told.
 *
 * <p>Life: PROPOSED when the organisation states them; then APPLIED or REFUSED by an approver. One
 * of an award is proposed at a time. What it says never changes.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class AwardCorrection extends PanacheEntityBase {

  /** Where a correction is in its life. */
  public enum State {
    PROPOSED,
    APPLIED,
    REFUSED
  }

  @Id private UUID id;

  private UUID awardId;

  private String organisation;

  private String reason;

  @ColumnTransformer(write = "?::jsonb")
  private String facts;

  @ColumnTransformer(write = "?::jsonb")
  private String formerFacts;

  @Enumerated(EnumType.STRING)
  private State state;

  private String statedBy;

  private Instant statedAt;

  private String decidedBy;

  private Instant decidedAt;

  private String refusalReason;

  @Version private long version;

  protected AwardCorrection() {}

  /**
   * Who states what.
   *
   * @param facts as JSON, as are the former ones
   */
  record Statement(
      UUID awardId,
      String organisation,
      String reason,
      String facts,
      String formerFacts,
      String by,
      Instant at) {}

  static AwardCorrection propose(Statement statement) {
    var correction = new AwardCorrection();
    correction.id = Ids.newId();
    correction.awardId = statement.awardId();
    correction.organisation = statement.organisation();
    correction.reason = statement.reason();
    correction.facts = statement.facts();
    correction.formerFacts = statement.formerFacts();
    correction.state = State.PROPOSED;
    correction.statedBy = statement.by();
    correction.statedAt = statement.at();
    correction.persist();
    return correction;
  }

  static Optional<AwardCorrection> findLocked(UUID id) {
    return Optional.ofNullable(
        getEntityManager().find(AwardCorrection.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** In the order of ids. */
  static List<AwardCorrection> listByIds(Collection<UUID> ids) {
    return list("id in ?1 order by id", ids);
  }

  static boolean isProposedOf(UUID awardId) {
    return count("awardId = ?1 and state = ?2", awardId, State.PROPOSED) > 0;
  }

  void apply(String by, Instant at) {
    decide(State.APPLIED, by, at);
  }

  void refuse(String why, String by, Instant at) {
    decide(State.REFUSED, by, at);
    refusalReason = why;
  }

  private void decide(State to, String by, Instant at) {
    if (state != State.PROPOSED) {
      throw new IllegalStateException("Correction " + id + " is " + state);
    }
    state = to;
    decidedBy = by;
    decidedAt = at;
  }

  public UUID id() {
    return id;
  }

  public UUID awardId() {
    return awardId;
  }

  public String reason() {
    return reason;
  }

  /** {@link ua.vidnova.payments.awardimport.StatedFacts} as JSON. */
  public String facts() {
    return facts;
  }

  /** What was known when it was stated, as JSON. */
  public String formerFacts() {
    return formerFacts;
  }

  public State state() {
    return state;
  }

  public String statedBy() {
    return statedBy;
  }

  public Instant statedAt() {
    return statedAt;
  }

  /** Null until decided. */
  public String decidedBy() {
    return decidedBy;
  }

  /** Null until decided. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** Null unless refused. */
  public String refusalReason() {
    return refusalReason;
  }
}
