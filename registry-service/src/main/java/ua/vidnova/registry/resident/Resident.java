package ua.vidnova.registry.resident;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.names.SearchKey;

/**
 * A person whom the registry knows: the current view that follows from the statements about them.
 *
 * <p>A registrar identified them, or a list of another register has them and nobody did yet: such a
 * listed resident is searched for and compared like others, but nothing is told of them to other
 * services, and no right follows from them.
 *
 * <p>Life cycle: registered as LIVING; then whatever follows from the statements ({@link
 * CurrentView}), and what disagrees is an open question for a person. One who turns out to be
 * another resident is merged into that one: the record stays, and stands for itself again when the
 * merge is undone.
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

  private String unzr;
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
  private String listedIn;

  @Enumerated(EnumType.STRING)
  private LifeState lifeState;

  private LocalDate lifeStateSince;
  private UUID mergedInto;

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

  /** The resident of an id that is known to be one. */
  public static Resident getResident(UUID id) {
    return findResident(id).orElseThrow(() -> new IllegalStateException("No resident " + id));
  }

  /** The identified resident who has the number. */
  public static Optional<Resident> findByRnokpp(String rnokpp) {
    return find("rnokpp = ?1 and listedIn is null", rnokpp).firstResultOptional();
  }

  /**
   * Locks records and the residents under whom they are known until the transaction ends, in the
   * order of ids. None of them may have been read before in the transaction.
   */
  public static List<Resident> listLockedWithPersons(Collection<UUID> recordIds) {
    var ids = new HashSet<UUID>();
    var locked = List.<Resident>of();
    for (var known = findIdsWithPersons(recordIds);
        ids.addAll(known);
        known = locked.stream().map(Resident::personId).toList()) {
      locked = find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
    return locked;
  }

  private static List<UUID> findIdsWithPersons(Collection<UUID> recordIds) {
    return getEntityManager()
        .createQuery(
            "select r.id from Resident r where r.id in ?1 or r.id in"
                + " (select m.mergedInto from Resident m where m.id in ?1)",
            UUID.class)
        .setParameter(1, recordIds)
        .getResultList();
  }

  /** The records that were merged into a resident, oldest first. */
  public static List<Resident> listMergedInto(UUID survivorId) {
    return list("mergedInto = ?1 order by id", survivorId);
  }

  /** What all records of a person add to. */
  public SharedView sharedView() {
    return new SharedView(
        new SharedView.TaxNumber(rnokpp, rnokppAbsence),
        phone,
        paymentChannel,
        noRussianPensionDeclaredOn,
        evidenceLevel);
  }

  /** Takes over what the records of the person add up to. */
  public void show(SharedView view) {
    rnokpp = view.number().rnokpp();
    rnokppAbsence = view.number().absence();
    phone = view.phone();
    paymentChannel = view.paymentChannel();
    noRussianPensionDeclaredOn = view.noRussianPensionDeclaredOn();
    evidenceLevel = view.evidenceLevel();
  }

  /** From now on the person is known under the survivor. */
  public void mergeInto(Resident survivor) {
    mergedInto = survivor.id;
  }

  /** Leaves the number to the survivor for as long as the merge lasts; it is one person's. */
  public void lendNumber() {
    rnokpp = null;
    rnokppAbsence = null;
  }

  /** The record is of a person of its own again. */
  public void standAlone() {
    mergedInto = null;
  }

  /**
   * The record, locked with all others of its person until the transaction ends. None of them may
   * have been read before in the transaction.
   */
  public static Optional<Resident> findLockedWithPerson(UUID id) {
    var locked = List.<Resident>of();
    for (var records = findIdsOfPerson(id);
        records.size() > locked.size();
        records = findIdsOfPerson(id)) {
      locked =
          find("id in ?1 order by id", records).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
    return locked.stream().filter(record -> record.id.equals(id)).findFirst();
  }

  /** The residents under whom the people of these records are known, by the records' ids. */
  public static Map<UUID, Resident> mapPersons(Collection<UUID> recordIds) {
    return getEntityManager()
        .createQuery(
            "select r.id, p from Resident r join Resident p on p.id = coalesce(r.mergedInto, r.id)"
                + " where r.id in ?1",
            Object[].class)
        .setParameter(1, recordIds)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Resident) row[1]));
  }

  /** The ids of all records of the person whose record this is; empty when there is none. */
  public static List<UUID> findIdsOfPerson(UUID id) {
    return getEntityManager()
        .createQuery(
            "select coalesce(r.mergedInto, r.id) from Resident r where r.id = ?1", UUID.class)
        .setParameter(1, id)
        .getResultStream()
        .flatMap(
            person ->
                getEntityManager()
                    .createQuery(
                        "select r.id from Resident r where r.id = ?1 or r.mergedInto = ?1",
                        UUID.class)
                    .setParameter(1, person)
                    .getResultStream())
        .toList();
  }

  public static Optional<Resident> findByUnzr(String unzr) {
    return find("unzr", unzr).firstResultOptional();
  }

  /** Takes over what follows from the statements about the person. */
  public void follow(CurrentView view) {
    name = view.name();
    birthDate = view.birthDate();
    sex = view.sex();
    rnokpp = view.rnokpp();
    rnokppAbsence = view.rnokppAbsence();
    unzr = view.unzr();
    settlement = view.settlement();
    areas = view.areas().toArray(String[]::new);
    phone = view.phone();
    paymentChannel = view.paymentChannel();
    noRussianPensionDeclaredOn = view.noRussianPensionDeclaredOn();
    evidenceLevel = view.evidenceLevel();
    lifeState = view.lifeState();
    lifeStateSince = view.lifeStateSince();
    searchKey = SearchKey.of(view.name());
  }

  /** The resident with another view, to be shown and never kept. */
  public Resident seenAs(CurrentView view) {
    var seen = new Resident();
    seen.id = id;
    seen.version = version;
    seen.identifiedOn = identifiedOn;
    seen.registeredOn = registeredOn;
    seen.follow(view);
    return seen;
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

  public Optional<String> unzr() {
    return Optional.ofNullable(unzr);
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

  /** The day on which a registrar saw the person; null while they are only listed. */
  public LocalDate identifiedOn() {
    return identifiedOn;
  }

  /** The list that has the person, while nobody has identified them. */
  public Optional<String> listedIn() {
    return Optional.ofNullable(listedIn);
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

  /** The survivor, when this record was merged. */
  public Optional<UUID> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  /** The id of the resident under whom the person is known: the survivor's, or this one's. */
  public UUID personId() {
    return mergedInto().orElse(id);
  }

  /** The resident under whom the person is known. */
  public Resident person() {
    return mergedInto().map(Resident::getResident).orElse(this);
  }
}
