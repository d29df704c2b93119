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
 * <p>Life: ISSUED by a run; then once and for ever PAID, NOT_COLLECTED or REJECTED as the partner
 * reports, or WITHDRAWN before the partner had it. A unit has at most one that is issued or paid.
 * Rows are made by shards of runs alone.
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

  /** Locks those of the instructions that are in the batch, with their units, in order of ids. */
  public static List<Instruction> listLocked(UUID batchId, Collection<UUID> ids) {
    return Instruction.<Instruction>find(
            "from Instruction i join fetch i.unit where i.batchId = ?1 and i.id in ?2 order by i.id",
            batchId,
            ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The awards that the instructions would pay. */
  public static List<UUID> listAwardIds(UUID batchId, Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            "select distinct i.unit.awardId from Instruction i"
                + " where i.batchId = ?1 and i.id in ?2",
            UUID.class)
        .setParameter(1, batchId)
        .setParameter(2, ids)
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

  public UUID id() {
    return id;
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
}
