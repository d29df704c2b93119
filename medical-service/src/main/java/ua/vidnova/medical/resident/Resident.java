package ua.vidnova.medical.resident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * A resident as far as the clinic must know them: name, sex, birth date, where they live, whether
 * they live. No number of any register.
 *
 * <p>Life cycle: the row appears with the first event about the person, whichever that is; with a
 * settlement it is a resident who can be visited. Settlement, identity, life state and merge come
 * from topics whose mutual order is not promised, so each keeps the time of its event and gives way
 * only to an event that is not older. While it is merged, it is a record of the survivor's {@link
 * Person}.
 *
 * <p>Someone who did not say who they are is an anonymous record that the brigade makes. Whatever
 * registry says of it, however old, comes before what the brigade saw.
 */
@Entity
public class Resident extends PanacheEntityBase {

  @Id private UUID id;
  @Version private int version;

  private String settlement;
  private Instant settlementAsOf;

  @Embedded private PersonName name;
  private LocalDate birthDate;

  @Enumerated(EnumType.STRING)
  private Sex sex;

  private Instant identityAsOf;

  @Enumerated(EnumType.STRING)
  private LifeState lifeState;

  private LocalDate lifeStateOn;
  private Instant lifeStateAsOf;

  private UUID mergedInto;
  private Instant mergeAsOf;
  private boolean anonymous;

  protected Resident() {}

  Resident(UUID id) {
    this.id = id;
  }

  /** The resident's row, made if this is the first word of them, locked until the commit. */
  static Resident heardOf(UUID id) {
    makeIfNew(id);
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Makes the resident's row if this is the first word of them. */
  static void makeIfNew(UUID id) {
    getEntityManager()
        .createNativeQuery("insert into resident (id) values (?1) on conflict do nothing")
        .setParameter(1, id)
        .executeUpdate();
  }

  /**
   * Makes an anonymous record, unless there is a record with that id.
   *
   * @return the record of that id, locked until the commit; whose it is, the caller sees
   */
  public static Resident getOrMakeAnonymous(
      UUID id, Sex sex, LocalDate reckonedBirthDate, String settlement, Instant asOf) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into resident (id, anonymous, sex, birth_date, identity_as_of,
                settlement, settlement_as_of)
              values (?1, true, ?2, ?3, ?5, ?4, ?5)
              on conflict do nothing
            """)
        .setParameter(1, id)
        .setParameter(2, sex.name())
        .setParameter(3, reckonedBirthDate)
        .setParameter(4, settlement)
        .setParameter(5, asOf)
        .executeUpdate();
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The records that are of the same person as a resident's. */
  static List<Resident> listMergedInto(UUID survivorId) {
    return list("mergedInto = ?1 order by id", survivorId);
  }

  /** A resident who can be visited. */
  public static Optional<Resident> findRegistered(UUID id) {
    return Resident.<Resident>findByIdOptional(id).filter(Resident::isRegistered);
  }

  /** A resident who can be visited, locked until the commit. */
  public static Optional<Resident> findRegisteredForUpdate(UUID id) {
    return Resident.<Resident>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .filter(Resident::isRegistered);
  }

  /** Notes where the person lives. */
  void livesIn(String settlementCode, Instant asOf) {
    if (anonymous || isNews(settlementAsOf, asOf)) {
      settlement = settlementCode;
      settlementAsOf = asOf;
    }
  }

  /** Notes who the person is. */
  void isIdentifiedAs(
      PersonName identifiedName, LocalDate bornOn, Sex identifiedSex, Instant asOf) {
    if (anonymous || isNews(identityAsOf, asOf)) {
      anonymous = false;
      name = identifiedName;
      birthDate = bornOn;
      sex = identifiedSex;
      identityAsOf = asOf;
    }
  }

  /**
   * Notes whether the person lives.
   *
   * @param on the day from which it holds
   */
  public void isNow(LifeState state, LocalDate on, Instant asOf) {
    if (isNews(lifeStateAsOf, asOf)) {
      lifeState = state;
      lifeStateOn = on;
      lifeStateAsOf = asOf;
    }
  }

  /**
   * Takes a death back that the clinic noted itself. If registry has spoken of the person's life
   * since then, its next word is awaited.
   *
   * @param notedAt when the clinic noted the death, or may have
   */
  public void livesAfterAll(Set<Instant> notedAt, LocalDate on, Instant asOf) {
    if (isDeadAsNoted(notedAt)) {
      isNow(LifeState.LIVING, on, asOf);
    }
  }

  /**
   * Lets the death of someone rest on another note of the clinic's than those that were wrong.
   *
   * @param notedAt when the clinic noted the death wrongly, or may have
   * @param asOf when it noted it otherwise
   */
  public void diedAsNotedElsewhere(Set<Instant> notedAt, LocalDate on, Instant asOf) {
    if (isDeadAsNoted(notedAt)) {
      lifeStateOn = on;
      lifeStateAsOf = asOf;
    }
  }

  private boolean isDeadAsNoted(Set<Instant> notedAt) {
    return lifeState == LifeState.DECEASED && notedAt.contains(lifeStateAsOf);
  }

  /**
   * Notes of whom the record is.
   *
   * @param survivorId null when the record stands for itself
   */
  void isMergedInto(UUID survivorId, Instant asOf) {
    if (isNews(mergeAsOf, asOf)) {
      mergedInto = survivorId;
      mergeAsOf = asOf;
    }
  }

  private static boolean isNews(Instant known, Instant asOf) {
    return known == null || !asOf.isBefore(known);
  }

  private boolean isRegistered() {
    return settlement != null;
  }

  /** The resident under whom the person is known, when this record was merged. */
  public Optional<UUID> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  public UUID id() {
    return id;
  }

  /** KATOTTG code of the settlement where the person lives. */
  public String settlement() {
    return settlement;
  }

  /**
   * Empty until registry has told who the person is; likewise birth date and sex, which of an
   * anonymous record are as the medic saw them.
   */
  public Optional<PersonName> name() {
    return Optional.ofNullable(name);
  }

  public Optional<LocalDate> birthDate() {
    return Optional.ofNullable(birthDate);
  }

  public Optional<Sex> sex() {
    return Optional.ofNullable(sex);
  }

  /** True while the record is a brigade's, of someone who did not say who they are. */
  public boolean isAnonymous() {
    return anonymous;
  }

  /** Day of death, when there was one; a court's presumption of death is none. */
  public Optional<LocalDate> diedOn() {
    return lifeState == LifeState.DECEASED ? Optional.of(lifeStateOn) : Optional.empty();
  }

  /**
   * True when nobody knew of the person on a day whether they lived: missing by then, or presumed
   * dead by a court, whenever they were last seen.
   */
  public boolean wasSoughtOn(LocalDate day) {
    return lifeState == LifeState.PRESUMED_DEAD
        || (lifeState == LifeState.MISSING && !day.isBefore(lifeStateOn));
  }

  /** Time of the newest event that the record rests on. */
  public Instant asOf() {
    return Stream.of(settlementAsOf, identityAsOf, lifeStateAsOf, mergeAsOf)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
