package ua.vidnova.medical.visit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import ua.vidnova.medical.resident.Person;

/**
 * A visit as it was recorded.
 *
 * <p>Life cycle: recorded once, under an id that the device may have made offline, and never
 * changed; a correction will be a record of its own.
 */
@Entity
@Immutable
public class Visit extends PanacheEntityBase {

  @Id private UUID id;
  private UUID residentId;
  private String settlement;
  private Instant startedAt;
  private Instant endedAt;
  private String complaint;
  @Embedded private Vitals vitals;

  @ElementCollection
  @CollectionTable(name = "visit_reason", joinColumns = @JoinColumn(name = "visit_id"))
  @OrderColumn(name = "rank")
  private List<Reason> reasons;

  @Embedded private Outcome outcome;
  private String recordedBy;
  private String recordedByName;
  private Instant recordedAt;

  @Column(insertable = false)
  private Integer observationCount;

  protected Visit() {}

  Visit(UUID id, VisitFacts facts, String recordedBy, String recordedByName, Instant recordedAt) {
    this.id = id;
    this.residentId = facts.residentId();
    this.settlement = facts.settlement();
    this.startedAt = facts.startedAt();
    this.endedAt = facts.endedAt();
    this.complaint = facts.complaint();
    this.vitals = facts.vitals();
    this.reasons = facts.reasons();
    this.outcome = facts.outcome();
    this.recordedBy = recordedBy;
    this.recordedByName = recordedByName;
    this.recordedAt = recordedAt;
  }

  /** The visit, if there is one; either way nobody else can record that id until the commit. */
  static Optional<Visit> findHoldingId(UUID id) {
    getEntityManager()
        .createNativeQuery("select pg_advisory_xact_lock(?1)")
        .setParameter(1, id.getMostSignificantBits() ^ id.getLeastSignificantBits())
        .getSingleResult();
    return findByIdOptional(id);
  }

  /** A person's visits, newest first. */
  public static List<Visit> findOf(Person person, Optional<VisitPosition> after, int max) {
    return page("residentId in ?1", person, after, max);
  }

  /** A person's visits at which something was measured, newest first. */
  public static List<Visit> findMeasuredOf(Person person, Optional<VisitPosition> after, int max) {
    return page("residentId in ?1 and observationCount > 0", person, after, max);
  }

  private static List<Visit> page(
      String condition, Person person, Optional<VisitPosition> after, int max) {
    var order = " order by startedAt desc, id desc";
    var found =
        after
            .map(
                last ->
                    Visit.<Visit>find(
                        condition + " and (startedAt, id) < (?2, ?3)" + order,
                        person.recordIds(),
                        last.startedAt(),
                        last.id()))
            .orElseGet(() -> find(condition + order, person.recordIds()));
    return found.page(0, max).list();
  }

  public static long countOf(Person person) {
    return count("residentId in ?1", person.recordIds());
  }

  /** How many FHIR observations a person's visits make. */
  public static long countObservationsOf(Person person) {
    return getEntityManager()
        .createQuery(
            "select coalesce(sum(observationCount), 0) from Visit where residentId in ?1",
            Long.class)
        .setParameter(1, person.recordIds())
        .getSingleResult();
  }

  public UUID id() {
    return id;
  }

  /** The record for which it was recorded; its person may be known under another. */
  public UUID residentId() {
    return residentId;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Vitals vitals() {
    return vitals == null ? Vitals.NOT_MEASURED : vitals;
  }

  public VisitFacts facts() {
    return new VisitFacts(
        residentId,
        settlement,
        startedAt,
        endedAt,
        complaint,
        vitals(),
        List.copyOf(reasons),
        outcome);
  }

  /** The recording medic's id at the identity provider. */
  public String recordedBy() {
    return recordedBy;
  }

  /** The recording medic's name at that time. */
  public String recordedByName() {
    return recordedByName;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
