package ua.vidnova.registry.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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
    DEATH_IN_THE_FUTURE
  }

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Statement statement;

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
        "from OpenQuestion q join fetch q.statement s where s.residentId = ?1 order by q.id",
        residentId);
  }

  /** What is open about residents of these territories, oldest first. */
  public static List<OpenQuestion> findWithin(
      Collection<String> territories, Optional<UUID> afterId, int limit) {
    return OpenQuestion.<OpenQuestion>find(
            "select q from OpenQuestion q join fetch q.statement s"
                + " join Resident r on r.id = s.residentId"
                + " where array_intersects(r.areas, ?1) and q.id > ?2 order by q.id",
            territories.toArray(String[]::new),
            afterId.orElse(BEFORE_ALL))
        .page(0, limit)
        .list();
  }

  public UUID id() {
    return id;
  }

  public UUID residentId() {
    return statement.residentId();
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
