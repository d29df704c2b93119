package ua.vidnova.payments.run;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ua.vidnova.payments.award.PayableUnit;

/**
 * One attempt to pay one unit; its amount and month are the unit's.
 *
 * <p>Life: ISSUED by a run; then PAID, NOT_COLLECTED or REJECTED as the partner reports, or
 * WITHDRAWN before the partner had it. Two people may correct what was reported, each way once:
 * PAID to RETURNED, and NOT_COLLECTED or REJECTED to PAID. A unit has at most one that is issued or
 * paid. Rows are made by shards of runs alone.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Instruction extends PanacheEntityBase {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  private PayableUnit unit;

  private UUID batchId;

  @Enumerated(EnumType.STRING)
  private InstructionState state;

  private LocalDate occurredOn;

  private String reason;

  private static final String OF_PARTNER =
      " where i.id in ?1 and i.batchId in"
          + " (select b.id from Batch b where b.partner = ?2 and b.state = HANDED_OVER)";

  /**
   * Locks those of the instructions that a partner was given, with their units, in order of ids.
   */
  public static List<Instruction> listLocked(String partner, Collection<UUID> ids) {
    return Instruction.<Instruction>find(
            "from Instruction i join fetch i.unit" + OF_PARTNER + " order by i.id", ids, partner)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * An instruction before it is locked. What is settled stays so.
   *
   * @param awardId the award that it would pay
   */
  public record Glimpse(UUID id, UUID awardId, InstructionState state) {}

  /** Those of the instructions that a partner was given. */
  public static List<Glimpse> listGlimpsed(String partner, Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            "select i.id, i.unit.awardId, i.state from Instruction i" + OF_PARTNER, Glimpse.class)
        .setParameter(1, ids)
        .setParameter(2, partner)
        .getResultList();
  }

  /** The partner reported what became of it. */
  public void report(InstructionState outcome, LocalDate on, String why) {
    if (state != InstructionState.ISSUED) {
      throw new IllegalStateException("Instruction " + id + " is " + state);
    }
    state = outcome;
    occurredOn = on;
    reason = why;
  }

  /** Two people settled that something else became of it; the database asks for their word. */
  public void correct(InstructionState outcome, LocalDate on, String why) {
    state = outcome;
    occurredOn = on;
    reason = why;
  }

  /** The instruction with its unit, locked until the transaction ends. */
  public static Instruction getLocked(UUID id) {
    return Instruction.<Instruction>find("from Instruction i join fetch i.unit where i.id = ?1", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .singleResult();
  }

  /** Whether another attempt to pay the same unit is issued or paid. */
  public boolean isSentAgain() {
    return count("unit = ?1 and id <> ?2 and state in (ISSUED, PAID)", unit, id) > 0;
  }

  public UUID id() {
    return id;
  }

  public UUID batchId() {
    return batchId;
  }

  public PayableUnit unit() {
    return unit;
  }

  public InstructionState state() {
    return state;
  }

  /** Null until reported. */
  public LocalDate occurredOn() {
    return occurredOn;
  }

  /** The partner's code; null when it gave none. */
  public String reason() {
    return reason;
  }
}
