package ua.vidnova.payments.death;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
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

/**
 * Stops what a dead resident would be paid. The month of death is the last that is due; units up to
 * it stay unpaid for the heirs, later ones are not due. Instructions that no partner has are
 * withdrawn; those handed over wait for their report. May be repeated, and in any order with the
 * rest: locks go award, batch, instruction, as everywhere.
 */
@ApplicationScoped
public class StopAwards {

  private static final String LOCK_READY_BATCHES =
      "select b.id from batch b where b.state = 'READY' and b.id in ("
          + "  select i.batch_id from payable_unit u join instruction i on i.unit_id = u.id"
          + "  where u.award_id = any(?) and i.state = 'ISSUED')"
          + " order by b.id for update of b";

  private static final String WITHDRAW =
      "update instruction i set state = 'WITHDRAWN', reason = 'DECEASED' from payable_unit u"
          + " where u.id = i.unit_id and u.award_id = any(?) and i.state = 'ISSUED'"
          + " and i.batch_id = any(?)"
          + " returning i.id, i.batch_id, u.award_id, u.amount_minor";

  private static final String SHRINK_BATCH =
      "update batch set instruction_count = instruction_count - 1, total_minor = total_minor - ?,"
          + " state = case instruction_count when 1 then 'WITHDRAWN' else state end,"
          + " version = version + 1 where id = ?";

  private static final String SETTLE_UNITS =
      "update payable_unit u"
          + " set state = case when u.month > ? then 'NOT_DUE' else 'UNPAID_ON_DEATH' end"
          + " where u.award_id = any(?) and u.state <> 'PAID' and not exists ("
          + "  select from instruction i where i.unit_id = u.id and i.state in ('ISSUED', 'PAID'))";

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final Outbox outbox;
  private final MatchingLock lock;
  private final KyivCalendar calendar;

  @Inject
  StopAwards(
      AgroalDataSource database,
      EntityManager entities,
      Outbox outbox,
      MatchingLock lock,
      KyivCalendar calendar) {
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
        Award.listOfResidentLocked(resident.id(), resident.identity().rnokpp()).stream()
            .filter(award -> !award.isDormant() || isSurelyOf(award, resident))
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

  /** An award that nobody has decided on is stopped only if nothing speaks against its owner. */
  private static boolean isSurelyOf(Award award, Resident resident) {
    var identity = resident.identity();
    return award.birthDate().equals(identity.birthDate())
        && identity.evidenceLevel().provesIdentity()
        && Resident.listNumbersClaimedTwice(List.of(award.rnokpp())).isEmpty();
  }

  private record Withdrawn(UUID instructionId, UUID batchId, UUID awardId, long amountMinor) {}

  private void withdraw(List<Award> awards, UUID residentId, YearMonth lastMonth) {
    if (awards.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection()) {
      var ids = awards.stream().map(Award::id).toArray();
      var withdrawn = withdraw(connection, ids);
      settleUnits(connection, ids, lastMonth);
      outbox.appendAll(
          withdrawn.stream()
              .map(
                  one ->
                      new InstructionWithdrawn(
                          one.instructionId(),
                          one.awardId(),
                          residentId,
                          InstructionWithdrawn.Reason.DECEASED))
              .toList());
    } catch (SQLException e) {
      throw new IllegalStateException("Instructions could not be withdrawn", e);
    }
  }

  private static List<Withdrawn> withdraw(Connection connection, Object[] awardIds)
      throws SQLException {
    var awards = connection.createArrayOf("uuid", awardIds);
    var batches = new ArrayList<UUID>();
    try (var query = connection.prepareStatement(LOCK_READY_BATCHES)) {
      query.setArray(1, awards);
      var rows = query.executeQuery();
      while (rows.next()) {
        batches.add(rows.getObject(1, UUID.class));
      }
    }
    var withdrawn = new ArrayList<Withdrawn>();
    try (var update = connection.prepareStatement(WITHDRAW)) {
      update.setArray(1, awards);
      update.setArray(2, connection.createArrayOf("uuid", batches.toArray()));
      var rows = update.executeQuery();
      while (rows.next()) {
        withdrawn.add(
            new Withdrawn(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getLong(4)));
      }
    }
    try (var update = connection.prepareStatement(SHRINK_BATCH)) {
      for (var one : withdrawn) {
        update.setLong(1, one.amountMinor());
        update.setObject(2, one.batchId());
        update.executeUpdate();
      }
    }
    return withdrawn;
  }

  private static void settleUnits(Connection connection, Object[] awardIds, YearMonth lastMonth)
      throws SQLException {
    try (var update = connection.prepareStatement(SETTLE_UNITS)) {
      update.setObject(1, lastMonth.atDay(1));
      update.setArray(2, connection.createArrayOf("uuid", awardIds));
      update.executeUpdate();
    }
  }
}
