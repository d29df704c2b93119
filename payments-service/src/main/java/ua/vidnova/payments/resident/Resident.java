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
import java.util.Optional;
import java.util.UUID;

/**
 * What the registry told of a resident. Facts come in any order, also death before name; a part is
 * replaced only by an event that is not older than the one it came from.
 */
@Entity
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

  private String iban;

  private LocalDate noRussianPensionDeclaredOn;

  private Instant identityToldAt;

  @Enumerated(EnumType.STRING)
  private LifeState lifeState;

  private LocalDate diedOn;

  private Instant lifeStateToldAt;

  /** Takes the resident's lock until the transaction ends; makes the record when it is new. */
  public static Resident getOrMakeLocked(UUID id) {
    getEntityManager()
        .createNativeQuery("insert into resident (id) values (?1) on conflict do nothing")
        .setParameter(1, id)
        .executeUpdate();
    return getEntityManager().find(Resident.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  public static Resident get(UUID id) {
    return Resident.<Resident>findByIdOptional(id)
        .orElseThrow(() -> new IllegalStateException("No resident " + id));
  }

  /** Those of the numbers that two residents or more say are theirs. */
  public static List<String> listNumbersClaimedTwice(Collection<String> rnokpps) {
    return getEntityManager()
        .createQuery(
            "select rnokpp from Resident where rnokpp in ?1 group by rnokpp having count(*) > 1",
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
    iban = identity.iban();
    noRussianPensionDeclaredOn = identity.noRussianPensionDeclaredOn();
    return isNew;
  }

  /** A death was recorded. */
  public void die(LocalDate on, Instant toldAt) {
    if (isNews(toldAt)) {
      lifeState = LifeState.DECEASED;
      diedOn = on;
      lifeStateToldAt = toldAt;
    }
  }

  /** An earlier record of death was wrong. */
  public void live(Instant toldAt) {
    if (isNews(toldAt)) {
      lifeState = LifeState.LIVING;
      diedOn = null;
      lifeStateToldAt = toldAt;
    }
  }

  private boolean isNews(Instant toldAt) {
    return lifeStateToldAt == null || !toldAt.isBefore(lifeStateToldAt);
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
        iban,
        noRussianPensionDeclaredOn);
  }

  public boolean isIdentified() {
    return identityToldAt != null;
  }

  /** Month of death; empty while the resident lives. */
  public Optional<YearMonth> monthOfDeath() {
    return Optional.ofNullable(diedOn).map(YearMonth::from);
  }

  public boolean isDeceased() {
    return lifeState == LifeState.DECEASED;
  }

  public UUID id() {
    return id;
  }

  public String settlement() {
    return settlement;
  }
}
