package ua.vidnova.payments.death;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.AwardRestored;
import ua.vidnova.payments.award.AwardState;
import ua.vidnova.payments.award.MatchingLock;
import ua.vidnova.payments.award.OwnerMissing;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.death.StopAwards.Change;
import ua.vidnova.payments.merge.Differences;
import ua.vidnova.payments.resident.Resident;
import ua.vidnova.payments.suspension.SuspendAwards;

/**
 * Undoes what a death stopped when the resident lives after all, and suspends what is paid to
 * someone missing. Either way the award is dormant again and two people decide whether it is
 * resumed; what was owed and not paid is owed again, but not what heirs have: that is for people to
 * settle. May be repeated.
 */
@ApplicationScoped
public class RestoreAwards {

  private static final String OWE_AGAIN =
      "update payable_unit u set state = 'OUTSTANDING'"
          + " where u.award_id = any(?) and u.state in ('UNPAID_ON_DEATH', 'NOT_DUE')"
          + " and not is_of_overlap(u)";

  private final SuspendAwards suspendAwards;
  private final Differences differences;
  private final AgroalDataSource database;
  private final EntityManager entities;
  private final Outbox outbox;
  private final MatchingLock lock;
  private final KyivCalendar calendar;

  @Inject
  RestoreAwards(
      SuspendAwards suspendAwards,
      Differences differences,
      AgroalDataSource database,
      EntityManager entities,
      Outbox outbox,
      MatchingLock lock,
      KyivCalendar calendar) {
    this.suspendAwards = suspendAwards;
    this.differences = differences;
    this.database = database;
    this.entities = entities;
    this.outbox = outbox;
    this.lock = lock;
    this.calendar = calendar;
  }

  /** Returns what it changed; the caller audits it last. */
  @Transactional
  public List<Change> restore(Resident resident) {
    lock.share();
    var stopped = Award.listLocked(List.of(resident.id()), AwardState.STOPPED);
    stopped.forEach(Award::restore);
    entities.flush();
    oweAgain(stopped);
    differences.noteHeirsPaid(stopped.stream().map(Award::id).toList());
    outbox.appendAll(
        stopped.stream()
            .map(
                award ->
                    new AwardRestored(
                        award.id(), resident.id(), calendar.today(), AwardRestored.Reason.LIVING))
            .toList());
    return stopped.stream().map(award -> new Change("restored", "award", award.id())).toList();
  }

  /** Returns what it changed; the caller audits it last. */
  @Transactional
  public List<Change> suspend(Resident resident) {
    lock.share();
    var paid = Award.listLocked(List.of(resident.id()), AwardState.RESUMED);
    var suspended =
        suspendAwards.suspend(
            paid.stream().map(Award::id).toList(),
            SuspensionGround.MISSING,
            calendar.today(),
            null);
    paid.forEach(entities::refresh);
    outbox.appendAll(
        suspended.stream()
            .map(
                one ->
                    new OwnerMissing(
                        one.awardId(),
                        resident.id(),
                        calendar.today(),
                        OwnerMissing.Reason.MISSING))
            .toList());
    return suspended.stream().map(one -> new Change("suspended", "award", one.awardId())).toList();
  }

  private void oweAgain(List<Award> awards) {
    if (awards.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(OWE_AGAIN)) {
      update.setArray(
          1, connection.createArrayOf("uuid", awards.stream().map(Award::id).toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Units could not be owed again", e);
    }
  }
}
