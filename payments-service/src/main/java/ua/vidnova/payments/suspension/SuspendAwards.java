package ua.vidnova.payments.suspension;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.AwardSuspended;
import ua.vidnova.payments.award.SuspensionGround;

/**
 * Makes paid awards dormant, however many, in one statement. What was due stays owed, and
 * instructions that are on their way go it: a suspension ends what comes, not what was. Awards that
 * are not paid are left as they are, so it may be repeated.
 */
@ApplicationScoped
public class SuspendAwards {

  /** Locked in the order of ids, as everywhere, so that two who suspend the same never meet. */
  private static final String SUSPEND =
      """
      with chosen as (
        select id from award where id = any(?) and state = 'RESUMED' order by id for update),
      suspended as (
        update award a set state = 'DORMANT', version = version + 1
        from chosen where a.id = chosen.id
        returning a.id, a.resident_id),
      kept as (
        insert into suspension
          (id, award_id, ground, suspended_on, note, suspended_by, suspended_at)
        select uuidv7(), id, ?, ?, ?, ?, ? from suspended)
      select id, resident_id from suspended order by id
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final Caller caller;
  private final Outbox outbox;
  private final KyivCalendar calendar;

  @Inject
  SuspendAwards(
      AgroalDataSource database,
      EntityManager entities,
      Caller caller,
      Outbox outbox,
      KyivCalendar calendar) {
    this.database = database;
    this.entities = entities;
    this.caller = caller;
    this.outbox = outbox;
    this.calendar = calendar;
  }

  /** One award that was suspended now, for the audit trail, which the caller writes last. */
  public record Suspended(UUID awardId, UUID residentId) {}

  /**
   * Suspends those of the awards that are paid.
   *
   * @param on the day from which nothing is paid
   * @param note what the law's ground does not say; null when nothing
   */
  @Transactional
  public List<Suspended> suspend(
      Collection<UUID> awardIds, SuspensionGround ground, LocalDate on, String note) {
    if (awardIds.isEmpty()) {
      return List.of();
    }
    entities.flush();
    var suspended = write(awardIds, ground, on, note);
    outbox.appendAll(
        suspended.stream()
            .map(one -> new AwardSuspended(one.awardId(), one.residentId(), on, ground))
            .toList());
    return suspended;
  }

  private List<Suspended> write(
      Collection<UUID> awardIds, SuspensionGround ground, LocalDate on, String note) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(SUSPEND)) {
      update.setArray(1, connection.createArrayOf("uuid", awardIds.toArray()));
      update.setString(2, ground.name());
      update.setObject(3, on);
      update.setString(4, note);
      update.setString(5, caller.id());
      update.setTimestamp(6, Timestamp.from(calendar.now()));
      var rows = update.executeQuery();
      var suspended = new ArrayList<Suspended>();
      while (rows.next()) {
        suspended.add(new Suspended(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
      }
      return suspended;
    } catch (SQLException e) {
      throw new IllegalStateException("Awards could not be suspended", e);
    }
  }
}
