package ua.vidnova.payments.resumption;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.resumption.ResumptionState.Step;

/**
 * The case of bringing one award back to one resident.
 *
 * <p>Life: OPENED when the resident's number is a dormant award's; PROPOSED by an officer once no
 * condition is open, which fixes the derivation; APPROVED by another person, or REFUSED with a
 * reason; CLOSED when the resident dies first; RESUMED when the first payment that was approved
 * reached the person. Conditions open and close by themselves, with the calendar too, so they are
 * derived from what is known today ({@link ConditionRules}). An award has one live (opened or
 * proposed) case. Which step follows on which state: {@link ResumptionState#after}.
 */
@Entity
public class Resumption extends PanacheEntityBase {

  private static final List<ResumptionState> LIVE =
      List.of(ResumptionState.OPENED, ResumptionState.PROPOSED);

  @Id private UUID id;

  private UUID awardId;

  private UUID residentId;

  @Enumerated(EnumType.STRING)
  private ResumptionKind kind;

  @Enumerated(EnumType.STRING)
  private ResumptionState state;

  private LocalDate appliedOn;

  private LocalDate decideBy;

  private Instant openedAt;

  private YearMonth firstPeriod;

  private String proposedBy;

  private Instant proposedAt;

  private String approvedBy;

  private Instant approvedAt;

  private String refusedBy;

  private Instant refusedAt;

  private String refusalReason;

  private Instant closedAt;

  private Instant resumedAt;

  @Version private long version;

  protected Resumption() {}

  static Resumption open(
      Award award, UUID residentId, LocalDate appliedOn, LocalDate decideBy, Instant at) {
    var resumption = new Resumption();
    resumption.id = Ids.newId();
    resumption.awardId = award.id();
    resumption.residentId = residentId;
    resumption.kind = ResumptionKind.APPLICATION;
    resumption.state = ResumptionState.OPENED;
    resumption.appliedOn = appliedOn;
    resumption.decideBy = decideBy;
    resumption.openedAt = at;
    resumption.persist();
    return resumption;
  }

  public static boolean isLiveFor(UUID awardId) {
    return count("awardId = ?1 and state in ?2", awardId, LIVE) > 0;
  }

  /** Whether a derivation of the award waits for the second person. */
  public static boolean isProposedOf(UUID awardId) {
    return count("awardId = ?1 and state = ?2", awardId, ResumptionState.PROPOSED) > 0;
  }

  public static List<Resumption> listLiveOf(UUID residentId) {
    return listLiveOf(List.of(residentId));
  }

  public static List<Resumption> listLiveOf(Collection<UUID> residentIds) {
    return list("residentId in ?1 and state in ?2 order by id", residentIds, LIVE);
  }

  static List<Resumption> listByIds(List<UUID> ids) {
    return list("id in ?1 order by id", ids);
  }

  /** Puts the case before a second person, with the period from which it would be paid. */
  void propose(String by, Instant at, YearMonth from) {
    take(Step.PROPOSE);
    proposedBy = by;
    proposedAt = at;
    firstPeriod = from;
  }

  /** A second person agrees; the database refuses the same one too. */
  void approve(String by, Instant at) {
    take(Step.APPROVE);
    approvedBy = by;
    approvedAt = at;
  }

  void refuse(String by, Instant at, String reason) {
    take(Step.REFUSE);
    refusedBy = by;
    refusedAt = at;
    refusalReason = reason;
  }

  /** The resident died before the case was decided. */
  public void close(Instant at) {
    take(Step.CLOSE);
    closedAt = at;
  }

  private void take(Step step) {
    state =
        state
            .after(step)
            .orElseThrow(() -> new IllegalStateException(id + " is " + state + ": no " + step));
  }

  boolean allows(Step step) {
    return state.allows(step);
  }

  public boolean isLive() {
    return LIVE.contains(state);
  }

  public UUID id() {
    return id;
  }

  public UUID awardId() {
    return awardId;
  }

  public UUID residentId() {
    return residentId;
  }

  public ResumptionKind kind() {
    return kind;
  }

  public ResumptionState state() {
    return state;
  }

  public LocalDate appliedOn() {
    return appliedOn;
  }

  public LocalDate decideBy() {
    return decideBy;
  }

  public Instant openedAt() {
    return openedAt;
  }

  /** Empty until proposed. */
  public Optional<YearMonth> firstPeriod() {
    return Optional.ofNullable(firstPeriod);
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

  public Instant closedAt() {
    return closedAt;
  }

  /** Null until the first payment reached the person. */
  public Instant resumedAt() {
    return resumedAt;
  }

  public long version() {
    return version;
  }
}
