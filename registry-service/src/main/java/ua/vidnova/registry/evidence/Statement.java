package ua.vidnova.registry.evidence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.ids.Ids;

/**
 * What somebody said about a resident, once: the facts as they were stated, and where they come
 * from. Statements are only ever added; a resident's current view follows from them, so a statement
 * that disagrees with it is kept beside it and never lost.
 */
@Entity
@Immutable
public class Statement extends PanacheEntityBase {

  /** What a statement is about. */
  @Schema(name = "StatementKind")
  public enum Kind {
    REGISTRATION,
    /** A line of a list of another register. */
    LISTED,
    /** A death as the medical service told it. */
    DEATH,
    NAME,
    BIRTH_DATE,
    SEX,
    RNOKPP,
    UNZR,
    DOCUMENT,
    RESIDENCE,
    PHONE,
    EMAIL,
    PAYMENT_CHANNEL,
    NO_RUSSIAN_PENSION,
    LIFE_STATE,
    RELATION,
    CONSENT,
    /** That another statement was wrong. */
    RETRACTION,
    /** A person's answer to an open question. */
    ANSWER
  }

  /**
   * What gives a statement its weight.
   *
   * @param level of the paper or word behind it
   * @param since day from which it is said to be true; null when nobody said
   * @param court JSON of the court's decision that found it; null when none did
   */
  public record Grounds(EvidenceLevel level, LocalDate since, String court) {}

  @Id private UUID id;
  private UUID residentId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @ColumnTransformer(write = "?::jsonb")
  private String facts;

  @Embedded private Provenance provenance;

  @SuppressWarnings("UnusedVariable") // for queries
  private UUID submissionId;

  @Enumerated(EnumType.STRING)
  private EvidenceLevel evidenceLevel;

  private LocalDate since;

  @ColumnTransformer(write = "?::jsonb")
  private String court;

  @ColumnTransformer(write = "?::jsonb")
  private String canonical;

  protected Statement() {}

  /**
   * Adds a statement.
   *
   * @param facts JSON object, as it was stated, before any normalisation
   */
  public static Statement add(UUID residentId, Kind kind, String facts, Provenance provenance) {
    var statement = new Statement();
    statement.id = Ids.newId();
    statement.residentId = residentId;
    statement.kind = kind;
    statement.facts = facts;
    statement.provenance = provenance;
    statement.persist();
    return statement;
  }

  /**
   * /** Adds a statement of one fact.
   *
   * @param id made beforehand, so that others can speak of the statement
   * @param submissionId what it was sent in; null when the registry itself asked for it
   * @param facts JSON object, as it was stated
   * @param canonical the same as the registry reads it
   */
  public static Statement add(
      UUID id,
      UUID residentId,
      UUID submissionId,
      Kind kind,
      String facts,
      String canonical,
      Grounds grounds,
      Provenance provenance) {
    var statement = new Statement();
    statement.id = id;
    statement.residentId = residentId;
    statement.submissionId = submissionId;
    statement.kind = kind;
    statement.facts = facts;
    statement.canonical = canonical;
    statement.evidenceLevel = grounds.level();
    statement.since = grounds.since();
    statement.court = grounds.court();
    statement.provenance = provenance;
    statement.persist();
    return statement;
  }

  /** All that was stated of a resident, oldest first. */
  public static List<Statement> findAbout(UUID residentId) {
    return list("residentId = ?1 order by id", residentId);
  }

  /** A page of the same. */
  public static List<Statement> findAbout(UUID residentId, Optional<UUID> afterId, int limit) {
    return Statement.<Statement>find(
            "residentId = ?1 and id > ?2 order by id", residentId, afterId.orElse(new UUID(0, 0)))
        .page(0, limit)
        .list();
  }

  /** What came in one submission, in the order in which it was sent. */
  public static List<Statement> findOf(UUID submissionId) {
    return list("submissionId = ?1 order by id", submissionId);
  }

  /**
   * The statement that brought a resident into the registry: a registration, or a line of a list.
   */
  public static Statement getRegistrationOf(UUID residentId) {
    return Statement.<Statement>find(
            "residentId = ?1 and kind in (?2, ?3) order by case kind when ?2 then 0 else 1 end, id",
            residentId,
            Kind.REGISTRATION,
            Kind.LISTED)
        .firstResultOptional()
        .orElseThrow();
  }

  public UUID id() {
    return id;
  }

  public UUID residentId() {
    return residentId;
  }

  public Kind kind() {
    return kind;
  }

  public String facts() {
    return facts;
  }

  /** The fact as the registry reads it; empty for a registration and for what services told. */
  public Optional<String> canonical() {
    return Optional.ofNullable(canonical);
  }

  /** Empty for a registration, whose papers bear their own levels, and for what services told. */
  public Optional<EvidenceLevel> evidenceLevel() {
    return Optional.ofNullable(evidenceLevel);
  }

  public Optional<LocalDate> since() {
    return Optional.ofNullable(since);
  }

  /** JSON of the court's decision that found it. */
  public Optional<String> court() {
    return Optional.ofNullable(court);
  }

  public Provenance provenance() {
    return provenance;
  }
}
