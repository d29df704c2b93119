package ua.vidnova.payments.award;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
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

/**
 * One person's right to one pension or benefit, as the Pension Fund told it.
 *
 * <p>Life: DORMANT when imported; RESUMED when two people approved its resumption; STOPPED for ever
 * when its owner died. Its row is the lock of everything that happens to its money: whoever
 * decides, stops or reports takes it first. Rows are made by the import alone.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Award extends PanacheEntityBase {

  @Id private UUID id;
  private String organisation;
  private String rnokpp;

  private String familyName;

  private LocalDate birthDate;

  private long monthlyAmountMinor;

  private String currency;

  private YearMonth firstUnpaidMonth;

  @Enumerated(EnumType.STRING)
  private Fault fault;

  @Enumerated(EnumType.STRING)
  private AwardState state;

  private UUID residentId;

  private YearMonth currentFrom;

  private YearMonth lastPayableMonth;

  @Version private long version;

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

  /** Keeps the awards from being stopped or resumed until the transaction ends. */
  public static List<Award> listHeld(Collection<UUID> ids) {
    return Award.<Award>find("id in ?1 order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_READ)
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

  /**
   * Stops the award for ever.
   *
   * @return false when it was stopped already with the same last month
   */
  public boolean stop(UUID owner, YearMonth lastMonth) {
    if (state == AwardState.STOPPED && lastMonth.equals(lastPayableMonth)) {
      return false;
    }
    state = AwardState.STOPPED;
    residentId = owner;
    lastPayableMonth = lastMonth;
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

  public boolean isStopped() {
    return state == AwardState.STOPPED;
  }

  public UUID id() {
    return id;
  }

  /** The resident whose award it is; null while dormant. */
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
