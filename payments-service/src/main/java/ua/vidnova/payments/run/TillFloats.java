package ua.vidnova.payments.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.payments.channel.DailyFloat;

/**
 * Gives sums that tills hand out a day each, so that no till promises more for a day than its
 * float: what does not fit goes to the till's next day in the payment window, with the reason, and
 * is held when none is left. Tills that told no float keep their lists without a day.
 *
 * <p>Shards that pay at the same till follow one another until they are committed, for each must
 * see what the others have promised.
 */
@ApplicationScoped
class TillFloats {

  private static final String TODAY = "(now() at time zone 'Europe/Kyiv')::date";

  private static final String PROMISED =
      """
      select b.cash_point_id, b.pay_on, sum(u.amount_minor)
      from batch b
      join instruction i on i.batch_id = b.id and i.state in ('ISSUED', 'PAID')
      join payable_unit u on u.id = i.unit_id
      where b.channel = 'TILL' and b.cash_point_id = any(?) and b.pay_on >= %s
      group by b.cash_point_id, b.pay_on
      """
          .formatted(TODAY);

  /** Series of days that are given here have numbers below those that were given before. */
  private static final String PLACE_DUE =
      """
      update shard_due d
      set pay_on = x.day, series = x.series,
          day_reason = case when x.later then 'TILL_FLOAT_USED' end,
          hold = case when x.day is null then 'TILL_FLOAT_USED' end
      from (
        select line, day, later, -dense_rank() over (order by till, day) as series
        from unnest(?::bigint[], ?::uuid[], ?::date[], ?::boolean[]) p (line, till, day, later)) x
      where x.line = d.line
      """;

  private static final String HOLD_PROPOSED =
      "update proposed set hold = 'TILL_FLOAT_USED' where line = any(?)";

  private final TransactionLock lock;

  @Inject
  TillFloats(TransactionLock lock) {
    this.lock = lock;
  }

  /** A sum with its day; none when it does not fit, later when it is not the till's first day. */
  private record Placed(long line, UUID till, Optional<LocalDate> day, boolean later) {}

  /** Gives the sums of a shard their days. */
  void spreadDue(Connection connection, YearMonth period) throws SQLException {
    var floats = floats(connection, "shard_due");
    if (floats.isEmpty()) {
      return;
    }
    floats.keySet().forEach(till -> lock.waitForOthersWith("till-float " + till));
    var placed = place(connection, "shard_due", period, floats);
    try (var update = connection.prepareStatement(PLACE_DUE)) {
      set(update, 1, "bigint", placed.stream().map(Placed::line));
      set(update, 2, "uuid", placed.stream().map(Placed::till));
      set(update, 3, "date", placed.stream().map(one -> one.day().map(Date::valueOf).orElse(null)));
      set(update, 4, "boolean", placed.stream().map(Placed::later));
      update.executeUpdate();
    }
  }

  /** Holds what a proposal could not give a day; other runs and shards may have changed that. */
  void holdProposed(Connection connection, YearMonth period) throws SQLException {
    var floats = floats(connection, "proposed");
    if (floats.isEmpty()) {
      return;
    }
    var placed = place(connection, "proposed", period, floats);
    try (var update = connection.prepareStatement(HOLD_PROPOSED)) {
      set(
          update,
          1,
          "bigint",
          placed.stream().filter(one -> one.day().isEmpty()).map(Placed::line));
      update.executeUpdate();
    }
  }

  private static String tillsOf(String table) {
    return """
        select id, daily_float_minor from cash_point
        where daily_float_minor is not null
          and id in (select cash_point_id from %s where channel = 'TILL' and hold is null)
        order by id
        """
        .formatted(table);
  }

  private static String linesOf(String table) {
    return """
        select l.line, l.cash_point_id, l.amount_minor,
               coalesce(cash_point_days(l.cash_point_id, p.settlement, ?, %s), '{}') as days
        from %s l join person p on p.record_id = l.resident_id
        where l.channel = 'TILL' and l.hold is null and l.cash_point_id = any(?)
        order by l.resident_id, l.month, l.line
        """
        .formatted(TODAY, table);
  }

  /** In the order in which they are locked. */
  private static Map<UUID, Long> floats(Connection connection, String table) throws SQLException {
    try (var query = connection.prepareStatement(tillsOf(table))) {
      var rows = query.executeQuery();
      var floats = new LinkedHashMap<UUID, Long>();
      while (rows.next()) {
        floats.put(rows.getObject(1, UUID.class), rows.getLong(2));
      }
      return floats;
    }
  }

  private static List<Placed> place(
      Connection connection, String table, YearMonth period, Map<UUID, Long> floats)
      throws SQLException {
    var tills = tills(connection, floats);
    try (var query = connection.prepareStatement(linesOf(table))) {
      query.setObject(1, period.atDay(1));
      set(query, 2, "uuid", floats.keySet().stream());
      var rows = query.executeQuery();
      var placed = new ArrayList<Placed>();
      while (rows.next()) {
        var till = rows.getObject("cash_point_id", UUID.class);
        var days =
            Stream.of((Date[]) rows.getArray("days").getArray()).map(Date::toLocalDate).toList();
        var day = tills.get(till).promise(rows.getLong("amount_minor"), days);
        var later = day.filter(one -> !one.equals(days.getFirst())).isPresent();
        placed.add(new Placed(rows.getLong("line"), till, day, later));
      }
      return placed;
    }
  }

  private static Map<UUID, DailyFloat> tills(Connection connection, Map<UUID, Long> floats)
      throws SQLException {
    var promised = new HashMap<UUID, Map<LocalDate, Long>>();
    try (var query = connection.prepareStatement(PROMISED)) {
      set(query, 1, "uuid", floats.keySet().stream());
      var rows = query.executeQuery();
      while (rows.next()) {
        promised
            .computeIfAbsent(rows.getObject(1, UUID.class), any -> new HashMap<>())
            .put(rows.getObject(2, LocalDate.class), rows.getLong(3));
      }
    }
    var tills = new HashMap<UUID, DailyFloat>();
    floats.forEach(
        (till, minor) ->
            tills.put(till, new DailyFloat(minor, promised.getOrDefault(till, Map.of()))));
    return tills;
  }

  private static void set(PreparedStatement statement, int position, String type, Stream<?> values)
      throws SQLException {
    statement.setArray(position, statement.getConnection().createArrayOf(type, values.toArray()));
  }
}
