package ua.vidnova.payments.award;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * One person's right to one pension or benefit, as the Pension Fund told it or as decided here.
 *
 * <p>Life: DORMANT when imported; RESUMED when two people approved its resumption; STOPPED when its
 * owner died. DORMANT again, so that two people decide anew, when its owner is missing or turns out
 * to live. While another award of the same person and programme is paid instead, it is held, which
 * takes nothing away. Its row is the lock of everything that happens to its money: whoever decides,
 * stops or reports takes it first. Rows are made by imports, and by grants and heirs' claims that
 * two people decided; those begin RESUMED, and have no past months that are owed.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Award extends PanacheEntityBase {

  @Id private UUID id;
  private String programme;
  private String organisation;
  private String rnokpp;

  private String familyName;

  private LocalDate birthDate;

  private long monthlyAmountMinor;

  private String currency;

  private YearMonth firstUnpaidMonth;

  @Enumerated(EnumType.STRING)
  private PensionKind pensionKind;

  private LocalDate grantedOn;

  private Long baseAmountMinor;

  private Integer insuranceYears;

  private Boolean working;

  @Enumerated(EnumType.STRING)
  private Sex sex;

  @Enumerated(EnumType.STRING)
  private Fault fault;

  @Enumerated(EnumType.STRING)
  private AwardState state;

  private UUID residentId;

  private YearMonth currentFrom;

  private YearMonth lastPayableMonth;

  private UUID aboutId;

  @Embedded private Hold hold;

  @Version private long version;

  /** Whether any award is a record's, or a resumption of one was opened for it. */
  public static boolean hasAny(UUID recordId) {
    return count(
            "residentId = ?1"
                + " or id in (select r.awardId from Resumption r where r.residentId = ?1)",
            recordId)
        > 0;
  }

  /** Takes the award's lock until the transaction ends and reads it anew. */
  public static Award getLocked(UUID id) {
    var award = getEntityManager().find(Award.class, id, LockModeType.PESSIMISTIC_WRITE);
    getEntityManager().refresh(award);
    return award;
  }

  /** Locks the dormant awards of a number, in the order of ids. */
  public static List<Award> listDormantLocked(String rnokpp) {
    return Award.<Award>find("rnokpp = ?1 and state = ?2 order by id", rnokpp, AwardState.DORMANT)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Locks, in the order of ids, the awards that are a resident's or may be by their number. */
  public static List<Award> listOfResidentLocked(UUID residentId, String rnokpp) {
    return Award.<Award>find(
            "residentId = ?1 or (state = ?2 and rnokpp = ?3) order by id",
            residentId,
            AwardState.DORMANT,
            rnokpp)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Locks, in the order of ids, the awards of records or of which a resumption was opened. */
  public static List<Award> listOfRecordsLocked(Collection<UUID> recordIds) {
    return Award.<Award>find(
            "residentId in ?1 or id in (select r.awardId from Resumption r"
                + " where r.residentId in ?1) order by id",
            recordIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Locks, in the order of ids, the awards of residents that are in a state. */
  public static List<Award> listLocked(Collection<UUID> residentIds, AwardState state) {
    return Award.<Award>find("residentId in ?1 and state = ?2 order by id", residentIds, state)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** Keeps the awards from being stopped or resumed until the transaction ends. */
  public static List<Award> listHeld(Collection<UUID> ids) {
    return Award.<Award>find("id in ?1 order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_READ)
        .list();
  }

  /** Takes the locks of awards, in the order of ids, for what may hold them. */
  public static List<Award> listOfIdsLocked(Collection<UUID> ids) {
    return Award.<Award>find("id in ?1 order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * Makes the award payable again.
   *
   * @param owner the resident whose award it is
   * @param from first month that runs make payable; earlier months are arrears
   */
  public void resume(UUID owner, YearMonth from) {
    requireState(AwardState.DORMANT);
    state = AwardState.RESUMED;
    residentId = owner;
    currentFrom = from;
  }

  /** The owner lives: the award can be resumed. */
  public void restore() {
    requireState(AwardState.STOPPED);
    state = AwardState.DORMANT;
    lastPayableMonth = null;
  }

  /**
   * Stops the award. One that was not paid has no month that a run would have made.
   *
   * @return false when it was stopped already with the same last month
   */
  public boolean stop(UUID owner, YearMonth lastMonth) {
    if (state == AwardState.STOPPED && lastMonth.equals(lastPayableMonth)) {
      return false;
    }
    if (state == AwardState.DORMANT) {
      currentFrom = null;
    }
    state = AwardState.STOPPED;
    residentId = owner;
    lastPayableMonth = lastMonth;
    return true;
  }

  /**
   * Holds the award, or lets it go.
   *
   * @return false when nothing changes by it
   */
  public boolean hold(Optional<Hold> because) {
    if (because.equals(hold())) {
      return false;
    }
    hold = because.orElse(null);
    return true;
  }

  private void requireState(AwardState required) {
    if (state != required) {
      throw new IllegalStateException("Award " + id + " is " + state + ", not " + required);
    }
  }

  public boolean isDormant() {
    return state == AwardState.DORMANT;
  }

  public AwardState state() {
    return state;
  }

  /** Empty unless nothing is paid from it for now. */
  public Optional<Hold> hold() {
    return Optional.ofNullable(hold);
  }

  public String programme() {
    return programme;
  }

  /**
   * What one person can have once: a programme, or a programme for one child, household or death.
   */
  public String right() {
    return aboutId == null ? programme : programme + " " + aboutId;
  }

  /** Whether months before a resumption are owed: only what an import told of was stopped. */
  public boolean hasPastMonths() {
    return firstUnpaidMonth != null;
  }

  /** Whether two people have found it to be a resident's before. */
  public boolean isKnownToBeOf(UUID resident) {
    return resident.equals(residentId);
  }

  /** Whether it passes on what a dead person was owed: that is owed whenever its owner died. */
  boolean isOfHeirs() {
    return programme.equals("HEIRS_PAYOUT");
  }

  public boolean isStopped() {
    return state == AwardState.STOPPED;
  }

  public UUID id() {
    return id;
  }

  /** The resident whose award it is; null until it was resumed or stopped once. */
  public UUID residentId() {
    return residentId;
  }

  public String rnokpp() {
    return rnokpp;
  }

  public String familyName() {
    return familyName;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  /** What a derivation takes; the sex, when not told, is that of the number. */
  public AwardFacts facts() {
    return new AwardFacts(
        pensionKind,
        grantedOn,
        baseAmountMinor,
        monthlyAmountMinor,
        insuranceYears,
        working,
        sex == null ? Rnokpp.sex(rnokpp) : sex,
        birthDate,
        firstUnpaidMonth);
  }

  public long monthlyAmountMinor() {
    return monthlyAmountMinor;
  }

  public String currency() {
    return currency;
  }

  public YearMonth firstUnpaidMonth() {
    return firstUnpaidMonth;
  }

  public Fault fault() {
    return fault;
  }

  /** Empty unless stopped. */
  public Optional<YearMonth> lastPayableMonth() {
    return Optional.ofNullable(lastPayableMonth);
  }
}
