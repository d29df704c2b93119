package ua.vidnova.payments.heirs;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The case of passing on what was unpaid when somebody died.
 *
 * <p>Life: PROPOSED by an officer, which fixes the sums and the heirs' parts; APPROVED by another
 * person once no condition is open, which makes an award of each part; or REFUSED with a reason,
 * which leaves the sums for another claim.
 */
@Entity
public class HeirClaim extends PanacheEntityBase {

  @Id private UUID id;

  private UUID deceasedId;

  @Enumerated(EnumType.STRING)
  private ClaimBasis basis;

  private LocalDate claimedOn;

  @Enumerated(EnumType.STRING)
  private ClaimState state;

  private String proposedBy;

  private Instant proposedAt;

  private String approvedBy;

  private Instant approvedAt;

  private String refusedBy;

  private Instant refusedAt;

  private String refusalReason;

  @Version private long version;

  protected HeirClaim() {}

  HeirClaim(
      UUID id, UUID deceasedId, ClaimBasis basis, LocalDate claimedOn, String by, Instant at) {
    this.id = id;
    this.deceasedId = deceasedId;
    this.basis = basis;
    this.claimedOn = claimedOn;
    this.state = ClaimState.PROPOSED;
    this.proposedBy = by;
    this.proposedAt = at;
  }

  static Optional<HeirClaim> findLocked(UUID id) {
    return Optional.ofNullable(
        getEntityManager().find(HeirClaim.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  static List<HeirClaim> listByIds(List<UUID> ids) {
    return list("id in ?1 order by id", ids);
  }

  void approve(String by, Instant at) {
    requireProposed();
    state = ClaimState.APPROVED;
    approvedBy = by;
    approvedAt = at;
  }

  void refuse(String by, Instant at, String reason) {
    requireProposed();
    state = ClaimState.REFUSED;
    refusedBy = by;
    refusedAt = at;
    refusalReason = reason;
  }

  private void requireProposed() {
    if (state != ClaimState.PROPOSED) {
      throw new IllegalStateException("Claim " + id + " is " + state);
    }
  }

  public UUID id() {
    return id;
  }

  public UUID deceasedId() {
    return deceasedId;
  }

  public ClaimBasis basis() {
    return basis;
  }

  public LocalDate claimedOn() {
    return claimedOn;
  }

  public ClaimState state() {
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

  public long version() {
    return version;
  }
}
