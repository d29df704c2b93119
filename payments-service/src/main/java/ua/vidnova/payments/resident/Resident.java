package ua.vidnova.payments.resident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What the registry told of a resident. Facts come in any order, also death before name; a part is
 * replaced only by an event that is not older than the one it came from. A record that was merged
 * into another is of the same person, and keeps what is told of it.
 *
 * <p>An account waits once it is told, and stands, which is to be paid to, once somebody of the
 * payments office read the same; until then the one before stands.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Resident extends PanacheEntityBase {

  @Id private UUID id;
  private String settlement;

  private String familyName;

  private String givenName;

  private String patronymic;

  private LocalDate birthDate;

  private String rnokpp;

  @Enumerated(EnumType.STRING)
  private EvidenceLevel evidenceLevel;

  private LocalDate identifiedOn;

  private String phone;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String toldIban;

  private String iban;

  private String accountConfirmedBy;

  private Instant accountConfirmedAt;

  private LocalDate noRussianPensionDeclaredOn;

  private Instant identityToldAt;

  @Enumerated(EnumType.STRING)
  private LifeState lifeState;

  private LocalDate diedOn;

  private Instant lifeStateToldAt;

  private UUID mergedInto;

  private Instant mergeToldAt;

  /** Known only from an award that is paid without application; nobody has met the person yet. */
  private boolean listed;

  /** Takes the resident's lock until the transaction ends; makes the record when it is new. */
  public static Resident getOrMakeLocked(UUID id) {
    getEntityManager()
        .createNativeQuery("insert into resident (id) values (?1) on conflict do nothing")
        .setParameter(1, id)
        .executeUpdate();
    return getEntityManager().find(Resident.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The same for a caller that may have read it before it held the lock. */
  public static Resident getLockedAnew(UUID id) {
    getEntityManager().flush();
    var resident = getOrMakeLocked(id);
    getEntityManager().refresh(resident);
    return resident;
  }

  public static Resident get(UUID id) {
    return Resident.<Resident>findByIdOptional(id)
        .orElseThrow(() -> new IllegalStateException("No resident " + id));
  }

  /** All records of a person. */
  public static List<Resident> listRecordsOf(UUID personId) {
    return list("id = ?1 or mergedInto = ?1 order by id", personId);
  }

  /** These records and those under whom their people are known, which {@link #person} needs. */
  public static List<Resident> listWithPersons(Collection<UUID> ids) {
    return list("id in ?1 or id in (select r.mergedInto from Resident r where r.id in ?1)", ids);
  }

  /** The records of these people that do not say that the person lives. */
  public static List<Resident> listNotLiving(Collection<UUID> personIds) {
    return list("(id in ?1 or mergedInto in ?1) and lifeState <> ?2", personIds, LifeState.LIVING);
  }

  /** Those of the numbers that two people or more say are theirs. */
  public static List<String> listNumbersClaimedTwice(Collection<String> rnokpps) {
    return getEntityManager()
        .createQuery(
            "select rnokpp from Resident where rnokpp in ?1 and not listed group by rnokpp"
                + " having count(distinct coalesce(mergedInto, id)) > 1",
            String.class)
        .setParameter(1, rnokpps)
        .getResultList();
  }

  /** The resident was entered in the registry; an identity tells more and is kept. */
  public void register(String place) {
    if (identityToldAt == null) {
      settlement = place;
    }
  }

  /**
   * Takes over who the resident is.
   *
   * @return false when nothing is new in it, or it is older than what is known
   */
  public boolean learn(Identity identity, Instant toldAt) {
    if (identityToldAt != null && toldAt.isBefore(identityToldAt)) {
      return false;
    }
    var isNew = identityToldAt == null || !identity.equals(identity());
    identityToldAt = toldAt;
    settlement = identity.settlement();
    familyName = identity.familyName();
    givenName = identity.givenName();
    patronymic = identity.patronymic();
    birthDate = identity.birthDate();
    rnokpp = identity.rnokpp();
    evidenceLevel = identity.evidenceLevel();
    identifiedOn = identity.identifiedOn();
    phone = identity.phone();
    channel = identity.channel();
    toldIban = identity.iban();
    if (toldIban == null) {
      accountWaits();
    }
    noRussianPensionDeclaredOn = identity.noRussianPensionDeclaredOn();
    return isNew;
  }

  /** What the registry told stands, for another person read the same account. */
  public void confirmAccount(String by, Instant at) {
    iban = toldIban;
    accountConfirmedBy = by;
    accountConfirmedAt = at;
  }

  /** No account stands until somebody confirms it, again if need be. */
  public void accountWaits() {
    iban = null;
    accountConfirmedBy = null;
    accountConfirmedAt = null;
  }

  /** The account that waits; empty when it stands, or none was told. */
  public Optional<String> waitingAccount() {
    return Optional.ofNullable(toldIban).filter(told -> !told.equals(iban));
  }

  public boolean isAccountConfirmed(String account, String by) {
    return account.equals(iban) && by.equals(accountConfirmedBy);
  }

  /**
   * Takes over whether the resident lives.
   *
   * @param on the day from which it holds
   * @return false when it is older than what is known, or was known already
   */
  public boolean isNow(LifeState told, LocalDate on, Instant toldAt) {
    if (lifeStateToldAt != null && toldAt.isBefore(lifeStateToldAt)) {
      return false;
    }
    var endedOn = told.endsPayment() ? on : null;
    var isNew = told != lifeState || !Objects.equals(endedOn, diedOn);
    lifeState = told;
    diedOn = endedOn;
    lifeStateToldAt = toldAt;
    return isNew;
  }

  /** Whether a merge or unmerge of this record is news. */
  public boolean isMergeNews(Instant toldAt) {
    return mergeToldAt == null || !toldAt.isBefore(mergeToldAt);
  }

  /** The record is of the same person as the survivor's. */
  public void mergeInto(UUID survivorId, Instant toldAt) {
    mergedInto = survivorId;
    mergeToldAt = toldAt;
  }

  /** Payees of whom only an award told, who are this person by number and birth date. */
  public List<Resident> listListed() {
    return list(
        "listed and mergedInto is null and rnokpp = ?1 and birthDate = ?2 order by id",
        rnokpp,
        birthDate);
  }

  /** The record is of a person of its own. */
  public void standAlone(Instant toldAt) {
    mergedInto = null;
    mergeToldAt = toldAt;
  }

  /** Who the resident is; all empty before {@link #isIdentified()}. */
  public Identity identity() {
    return new Identity(
        settlement,
        familyName,
        givenName,
        patronymic,
        birthDate,
        rnokpp,
        evidenceLevel,
        identifiedOn,
        phone,
        channel,
        toldIban,
        noRussianPensionDeclaredOn);
  }

  /** The resident under whom the person is known, once their identity is; else this one. */
  public Resident person() {
    return Optional.ofNullable(mergedInto)
        .flatMap(survivor -> Resident.<Resident>findByIdOptional(survivor))
        .filter(Resident::isIdentified)
        .orElse(this);
  }

  /** The record of the person to which their РНОКПП belongs: a survivor may have lent one. */
  public Resident holderOfNumber() {
    return Resident.<Resident>find(
            "mergedInto = ?1 and rnokpp = ?2 and not listed order by id", id, rnokpp)
        .firstResultOptional()
        .orElse(this);
  }

  public boolean isMerged() {
    return mergedInto != null;
  }

  /** The survivor, or this one. */
  public UUID personId() {
    return isMerged() ? mergedInto : id;
  }

  public boolean isIdentified() {
    return identityToldAt != null;
  }

  /** Month of death, found or presumed; empty while the resident lives or is missing. */
  public Optional<YearMonth> monthOfDeath() {
    return Optional.ofNullable(diedOn).map(YearMonth::from);
  }

  /** Whether the resident has died, or counts as dead by a court. */
  public boolean isDeceased() {
    return lifeState != null && lifeState.endsPayment();
  }

  public boolean isMissing() {
    return lifeState == LifeState.MISSING;
  }

  public UUID id() {
    return id;
  }

  public String settlement() {
    return settlement;
  }
}
