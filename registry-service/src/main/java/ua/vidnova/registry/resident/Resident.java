package ua.vidnova.registry.resident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.names.SearchKey;

/**
 * A person whom the registry knows: the current view that follows from the statements about them.
 *
 * <p>Life cycle: registered as LIVING; becomes DECEASED once, on a date. What disagrees with that
 * is an open question for a person, never a change.
 */
@Entity
public class Resident extends PanacheEntityBase {

  @Id private UUID id;
  @Version private long version;
  @Embedded private PersonName name;
  private LocalDate birthDate;

  @Enumerated(EnumType.STRING)
  private Sex sex;

  private String rnokpp;

  @Enumerated(EnumType.STRING)
  private RnokppAbsence rnokppAbsence;

  private String settlement;

  @SuppressWarnings("UnusedVariable") // for search
  private String[] areas;

  private String phone;
  @Embedded private PaymentChannel paymentChannel;
  private LocalDate noRussianPensionDeclaredOn;

  @Enumerated(EnumType.STRING)
  private EvidenceLevel evidenceLevel;

  private LocalDate identifiedOn;
  private LocalDate registeredOn;

  @Enumerated(EnumType.STRING)
  private LifeState lifeState;

  private LocalDate lifeStateSince;

  @SuppressWarnings("UnusedVariable") // for search
  private String searchKey;

  protected Resident() {}

  /** Enters a person in the registry, living and at the evidence level of the papers shown. */
  public static Resident register(UUID id, Particulars stated, LocalDate registeredOn) {
    var resident = new Resident();
    resident.id = id;
    resident.name = stated.name();
    resident.birthDate = stated.birthDate();
    resident.sex = stated.sex();
    resident.rnokpp = stated.rnokpp();
    resident.rnokppAbsence = stated.rnokppAbsence();
    resident.settlement = stated.settlement();
    resident.areas = stated.areas().toArray(String[]::new);
    resident.phone = stated.phone();
    resident.paymentChannel = stated.paymentChannel();
    resident.noRussianPensionDeclaredOn = stated.noRussianPensionDeclaredOn();
    resident.evidenceLevel = EvidenceLevel.ofPerson(stated.documents());
    resident.identifiedOn = stated.identifiedOn();
    resident.registeredOn = registeredOn;
    resident.lifeState = LifeState.LIVING;
    resident.lifeStateSince = stated.birthDate();
    resident.searchKey = SearchKey.of(stated.name());
    resident.persist();
    return resident;
  }

  public static Optional<Resident> findResident(UUID id) {
    return findByIdOptional(id);
  }

  public static Optional<Resident> findByRnokpp(String rnokpp) {
    return find("rnokpp", rnokpp).firstResultOptional();
  }

  /**
   * Turns a living resident into a deceased one.
   *
   * @throws IllegalStateException when the resident is deceased already
   */
  public void die(LocalDate diedOn) {
    if (lifeState != LifeState.LIVING) {
      throw new IllegalStateException("Resident " + id + " is deceased already");
    }
    lifeState = LifeState.DECEASED;
    lifeStateSince = diedOn;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PersonName name() {
    return name;
  }

  public LocalDate birthDate() {
    return birthDate;
  }

  public Sex sex() {
    return sex;
  }

  public Optional<String> rnokpp() {
    return Optional.ofNullable(rnokpp);
  }

  public Optional<RnokppAbsence> rnokppAbsence() {
    return Optional.ofNullable(rnokppAbsence);
  }

  public String settlement() {
    return settlement;
  }

  public Optional<String> phone() {
    return Optional.ofNullable(phone);
  }

  public Optional<PaymentChannel> paymentChannel() {
    return Optional.ofNullable(paymentChannel);
  }

  public Optional<LocalDate> noRussianPensionDeclaredOn() {
    return Optional.ofNullable(noRussianPensionDeclaredOn);
  }

  public EvidenceLevel evidenceLevel() {
    return evidenceLevel;
  }

  public LocalDate identifiedOn() {
    return identifiedOn;
  }

  public LocalDate registeredOn() {
    return registeredOn;
  }

  public LifeState lifeState() {
    return lifeState;
  }

  public LocalDate lifeStateSince() {
    return lifeStateSince;
  }
}
