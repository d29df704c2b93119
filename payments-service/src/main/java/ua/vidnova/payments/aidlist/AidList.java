package ua.vidnova.payments.aidlist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A hromada's list of a settlement's residents for one-off aid. Each line is a grant, or refused.
 *
 * <p>Life: PROPOSED by an officer; APPROVED as a whole by another person. Then the money comes, and
 * the residents are paid; each step has its deadline by law.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class AidList extends PanacheEntityBase {

  /** Where a list is in its life. */
  public enum State {
    PROPOSED,
    APPROVED
  }

  @Id private UUID id;
  private String programme;
  private String settlement;

  private LocalDate liberatedOn;

  private byte[] contentSha256;

  private int proposedLines;

  private int refusedLines;

  @Enumerated(EnumType.STRING)
  private State state;

  private String proposedBy;

  private Instant proposedAt;

  private String approvedBy;

  private Instant approvedAt;

  private LocalDate fundedOn;

  @Version private long version;

  protected AidList() {}

  /** A list whose lines are not yet counted. */
  AidList(
      UUID id, String programme, String settlement, LocalDate liberatedOn, String by, Instant at) {
    this.id = id;
    this.programme = programme;
    this.settlement = settlement;
    this.liberatedOn = liberatedOn;
    this.state = State.PROPOSED;
    this.proposedBy = by;
    this.proposedAt = at;
  }

  void counted(byte[] sha256, int proposed, int refused) {
    contentSha256 = sha256;
    proposedLines = proposed;
    refusedLines = refused;
  }

  static Optional<AidList> findByContent(String programme, String settlement, byte[] sha256) {
    return find(
            "programme = ?1 and settlement = ?2 and contentSha256 = ?3",
            programme,
            settlement,
            sha256)
        .firstResultOptional();
  }

  static Optional<AidList> findLocked(UUID id) {
    return Optional.ofNullable(
        getEntityManager().find(AidList.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** In the order of ids. */
  static List<AidList> list(Collection<String> settlements, UUID after, int limit) {
    return AidList.<AidList>find("settlement in ?1 and id > ?2 order by id", settlements, after)
        .range(0, limit - 1)
        .list();
  }

  void approve(String by, Instant at) {
    if (state != State.PROPOSED) {
      throw new IllegalStateException("List " + id + " is " + state);
    }
    state = State.APPROVED;
    approvedBy = by;
    approvedAt = at;
  }

  void fund(LocalDate on) {
    if (state != State.APPROVED || fundedOn != null) {
      throw new IllegalStateException("List " + id + " is " + state + " or funded");
    }
    fundedOn = on;
  }

  public UUID id() {
    return id;
  }

  public String programme() {
    return programme;
  }

  public String settlement() {
    return settlement;
  }

  public LocalDate liberatedOn() {
    return liberatedOn;
  }

  public int proposedLines() {
    return proposedLines;
  }

  public int refusedLines() {
    return refusedLines;
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

  /** Null until approved. */
  public String approvedBy() {
    return approvedBy;
  }

  /** Null until approved. */
  public Instant approvedAt() {
    return approvedAt;
  }

  /** Null until the money is at the partner. */
  public LocalDate fundedOn() {
    return fundedOn;
  }
}
