package ua.vidnova.registry.evidence;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
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
  public enum Kind {
    REGISTRATION,
    DEATH
  }

  @Id private UUID id;
  private UUID residentId;

  @SuppressWarnings("UnusedVariable") // for queries
  @Enumerated(EnumType.STRING)
  private Kind kind;

  @ColumnTransformer(write = "?::jsonb")
  private String facts;

  @Embedded private Provenance provenance;

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

  /** The statement that brought a resident into the registry. */
  public static Statement getRegistrationOf(UUID residentId) {
    return find("residentId = ?1 and kind = ?2", residentId, Kind.REGISTRATION).singleResult();
  }

  public UUID id() {
    return id;
  }

  public UUID residentId() {
    return residentId;
  }

  public String facts() {
    return facts;
  }

  public Provenance provenance() {
    return provenance;
  }
}
