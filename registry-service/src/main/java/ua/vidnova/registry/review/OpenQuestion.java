package ua.vidnova.registry.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.shield.Shielding;

/**
 * A statement that disagrees with what the registry holds of a resident, waiting for a person to
 * decide. The resident is left as it was.
 */
@Entity
public class OpenQuestion extends PanacheEntityBase {

  /** What does not fit. */
  @Schema(name = "QuestionKind")
  public enum Kind {
    /** A death on another day than the one that is known. */
    OTHER_DAY_OF_DEATH,
    /** A death before the resident's birth. */
    DEATH_BEFORE_BIRTH,
    /** A death on a day that had not come when it was reported. */
    DEATH_IN_THE_FUTURE,
    /**
     * A disappearance, presumption of death or reappearance that cannot be beside what is known.
     */
    LIFE_STATE_DISAGREES,
    /** Another value, as well proven as the one that stands; or one that a number contradicts. */
    NAME_DISAGREES,
    BIRTH_DATE_DISAGREES,
    SEX_DISAGREES,
    RNOKPP_DISAGREES,
    UNZR_DISAGREES,
    RESIDENCE_DISAGREES;

    /** Whether the statement may be believed; some cannot be true whatever a person says. */
    public boolean canBeAccepted() {
      return this != DEATH_BEFORE_BIRTH && this != DEATH_IN_THE_FUTURE;
    }
  }

  /** How a question ended. */
  @Schema(name = "QuestionClosing")
  public enum Closing {
    /** A person believes the statement. */
    ACCEPTED,
    /** A person keeps to what stood. */
    KEPT,
    /** Something stated meanwhile left nothing to ask. */
    OVERTAKEN
  }

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Statement statement;

  private Instant closedAt;

  @SuppressWarnings("UnusedVariable") // for the record
  private String closedBy;

  @SuppressWarnings("UnusedVariable") // for the record
  private String closedByName;

  @SuppressWarnings("UnusedVariable") // for the record
  @Enumerated(EnumType.STRING)
  private Closing closing;

  protected OpenQuestion() {}

  /** Asks a person to decide about a statement. */
  public static OpenQuestion raise(Kind kind, Statement statement) {
    var question = new OpenQuestion();
    question.id = Ids.newId();
    question.kind = kind;
    question.statement = statement;
    question.persist();
    return question;
  }

  /** What is open about one resident, oldest first. */
  public static List<OpenQuestion> findAbout(UUID residentId) {
    return list(
        "from OpenQuestion q join fetch q.statement s where s.residentId = ?1 and q.closedAt is null"
            + " order by q.id",
        residentId);
  }

  /** What was open about one resident at a time. */
  public static List<OpenQuestion> findAboutAt(UUID residentId, Instant time) {
    return list(
        "from OpenQuestion q join fetch q.statement s where s.residentId = ?1"
            + " and s.provenance.recordedAt <= ?2 and (q.closedAt is null or q.closedAt > ?2)"
            + " order by q.id",
        residentId,
        time);
  }

  /** A question, open or closed. */
  public static Optional<OpenQuestion> findQuestion(UUID id) {
    return findByIdOptional(id);
  }

  /**
   * Ends the question, once and for ever.
   *
   * @throws IllegalStateException when it is closed already
   */
  public void close(Closing how, String by, String byName, Instant at) {
    if (closedAt != null) {
      throw new IllegalStateException("Question " + id + " is closed");
    }
    closing = how;
    closedBy = by;
    closedByName = byName;
    closedAt = at;
  }

  /**
   * What is open about residents of these territories, oldest first.
   *
   * @param staff the token subject of who asks; shielded residents are only theirs who are named
   */
  public static List<OpenQuestion> findWithin(
      Collection<String> territories, String staff, Optional<UUID> afterId, int limit) {
    return OpenQuestion.<OpenQuestion>find(
            "select q from OpenQuestion q join fetch q.statement s"
                + " join Resident record on record.id = s.residentId"
                + " join Resident r on r.id = coalesce(record.mergedInto, record.id)"
                + " where array_intersects(r.areas, :areas) and q.id > :after"
                + " and q.closedAt is null and "
                + Shielding.visibleRecord("r.id")
                + " order by q.id",
            Parameters.with("areas", territories.toArray(String[]::new))
                .and("after", afterId.orElse(BEFORE_ALL))
                .and("staff", staff))
        .page(0, limit)
        .list();
  }

  public UUID id() {
    return id;
  }

  public UUID residentId() {
    return statement.residentId();
  }

  public UUID statementId() {
    return statement.id();
  }

  public boolean isOpen() {
    return closedAt == null;
  }

  public Kind kind() {
    return kind;
  }

  /** The JSON facts that do not fit. */
  public String stated() {
    return statement.facts();
  }

  public Instant raisedAt() {
    return statement.provenance().recordedAt();
  }
}
