package ua.vidnova.payments.award;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.ids.Ids;

/**
 * One award's money for one month. It exists once for ever; attempts to pay it are instructions.
 * What a later derivation adds to the month is a unit of kind DIFFERENCE beside it.
 *
 * <p>Life: OUTSTANDING until an instruction is reported PAID, and again when its bank returns the
 * money. When the owner dies first, it is UNPAID_ON_DEATH (kept for heirs, and PASSED_TO_HEIRS by a
 * claim of theirs) or, for months after the death, NOT_DUE; so are months with a Russian pension. A
 * later resumption that finds such a month due has it OUTSTANDING again.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class PayableUnit extends PanacheEntityBase {

  @Id private UUID id;

  private UUID awardId;

  private YearMonth month;

  private long amountMinor;

  private String currency;

  @Enumerated(EnumType.STRING)
  private UnitKind kind;

  private YearMonth scheduledPeriod;

  @Enumerated(EnumType.STRING)
  private UnitState state;

  protected PayableUnit() {}

  /** Makes a month of arrears payable in a period. */
  public static PayableUnit ofArrears(
      Award award, YearMonth month, long amountMinor, YearMonth scheduledPeriod) {
    var unit = new PayableUnit();
    unit.id = Ids.newId();
    unit.awardId = award.id();
    unit.month = month;
    unit.amountMinor = amountMinor;
    unit.currency = award.currency();
    unit.kind = UnitKind.ARREARS;
    unit.scheduledPeriod = scheduledPeriod;
    unit.state = UnitState.OUTSTANDING;
    return unit;
  }

  /** The units of an award that earlier resumptions and runs made, by month. */
  public static Map<YearMonth, PayableUnit> unitsOf(UUID awardId) {
    return PayableUnit.<PayableUnit>list("awardId = ?1 and kind <> DIFFERENCE", awardId).stream()
        .collect(Collectors.toMap(unit -> unit.month, Function.identity()));
  }

  /**
   * By award, the months that the person or heirs have, or whose instruction waits for its report.
   */
  public static Map<UUID, Set<YearMonth>> monthsOnTheirWay(Collection<UUID> awardIds) {
    return getEntityManager()
        .createQuery(
            "from PayableUnit u where u.awardId in ?1 and u.kind <> DIFFERENCE"
                + " and (u.state = PAID or u.state = PASSED_TO_HEIRS"
                + " or exists (select 1 from Instruction i where i.unit = u"
                + " and i.state = ISSUED))",
            PayableUnit.class)
        .setParameter(1, awardIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                PayableUnit::awardId,
                Collectors.mapping(unit -> unit.month, Collectors.toUnmodifiableSet())));
  }

  /** A new resumption found it due, and decided when it is paid. */
  public void scheduleAnew(YearMonth period) {
    state = UnitState.OUTSTANDING;
    scheduledPeriod = period;
  }

  /** The money reached the person. */
  public void settle() {
    state = UnitState.PAID;
  }

  /** The money came back; it is due again from a period on, unless its owner has died. */
  public void comeBack(Award award, YearMonth dueAgainFrom) {
    award
        .lastPayableMonth()
        .ifPresentOrElse(
            last ->
                state =
                    month.isAfter(last) && !award.isOfHeirs()
                        ? UnitState.NOT_DUE
                        : UnitState.UNPAID_ON_DEATH,
            () -> scheduledPeriod = later(scheduledPeriod, dueAgainFrom));
  }

  /** The money had reached the person, or so it was said, and the bank has given it back. */
  public void returned(Award award, YearMonth dueAgainFrom) {
    state = UnitState.OUTSTANDING;
    comeBack(award, dueAgainFrom);
  }

  /** What was kept for heirs, or not due, is owed to its owner after all. */
  public void oweAgain() {
    state = UnitState.OUTSTANDING;
  }

  public UnitState state() {
    return state;
  }

  private static YearMonth later(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }

  public UUID awardId() {
    return awardId;
  }

  public UUID id() {
    return id;
  }

  public long amountMinor() {
    return amountMinor;
  }
}
