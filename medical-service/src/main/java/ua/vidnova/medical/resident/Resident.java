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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * A resident as far as the clinic must know them: name, sex, birth date, where they live, whether
 * they live. No number of any register.
 *
 * <p>Life cycle: the row appears with the first event about the person, whichever that is; with a
 * settlement it is a resident who can be visited. Settlement, identity and life state come from
 * topics whose mutual order is not promised, so each keeps the time of its event and gives way only
 * to an event that is not older.
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

  protected Resident() {}

  Resident(UUID id) {
    this.id = id;
  }

  /** The resident's row, made if this is the first word of them, locked until the commit. */
  static Resident heardOf(UUID id) {
    getEntityManager()
        .createNativeQuery("insert into resident (id) values (?1) on conflict do nothing")
        .setParameter(1, id)
        .executeUpdate();
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
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
    if (isNews(settlementAsOf, asOf)) {
      settlement = settlementCode;
      settlementAsOf = asOf;
    }
  }

  /** Notes who the person is. */
  void isIdentifiedAs(
      PersonName identifiedName, LocalDate bornOn, Sex identifiedSex, Instant asOf) {
    if (isNews(identityAsOf, asOf)) {
      name = identifiedName;
      birthDate = bornOn;
      sex = identifiedSex;
      identityAsOf = asOf;
    }
  }

  /**
   * Notes that the person lives or has died.
   *
   * @param on day of death, or the day from which the person counts as living
   */
  public void isNow(LifeState state, LocalDate on, Instant asOf) {
    if (isNews(lifeStateAsOf, asOf)) {
      lifeState = state;
      lifeStateOn = on;
      lifeStateAsOf = asOf;
    }
  }

  private static boolean isNews(Instant known, Instant asOf) {
    return known == null || !asOf.isBefore(known);
  }

  private boolean isRegistered() {
    return settlement != null;
  }

  /**
   * True when the person was dead at the end of the day before; the day of death itself is open.
   */
  public boolean wasDeadBefore(LocalDate day) {
    return diedOn().filter(death -> death.isBefore(day)).isPresent();
  }

  public UUID id() {
    return id;
  }

  /** KATOTTG code of the settlement where the person lives. */
  public String settlement() {
    return settlement;
  }

  /** Empty until registry has told who the person is; likewise birth date and sex. */
  public Optional<PersonName> name() {
    return Optional.ofNullable(name);
  }

  public Optional<LocalDate> birthDate() {
    return Optional.ofNullable(birthDate);
  }

  public Optional<Sex> sex() {
    return Optional.ofNullable(sex);
  }

  /** Day of death, when there was one. */
  public Optional<LocalDate> diedOn() {
    return lifeState == LifeState.DECEASED ? Optional.of(lifeStateOn) : Optional.empty();
  }

  /** Time of the newest event that the record rests on. */
  public Instant asOf() {
    return Stream.of(settlementAsOf, identityAsOf, lifeStateAsOf)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
