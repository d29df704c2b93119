package ua.vidnova.payments.death;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.AwardStopped;
import ua.vidnova.payments.award.MatchingLock;
import ua.vidnova.payments.resident.Resident;
import ua.vidnova.payments.resumption.Resumption;
import ua.vidnova.payments.run.InstructionWithdrawn;
import ua.vidnova.payments.run.MonthsOfTheDead;
import ua.vidnova.payments.run.ReadyInstructions;

/**
 * Stops what a dead resident would be paid. The month of death is the last that is due; units up to
 * it, made by a run or not, stay unpaid for the heirs, later ones are not due; what the resident
 * was to inherit is, whenever. Instructions that no partner has are withdrawn; those handed over
 * wait for their report. May be repeated, and in any order with the rest: locks go award, batch,
 * instruction, as everywhere.
 */
@ApplicationScoped
public class StopAwards {

  private static final String SETTLE_UNITS =
      "update payable_unit u"
          + " set state = case when u.month > ? and a.programme <> 'HEIRS_PAYOUT' then 'NOT_DUE'"
          + " else 'UNPAID_ON_DEATH' end from award a"
          + " where a.id = u.award_id and a.id = any(?) and u.state not in ('PAID', 'PASSED_TO_HEIRS')"
          + " and not is_of_overlap(u)"
          + " and not (a.programme = 'HEIRS_PAYOUT' and u.state = 'NOT_DUE')"
          + " and not exists ("
          + "  select from instruction i where i.unit_id = u.id and i.state in ('ISSUED', 'PAID'))";

  private final ReadyInstructions instructions;
  private final MonthsOfTheDead months;
  private final AgroalDataSource database;
  private final EntityManager entities;
  private final Outbox outbox;
  private final MatchingLock lock;
  private final KyivCalendar calendar;

  @Inject
  StopAwards(
      ReadyInstructions instructions,
      MonthsOfTheDead months,
      AgroalDataSource database,
      EntityManager entities,
      Outbox outbox,
      MatchingLock lock,
      KyivCalendar calendar) {
    this.instructions = instructions;
    this.months = months;
    this.database = database;
    this.entities = entities;
    this.outbox = outbox;
    this.lock = lock;
    this.calendar = calendar;
  }

  /** One thing that was changed, for the audit trail. */
  public record Change(String action, String objectType, UUID objectId) {}

  /** Returns what it changed; nothing when it was all stopped before. The caller audits it last. */
  @Transactional
  public List<Change> stop(Resident resident) {
    lock.share();
    var lastMonth = resident.monthOfDeath().orElseThrow();
    var stopped =
        Award.listOfResidentLocked(resident.id(), ownNumber(resident)).stream()
            .filter(
                award ->
                    award.isKnownToBeOf(resident.id())
                        || !award.isDormant()
                        || isSurelyOf(award, resident))
            .filter(award -> award.stop(resident.id(), lastMonth))
            .toList();
    var closed = Resumption.listLiveOf(resident.id());
    closed.forEach(resumption -> resumption.close(calendar.now()));
    entities.flush();
    withdraw(stopped, resident.id(), lastMonth);
    outbox.appendAll(
        stopped.stream()
            .map(
                award ->
                    new AwardStopped(
                        award.id(), resident.id(), lastMonth, AwardStopped.Reason.DECEASED))
            .toList());
    return Stream.concat(
            stopped.stream().map(award -> new Change("stopped", "award", award.id())),
            closed.stream().map(one -> new Change("closed", "resumption", one.id())))
        .toList();
  }

  /** A survivor may have lent the number of a merged record; then the award is that record's. */
  private static String ownNumber(Resident resident) {
    return resident.holderOfNumber().equals(resident) ? resident.identity().rnokpp() : null;
  }

  /** An award that nobody has decided on is stopped only if nothing speaks against its owner. */
  private static boolean isSurelyOf(Award award, Resident resident) {
    var identity = resident.identity();
    return award.birthDate().equals(identity.birthDate())
        && identity.evidenceLevel().provesIdentity()
        && Resident.listNumbersClaimedTwice(List.of(award.rnokpp())).isEmpty();
  }

  private void withdraw(List<Award> awards, UUID residentId, YearMonth lastMonth) {
    var ids = awards.stream().map(Award::id).toList();
    var withdrawn =
        instructions.withdraw(ids, InstructionWithdrawn.Reason.DECEASED.name()).stream()
            .map(
                one ->
                    new InstructionWithdrawn(
                        one.instructionId(),
                        one.awardId(),
                        residentId,
                        InstructionWithdrawn.Reason.DECEASED))
            .toList();
    months.make(ids, lastMonth);
    settleUnits(ids, lastMonth);
    outbox.appendAll(withdrawn);
  }

  private void settleUnits(List<UUID> awardIds, YearMonth lastMonth) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(SETTLE_UNITS)) {
      update.setObject(1, lastMonth.atDay(1));
      update.setArray(2, connection.createArrayOf("uuid", awardIds.toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Units could not be settled", e);
    }
  }
}
