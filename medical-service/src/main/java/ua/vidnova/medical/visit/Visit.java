package ua.vidnova.medical.visit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import ua.vidnova.medical.actor.Actor;
import ua.vidnova.medical.resident.Person;

/**
 * One revision of a visit.
 *
 * <p>Life cycle: recorded once, under an id that the device may have made offline, and never
 * changed. A correction is a revision of its own that supersedes the last one; the id of the first
 * one stays the visit's. A visit that was never made, or not to this person, is withdrawn by a
 * correction: it is still shown, as entered in error, and counted nowhere.
 */
@Entity
@Immutable
public class Visit extends PanacheEntityBase {

  @Id private UUID id;
  private UUID originId;
  private int revision;
  private UUID corrects;
  private String correctionReason;
  private boolean withdrawn;

  @Column(insertable = false)
  private boolean superseded;

  private UUID residentId;
  private UUID tripId;
  private String settlement;
  private Instant startedAt;
  private Instant endedAt;
  @Embedded private Seen seen;
  private String complaint;
  @Embedded private Vitals vitals;

  @ElementCollection
  @CollectionTable(name = "visit_reason", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<Reason> reasons;

  @ElementCollection
  @CollectionTable(name = "visit_diagnosis", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<Diagnosis> diagnoses;

  @ElementCollection
  @CollectionTable(name = "visit_action", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<CareAction> actions;

  @ElementCollection
  @CollectionTable(name = "visit_medicine", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<GivenMedicine> medicines;

  @ElementCollection
  @CollectionTable(name = "visit_vaccination", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<Vaccination> vaccinations;

  @ElementCollection
  @CollectionTable(name = "visit_allergy", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<Allergy> allergies;

  @ElementCollection
  @CollectionTable(name = "visit_chronic_condition", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<ChronicCondition> chronicConditions;

  @ElementCollection
  @CollectionTable(name = "visit_referral", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<Referral> referrals;

  @ElementCollection
  @CollectionTable(name = "visit_birth", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<Birth> births;

  /** Read only for who may know of it. */
  @ElementCollection
  @CollectionTable(name = "visit_protection", joinColumns = @JoinColumn(name = "visit_id"))
  private Set<Protection> protection;

  private boolean electronicPrescription;
  private boolean needsRehabilitation;

  @Enumerated(EnumType.STRING)
  private RelationToEvent relationToEvent;

  private List<Short> mdsItems;
  @Embedded private Outcome outcome;
  private String recordedBy;
  private String recordedByName;
  private Instant recordedAt;

  @Formula("(select origin.recorded_by from visit origin where origin.id = origin_id)")
  private String firstRecordedBy;

  @Formula("(select origin.recorded_by_name from visit origin where origin.id = origin_id)")
  private String firstRecordedByName;

  @Formula("(select origin.recorded_at from visit origin where origin.id = origin_id)")
  private Instant firstRecordedAt;

  @Column(insertable = false)
  private Integer observationCount;

  protected Visit() {}

  Visit(UUID id, VisitFacts facts, String recordedBy, String recordedByName, Instant recordedAt) {
    this.id = id;
    this.originId = id;
    this.revision = 1;
    this.recordedBy = recordedBy;
    this.recordedByName = recordedByName;
    this.recordedAt = recordedAt;
    this.firstRecordedBy = recordedBy;
    this.firstRecordedByName = recordedByName;
    this.firstRecordedAt = recordedAt;
    say(facts);
  }

  /** A revision that takes the place of the latest. */
  static Visit correcting(
      Visit latest,
      UUID id,
      VisitFacts facts,
      Correction correction,
      String recordedBy,
      String recordedByName,
      Instant recordedAt) {
    var revision = new Visit(id, facts, recordedBy, recordedByName, recordedAt);
    revision.originId = latest.originId;
    revision.revision = latest.revision + 1;
    revision.corrects = latest.id;
    revision.firstRecordedBy = latest.firstRecordedBy;
    revision.firstRecordedByName = latest.firstRecordedByName;
    revision.firstRecordedAt = latest.firstRecordedAt;
    revision.correctionReason = correction.reason();
    revision.withdrawn = correction.withdrawn();
    return revision;
  }

  private void say(VisitFacts facts) {
    residentId = facts.residentId();
    tripId = facts.tripId();
    settlement = facts.settlement();
    startedAt = facts.startedAt();
    endedAt = facts.endedAt();
    seen = facts.seen();
    complaint = facts.complaint();
    vitals = facts.vitals();
    reasons = facts.reasons();
    diagnoses = facts.diagnoses();
    actions = facts.actions();
    medicines = facts.medicines();
    vaccinations = facts.vaccinations();
    allergies = facts.allergies();
    chronicConditions = facts.chronicConditions();
    referrals = facts.referrals();
    births = facts.births();
    protection = Set.copyOf(facts.protection());
    electronicPrescription = facts.electronicPrescription();
    needsRehabilitation = facts.needsRehabilitation();
    relationToEvent = facts.relationToEvent();
    mdsItems = facts.mdsItems().stream().map(Integer::shortValue).toList();
    outcome = facts.outcome();
  }

  /** The latest revision of a visit. */
  public static Optional<Visit> findLatest(UUID visitId) {
    return find("originId = ?1 and not superseded", visitId).firstResultOptional();
  }

  /** The visits that say of a record that the person died; rarely more than one. */
  static List<Visit> findDeathsOf(UUID residentId) {
    return list(
        "residentId = ?1 and not superseded and not withdrawn and outcome.diedOn is not null"
            + " order by id",
        residentId);
  }

  /**
   * Revisions of a visit in their order.
   *
   * @param from the first one wanted
   */
  public static List<Visit> findRevisions(UUID visitId, int from, int max) {
    return Visit.<Visit>find("originId = ?1 and revision >= ?2 order by revision", visitId, from)
        .page(0, max)
        .list();
  }

  /** The revisions that led to this one. */
  List<UUID> revisionIdsBefore() {
    return getEntityManager()
        .createQuery(
            "select v.id from Visit v where v.originId = ?1 and v.revision < ?2", UUID.class)
        .setParameter(1, originId)
        .setParameter(2, revision)
        .getResultList();
  }

  /** A record's visits as they were last corrected, but for withdrawn ones, oldest first. */
  static List<Visit> findStandingOf(UUID recordId) {
    return list(
        "residentId = ?1 and not superseded and not withdrawn order by startedAt, id", recordId);
  }

  /** A person's visits as they were last corrected, newest first; withdrawn ones too. */
  public static List<Visit> findOf(Person person, Optional<VisitPosition> after, int max) {
    return page("residentId in ?1", person, after, max);
  }

  /** A person's visits at which something was measured, newest first. */
  public static List<Visit> findMeasuredOf(Person person, Optional<VisitPosition> after, int max) {
    return page("residentId in ?1 and observationCount > 0", person, after, max);
  }

  private static List<Visit> page(
      String condition, Person person, Optional<VisitPosition> after, int max) {
    var latest = condition + " and not superseded";
    var order = " order by startedAt desc, id desc";
    var found =
        after
            .map(
                last ->
                    Visit.<Visit>find(
                        latest + " and (startedAt, id) < (?2, ?3)" + order,
                        person.recordIds(),
                        last.startedAt(),
                        last.revisionId()))
            .orElseGet(() -> find(latest + order, person.recordIds()));
    return found.page(0, max).list();
  }

  public static long countOf(Person person) {
    return count("residentId in ?1 and not superseded", person.recordIds());
  }

  /** How many FHIR observations a person's visits make. */
  public static long countObservationsOf(Person person) {
    return getEntityManager()
        .createQuery(
            "select coalesce(sum(observationCount), 0) from Visit"
                + " where residentId in ?1 and not superseded",
            Long.class)
        .setParameter(1, person.recordIds())
        .getSingleResult();
  }

  /** The visit's id, the same in all its revisions. */
  public UUID id() {
    return originId;
  }

  public UUID revisionId() {
    return id;
  }

  /** From 1. */
  public int revision() {
    return revision;
  }

  /** What the revision was made for; of the first one nothing. */
  Correction correction() {
    return new Correction(correctionReason, withdrawn);
  }

  /** Who recorded the visit and when, whoever corrected it since. */
  public Actor medic() {
    return new Actor(firstRecordedBy, firstRecordedByName, firstRecordedAt);
  }

  boolean isFirstRevision() {
    return corrects == null;
  }

  /** Why this revision was made; empty in the first one. */
  public Optional<String> correctionReason() {
    return Optional.ofNullable(correctionReason);
  }

  /** True when the visit was entered in error. */
  public boolean isWithdrawn() {
    return withdrawn;
  }

  /** True when a later revision has taken this one's place. */
  public boolean isSuperseded() {
    return superseded;
  }

  /** The record for which it was recorded; its person may be known under another. */
  public UUID residentId() {
    return residentId;
  }

  /** The brigade's trip; null outside of one. */
  public UUID tripId() {
    return tripId;
  }

  /** KATOTTG code of where the person was seen. */
  public String settlement() {
    return settlement;
  }

  public Instant startedAt() {
    return startedAt;
  }

  /** Day of death, if this revision records one. */
  Optional<LocalDate> diedOn() {
    return Optional.ofNullable(outcome.diedOn());
  }

  public Vitals vitals() {
    return vitals == null ? Vitals.NOT_MEASURED : vitals;
  }

  /** What the medic said, but for protection. */
  public VisitFacts facts() {
    return facts(List.of(), List::copyOf);
  }

  /** The same; a part is read when it is first asked for, which must be in this transaction. */
  public VisitFacts factsOnDemand() {
    return facts(List.of(), Collections::unmodifiableList);
  }

  /** What the medic said; for who may know of protection. */
  public VisitFacts wholeFacts() {
    return facts(
        protection.stream().sorted(Comparator.comparing(Protection::flag)).toList(), List::copyOf);
  }

  private interface Reading {
    <T> List<T> of(List<T> part);
  }

  private VisitFacts facts(List<Protection> protectionToTell, Reading reading) {
    return new VisitFacts(
        residentId,
        tripId,
        settlement,
        startedAt,
        endedAt,
        seen == null ? Seen.NOTHING_NOTED : seen,
        complaint,
        vitals(),
        reading.of(reasons),
        reading.of(diagnoses),
        reading.of(actions),
        reading.of(medicines),
        reading.of(vaccinations),
        reading.of(allergies),
        reading.of(chronicConditions),
        reading.of(referrals),
        reading.of(births),
        protectionToTell,
        electronicPrescription,
        needsRehabilitation,
        relationToEvent,
        mdsItems.stream().map(Short::intValue).toList(),
        outcome);
  }

  /** The id at the identity provider of who made this revision. */
  public String recordedBy() {
    return recordedBy;
  }

  /** The name at that time of who made this revision. */
  public String recordedByName() {
    return recordedByName;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
