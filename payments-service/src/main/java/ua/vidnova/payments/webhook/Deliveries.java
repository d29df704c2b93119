package ua.vidnova.payments.webhook;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.sql.Statements;
import ua.vidnova.chassis.time.KyivCalendar;

/** The events of webhooks: noted with what happened, listed and replayed by their partner. */
@ApplicationScoped
public class Deliveries {

  private static final String NOTE =
      "insert into webhook_delivery"
          + " (id, organisation, webhook_id, event_type, subject_id, occurred_at, next_attempt_at)"
          + " select uuidv7(), organisation, id, ?, ?, ?, ? from webhook"
          + " where organisation = ? and ? = any(event_types)";

  private static final String PING =
      "insert into webhook_delivery"
          + " (id, organisation, webhook_id, event_type, subject_id, occurred_at, next_attempt_at)"
          + " select ?, organisation, id, ?, id, ?, ? from webhook"
          + " where organisation = ? and id = ?";

  private static final String LIST =
      "select * from webhook_delivery where organisation = ? and webhook_id = ?"
          + " and (?::text is null or state = ?) and (?::uuid is null or id < ?)"
          + " order by id desc limit ?";

  private static final String REPLAY =
      "update webhook_delivery set state = 'WAITING', attempts = 0, next_attempt_at = ?,"
          + " leased_until = null, delivered_at = null"
          + " where organisation = ? and webhook_id = ? and ";

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  Deliveries(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /** Notes an event, in the transaction of what happened, for each webhook that wants it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void note(String organisation, EventType type, UUID subjectId) {
    var now = Timestamp.from(calendar.now());
    update(NOTE, type.text(), subjectId, now, now, organisation, type.text());
  }

  /** Notes a ping, whichever events the webhook is for; returns its id. */
  @Transactional
  public Optional<UUID> ping(Webhook.Key webhook) {
    var id = Ids.newId();
    var now = Timestamp.from(calendar.now());
    return update(PING, id, EventType.PING.text(), now, now, webhook.organisation(), webhook.id())
            == 1
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Newest first. */
  @Transactional
  public List<Delivery> listBefore(
      Webhook.Key webhook, Optional<Delivery.State> state, Optional<UUID> before, int limit) {
    var wanted = state.map(Enum::name).orElse(null);
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setString(1, webhook.organisation());
      query.setObject(2, webhook.id());
      query.setString(3, wanted);
      query.setString(4, wanted);
      query.setObject(5, before.orElse(null));
      query.setObject(6, before.orElse(null));
      query.setInt(7, limit);
      var rows = query.executeQuery();
      var found = new ArrayList<Delivery>();
      while (rows.next()) {
        found.add(deliveryOf(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be read", e);
    }
  }

  /** Sends one again, whatever became of it, under the same message id; tells if it is there. */
  @Transactional
  public boolean replay(Webhook.Key webhook, UUID deliveryId) {
    return replay(webhook, "id = ?", deliveryId) == 1;
  }

  /** Sends again all that happened since; returns how many. */
  @Transactional
  public int replaySince(Webhook.Key webhook, Instant since) {
    return replay(webhook, "occurred_at >= ?", Timestamp.from(since));
  }

  private int replay(Webhook.Key webhook, String which, Object parameter) {
    var now = Timestamp.from(calendar.now());
    return update(REPLAY + which, now, webhook.organisation(), webhook.id(), parameter);
  }

  private int update(String statement, Object... parameters) {
    try (var connection = database.getConnection()) {
      return Statements.execute(connection, statement, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException("Deliveries could not be written", e);
    }
  }

  private static Delivery deliveryOf(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        EventType.of(row.getString("event_type")),
        row.getObject("subject_id", UUID.class),
        Statements.instant(row, "occurred_at"),
        Delivery.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("state").equals("WAITING")
            ? Statements.instant(row, "next_attempt_at")
            : null,
        Statements.instant(row, "last_attempt_at"),
        (Integer) row.getObject("last_status"),
        row.getString("last_failure"),
        Statements.instant(row, "delivered_at"));
  }
}
