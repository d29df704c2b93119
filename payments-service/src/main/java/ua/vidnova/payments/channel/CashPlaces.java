package ua.vidnova.payments.channel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import ua.vidnova.payments.listening.CashPointListener.CashPointChanged;

/** Payments' own copy of the map of cash points, by plain JDBC as runs read it by statements. */
@ApplicationScoped
public class CashPlaces {

  /** What is older than the copy changes nothing. */
  private static final String LEARN =
      """
      insert into cash_point
        (id, operator, kind, name, home_settlement, postal_index, amount_min_minor,
         amount_max_minor, amount_multiple_minor, daily_float_minor, state, since, told_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set
        operator = excluded.operator, kind = excluded.kind, name = excluded.name,
        home_settlement = excluded.home_settlement, postal_index = excluded.postal_index,
        amount_min_minor = excluded.amount_min_minor, amount_max_minor = excluded.amount_max_minor,
        amount_multiple_minor = excluded.amount_multiple_minor,
        daily_float_minor = excluded.daily_float_minor, state = excluded.state,
        since = excluded.since, told_at = excluded.told_at
      where cash_point.told_at <= excluded.told_at
      """;

  private final AgroalDataSource database;

  @Inject
  CashPlaces(AgroalDataSource database) {
    this.database = database;
  }

  /** Takes over what coordination told, whole. */
  public void learn(CashPointChanged told, Instant toldAt) {
    try (var connection = database.getConnection()) {
      if (learnPlace(connection, told, toldAt)) {
        learnServed(connection, told);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A cash point could not be kept", e);
    }
  }

  private static boolean learnPlace(Connection connection, CashPointChanged told, Instant toldAt)
      throws SQLException {
    try (var insert = connection.prepareStatement(LEARN)) {
      insert.setObject(1, told.cashPointId());
      insert.setString(2, told.operator());
      insert.setString(3, told.kind());
      insert.setString(4, told.placeName());
      insert.setString(5, told.homeSettlement());
      insert.setString(6, told.postalIndex());
      insert.setObject(7, told.amountMinMinor());
      insert.setObject(8, told.amountMaxMinor());
      insert.setObject(9, told.amountMultipleMinor());
      insert.setObject(10, told.dailyFloatMinor());
      insert.setString(11, told.state());
      insert.setObject(12, told.since());
      insert.setTimestamp(13, Timestamp.from(toldAt));
      return insert.executeUpdate() > 0;
    }
  }

  private static void learnServed(Connection connection, CashPointChanged told)
      throws SQLException {
    forgetServed(connection, told.cashPointId());
    try (var insert =
        connection.prepareStatement(
            "insert into cash_point_service (cash_point_id, settlement, weekdays, dates)"
                + " values (?, ?, ?, ?)")) {
      for (var stop : told.serves()) {
        insert.setObject(1, told.cashPointId());
        insert.setString(2, stop.settlement());
        insert.setArray(
            3,
            connection.createArrayOf(
                "smallint", stop.weekdays().stream().map(day -> day.getValue()).toArray()));
        insert.setArray(4, connection.createArrayOf("date", stop.dates().toArray()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void forgetServed(Connection connection, UUID id) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from cash_point_service where cash_point_id = ?")) {
      delete.setObject(1, id);
      delete.executeUpdate();
    }
  }
}
