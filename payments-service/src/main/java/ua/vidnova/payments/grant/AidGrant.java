package ua.vidnova.payments.grant;

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
 * The case of granting one programme to one resident, or to them for a child, household or death.
 *
 * <p>Life: PROPOSED by an officer; APPROVED by another person once no condition is open, which
 * makes an award, or REFUSED with a reason. Rows are made and approved by {@link GrantRows}. The
 * database keeps two grants of a programme for one subject from overlapping; a one-off's cover all
 * time.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class AidGrant extends PanacheEntityBase {

  @Id private UUID id;
  private String programme;
  private String category;

  private UUID residentId;

  private UUID aboutId;

  private YearMonth fromMonth;

  private YearMonth lastMonth;

  private long amountMinor;

  private UUID amountRowId;

  private UUID listId;

  @Enumerated(EnumType.STRING)
  private GrantState state;

  private String proposedBy;

  private Instant proposedAt;

  private String approvedBy;

  private Instant approvedAt;

  private String refusedBy;

  private Instant refusedAt;

  private String refusalReason;

  private UUID awardId;

  @Version private long version;

  protected AidGrant() {}

  static Optional<AidGrant> findLocked(UUID id) {
    return Optional.ofNullable(
        getEntityManager().find(AidGrant.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  static List<AidGrant> listByIds(List<UUID> ids) {
    return list("id in ?1 order by id", ids);
  }

  /** The proposed grants of a list behind one, in the order of ids. */
  public static List<AidGrant> listProposedOf(UUID listId, UUID after, int limit) {
    return AidGrant.<AidGrant>find(
            "listId = ?1 and state = ?2 and id > ?3 order by id",
            listId,
            GrantState.PROPOSED,
            after)
        .range(0, limit - 1)
        .list();
  }

  void refuse(String by, Instant at, String reason) {
    if (state != GrantState.PROPOSED) {
      throw new IllegalStateException("Grant " + id + " is " + state);
    }
    state = GrantState.REFUSED;
    refusedBy = by;
    refusedAt = at;
    refusalReason = reason;
  }

  /** Whom and for whom, to ask for the facts that decide. */
  public GrantFacts.Question question() {
    return new GrantFacts.Question(id, residentId, aboutId);
  }

  public UUID id() {
    return id;
  }

  public String programme() {
    return programme;
  }

  public String category() {
    return category;
  }

  public UUID residentId() {
    return residentId;
  }

  /** Null when it is for the resident. */
  public UUID aboutId() {
    return aboutId;
  }

  public YearMonth fromMonth() {
    return fromMonth;
  }

  /** Null when without end. */
  public YearMonth lastMonth() {
    return lastMonth;
  }

  public long amountMinor() {
    return amountMinor;
  }

  /** The programme's row that the amount was taken from. */
  UUID amountRowId() {
    return amountRowId;
  }

  /** Null when it is on no list. */
  public UUID listId() {
    return listId;
  }

  public GrantState state() {
    return state;
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public String approvedBy() {
    return approvedBy;
  }

  public Instant approvedAt() {
    return approvedAt;
  }

  public String refusedBy() {
    return refusedBy;
  }

  public Instant refusedAt() {
    return refusedAt;
  }

  public String refusalReason() {
    return refusalReason;
  }

  /** Null until approved. */
  public UUID awardId() {
    return awardId;
  }

  public long version() {
    return version;
  }
}
