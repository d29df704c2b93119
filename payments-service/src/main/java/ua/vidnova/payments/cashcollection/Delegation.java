package ua.vidnova.payments.cashcollection;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/**
 * An official of the place who may collect cash for its residents (CMU №162).
 *
 * <p>Life: PROPOSED by one person; APPROVED by another, one at a time for a settlement; ENDED by
 * anyone of the two roles, at once and for ever. Past its last day it is of no use by itself. What
 * was taken out under it is still handed out or brought back.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Delegation extends PanacheEntityBase {

  /** For whom the official collects. */
  public enum Reach {
    /** For residents who asked for it. */
    ON_REQUEST,
    /** For all whom no other way reaches, as the administration asked. */
    WHOLE_SETTLEMENT
  }

  /** What the official is. */
  public enum Office {
    HROMADA_HEAD,
    STAROSTA,
    MILITARY_ADMINISTRATION_HEAD
  }

  /** Where a delegation is in its life. */
  public enum State {
    PROPOSED,
    APPROVED,
    ENDED
  }

  /**
   * What is proposed.
   *
   * @param officialName as the official signs
   * @param organisation ЄДРПОУ of the body whose official it is
   * @param act by which the official is delegated
   * @param validTo first day on which it no longer holds
   */
  public record Terms(
      String settlement,
      Reach reach,
      Office office,
      String officialName,
      String organisation,
      String act,
      LocalDate validFrom,
      LocalDate validTo) {}

  @Id private UUID id;
  private String settlement;

  @Enumerated(EnumType.STRING)
  private Reach reach;

  @Enumerated(EnumType.STRING)
  private Office office;

  private String officialName;
  private String organisation;
  private String act;
  private LocalDate validFrom;
  private LocalDate validTo;

  @Enumerated(EnumType.STRING)
  private State state;

  private String proposedBy;
  private Instant proposedAt;
  private String approvedBy;
  private Instant approvedAt;
  private String endedBy;
  private Instant endedAt;
  @Version private long version;

  protected Delegation() {}

  static Delegation propose(Terms terms, String by, Instant at) {
    var one = new Delegation();
    one.id = Ids.newId();
    one.settlement = terms.settlement();
    one.reach = terms.reach();
    one.office = terms.office();
    one.officialName = terms.officialName();
    one.organisation = terms.organisation();
    one.act = terms.act();
    one.validFrom = terms.validFrom();
    one.validTo = terms.validTo();
    one.state = State.PROPOSED;
    one.proposedBy = by;
    one.proposedAt = at;
    one.persist();
    return one;
  }

  static Optional<Delegation> findLocked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The approved one whose official may collect for a settlement on a day. */
  static Optional<Delegation> findInForce(String settlement, LocalDate day) {
    return find(
            "settlement = ?1 and state = ?2 and validFrom <= ?3 and validTo > ?3",
            settlement,
            State.APPROVED,
            day)
        .firstResultOptional();
  }

  /** Newest first. */
  static List<Delegation> listByIds(List<UUID> ids) {
    return list("id in ?1 order by id desc", ids);
  }

  /** Whether an approved one holds on some of the same days. */
  boolean overlapsAnother() {
    return count(
            "settlement = ?1 and state = ?2 and id <> ?3 and validFrom < ?4 and validTo > ?5",
            settlement,
            State.APPROVED,
            id,
            validTo,
            validFrom)
        > 0;
  }

  void approve(String by, Instant at) {
    if (state != State.PROPOSED) {
      throw new IllegalStateException("Delegation " + id + " is " + state);
    }
    state = State.APPROVED;
    approvedBy = by;
    approvedAt = at;
  }

  void end(String by, Instant at) {
    if (state == State.ENDED) {
      throw new IllegalStateException("Delegation " + id + " has ended");
    }
    state = State.ENDED;
    endedBy = by;
    endedAt = at;
  }

  public UUID id() {
    return id;
  }

  public Terms terms() {
    return new Terms(
        settlement, reach, office, officialName, organisation, act, validFrom, validTo);
  }

  public State state() {
    return state;
  }

  public String proposedBy() {
    return proposedBy;
  }

  /** Null before the approval. */
  public String approvedBy() {
    return approvedBy;
  }

  /** Null until it was ended. */
  public String endedBy() {
    return endedBy;
  }

  public String settlement() {
    return settlement;
  }

  public long version() {
    return version;
  }
}
