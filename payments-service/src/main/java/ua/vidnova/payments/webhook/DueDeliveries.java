package ua.vidnova.payments.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Deliveries that are to be tried now. A replica leases each for longer than an attempt may take,
 * so that any other takes over what a killed one left; a result that comes after its lease was lost
 * is not written. No webhook gets more than its share, however slow it is.
 */
@ApplicationScoped
public class DueDeliveries {

  private static final String LEASE =
      """
      update webhook_delivery d
      set attempts = d.attempts + 1, leased_until = ?, last_attempt_at = ?
      from (
        select one.id, w.url, w.secret_series, w.secret_number,
               coalesce(w.former_secret_until > ?, false) as former_secret_counts
        from webhook w
        cross join lateral (
          select id from webhook_delivery
          where organisation = w.organisation and webhook_id = w.id and state = 'WAITING'
            and next_attempt_at <= ? and (leased_until is null or leased_until <= ?)
          order by next_attempt_at, id
          limit greatest(0, ? - (
            select count(*) from webhook_delivery busy
            where busy.organisation = w.organisation and busy.webhook_id = w.id
              and busy.state = 'WAITING' and busy.leased_until > ?))
          for update skip locked
        ) one
        where w.state = 'ACTIVE'
        limit ?
      ) due
      where d.id = due.id
      returning d.*, due.url, due.secret_series, due.secret_number, due.former_secret_counts
      """;

  private static final String MINE = " where id = ? and attempts = ? and state = 'WAITING'";

  private static final String DELIVERED =
      "update webhook_delivery set state = 'DELIVERED', delivered_at = ?, leased_until = null,"
          + " last_status = ?, last_failure = null"
          + MINE;

  private static final String NOTE_SUCCESS =
      "update webhook set last_success_at = greatest(last_success_at, ?)"
          + " where organisation = ? and id = ?";

  private static final String RETRY =
      "update webhook_delivery set next_attempt_at = ?, leased_until = null,"
          + " last_status = ?, last_failure = ?"
          + MINE;

  private static final String GIVE_UP =
      "update webhook_delivery set state = 'FAILED', leased_until = null,"
          + " last_status = ?, last_failure = ?"
          + MINE;

  private static final String DISABLE =
      "update webhook set state = 'DISABLED', disabled_reason = ?, disabled_at = ?,"
          + " version = version + 1"
          + " where organisation = ? and id = ? and state = 'ACTIVE' and url = ?"
          + " and (? or coalesce(last_success_at, '-infinity') < ?)";

  private final AgroalDataSource database;
  private final WebhookConfig config;
  private final KyivCalendar calendar;

  @Inject
  DueDeliveries(AgroalDataSource database, WebhookConfig config, KyivCalendar calendar) {
    this.database = database;
    this.config = config;
    this.calendar = calendar;
  }

  /**
   * A delivery that this replica tries now.
   *
   * @param attempts this one included
   */
  public record Due(
      UUID id,
      Webhook.Key webhook,
      String url,
      EventType type,
      UUID subjectId,
      Instant occurredAt,
      int attempts,
      UUID secretSeries,
      int secretNumber,
      boolean formerSecretCounts) {}

  /** Leases at most so many. */
  public List<Due> lease(int most) {
    var now = calendar.now();
    var until = now.plus(config.answerTimeout().multipliedBy(3));
    return write(
        LEASE,
        rows -> {
          var leased = new ArrayList<Due>();
          while (rows.next()) {
            leased.add(dueOf(rows));
          }
          return leased;
        },
        until,
        now,
        now,
        now,
        now,
        config.atOncePerWebhookMax(),
        now,
        most);
  }

  /** The partner has it. */
  public void delivered(Due due, int status) {
    var now = calendar.now();
    if (write(DELIVERED, now, status, due.id(), due.attempts()) == 1) {
      write(NOTE_SUCCESS, now, due.webhook().organisation(), due.webhook().id());
    }
  }

  /** To be tried again after a wait. */
  public void retry(Due due, Attempt.Failed failure, Duration wait) {
    var next = calendar.now().plus(wait);
    write(RETRY, next, failure.status(), failure.code(), due.id(), due.attempts());
  }

  /** No further attempt; and if nothing else got through since it happened, none of others. */
  public void giveUp(Due due, Attempt.Failed failure) {
    if (write(GIVE_UP, failure.status(), failure.code(), due.id(), due.attempts()) == 1) {
      disable(due, Webhook.DisabledReason.FAILING);
    }
  }

  /** The address wants no more. */
  public void gone(Due due, Attempt.Failed failure) {
    if (write(GIVE_UP, failure.status(), failure.code(), due.id(), due.attempts()) == 1) {
      disable(due, Webhook.DisabledReason.GONE);
    }
  }

  private void disable(Due due, Webhook.DisabledReason reason) {
    write(
        DISABLE,
        reason.name(),
        calendar.now(),
        due.webhook().organisation(),
        due.webhook().id(),
        due.url(),
        reason == Webhook.DisabledReason.GONE,
        due.occurredAt());
  }

  /** Forgets what is older than it is kept. */
  public int forgetOld() {
    return write(
        "delete from webhook_delivery where occurred_at < ?",
        calendar.now().minus(config.deliveriesKept()));
  }

  private interface Reading<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private int write(String statement, Object... parameters) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(statement)) {
      set(update, parameters);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be written", e);
    }
  }

  private <T> T write(String statement, Reading<T> reading, Object... parameters) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(statement)) {
      set(update, parameters);
      return reading.read(update.executeQuery());
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be leased", e);
    }
  }

  private static void set(java.sql.PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(
          i + 1, parameters[i] instanceof Instant time ? Timestamp.from(time) : parameters[i]);
    }
  }

  private static Due dueOf(ResultSet row) throws SQLException {
    return new Due(
        row.getObject("id", UUID.class),
        new Webhook.Key(row.getString("organisation"), row.getObject("webhook_id", UUID.class)),
        row.getString("url"),
        EventType.of(row.getString("event_type")),
        row.getObject("subject_id", UUID.class),
        row.getTimestamp("occurred_at").toInstant(),
        row.getInt("attempts"),
        row.getObject("secret_series", UUID.class),
        row.getInt("secret_number"),
        row.getBoolean("former_secret_counts"));
  }
}
