package ua.vidnova.registry.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.Origin;

/**
 * Two records that may be of one person.
 *
 * <p>Life cycle: PROPOSED when matching finds them alike; perhaps EVIDENCE_ASKED; then SAME, which
 * merges them, or DIFFERENT for ever. Undoing the merge makes SAME a proposal again. A pair is
 * about records, a decision about the persons whose records they are: when one of them is merged,
 * the pair speaks of the survivor. Rows are made by {@link ReviewQueue} alone.
 */
@Entity
public class MatchPair extends PanacheEntityBase {

  @Id private UUID id;
  private UUID low;
  private UUID high;
  private double bits;

  @Enumerated(EnumType.STRING)
  private Band band;

  @Column(insertable = false, updatable = false)
  private String features;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  private Instant proposedAt;

  @Enumerated(EnumType.STRING)
  private PairState state;

  @SuppressWarnings("UnusedVariable") // for people who ask who it was
  private String decidedBy;

  private String decidedByName;
  private Instant decidedAt;
  private String reason;
  @Version private long version;

  @Column(insertable = false, updatable = false)
  private UUID personLow;

  @Column(insertable = false, updatable = false)
  private UUID personHigh;

  protected MatchPair() {}

  public static Optional<MatchPair> findPair(UUID id) {
    return findByIdOptional(id);
  }

  /** The two records of a pair, which never change; empty when there is no such pair. */
  static List<UUID> findRecords(UUID id) {
    return getEntityManager()
        .createQuery(
            "select r.id from Resident r, MatchPair p where p.id = ?1 and r.id in (p.low, p.high)",
            UUID.class)
        .setParameter(1, id)
        .getResultList();
  }

  /** Locks a pair that was not read before until the transaction ends; its residents come first. */
  public static MatchPair getLocked(UUID id) {
    return getEntityManager().find(MatchPair.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whether any records of these two people were decided to be of different ones. */
  static boolean isDecidedDifferent(UUID onePerson, UUID otherPerson) {
    return count(
            "state = ?1 and ((personLow = ?2 and personHigh = ?3)"
                + " or (personLow = ?3 and personHigh = ?2))",
            PairState.DIFFERENT,
            onePerson,
            otherPerson)
        > 0;
  }

  /** Notes a decision that {@link ReviewRules} allows. */
  void decide(ReviewDecision decision, Caller caller, Instant at) {
    state = decision.leadsTo();
    decidedBy = caller.id();
    decidedByName = caller.name();
    decidedAt = at;
    reason = decision.reason();
  }

  /** The merge was undone: a person has to decide again. */
  public void reopen() {
    if (state != PairState.SAME) {
      throw new IllegalStateException("Pair " + id + " is " + state);
    }
    state = PairState.PROPOSED;
    decidedBy = null;
    decidedByName = null;
    decidedAt = null;
    reason = null;
  }

  public UUID id() {
    return id;
  }

  /** Both records, as they were proposed. */
  public List<UUID> records() {
    return List.of(low, high);
  }

  /** The residents under whom the records are known now; one and the same when they are merged. */
  public List<UUID> persons() {
    return List.of(personLow, personHigh);
  }

  /** Whether both records are of one person already. */
  public boolean isOfOnePerson() {
    return personLow.equals(personHigh);
  }

  public double bits() {
    return bits;
  }

  public Band band() {
    return band;
  }

  /** JSON array of feature weights. */
  public String features() {
    return features;
  }

  public Origin origin() {
    return origin;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  public PairState state() {
    return state;
  }

  /** Who decided, for people to read; null while nobody has. */
  public String decidedByName() {
    return decidedByName;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String reason() {
    return reason;
  }

  public long version() {
    return version;
  }
}
