package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Batches of a run for one partner, channel, cash point and day, as many parts as its lines need.
 * Shards take lines here in a short transaction of their own, so that none waits until another has
 * finished, and no batch grows beyond what its partner takes. A shard that is killed leaves its
 * lines empty and takes others when it is repeated.
 */
@ApplicationScoped
class BatchSeries {

  private static final String TAKE =
      """
      with taken as (
        insert into batch_series as s
          (id, run_id, partner, channel, cash_point_id, pay_on, lines_max, lines_taken)
        select uuidv7(), ?, w.partner, w.channel, w.cash_point_id, w.pay_on, p.lines_max, w.lines
        from unnest(?::text[], ?::text[], ?::uuid[], ?::date[], ?::bigint[])
          w (partner, channel, cash_point_id, pay_on, lines)
        join partner p on p.edrpou = w.partner and p.channel = w.channel
        order by w.partner, w.channel, w.cash_point_id, w.pay_on
        on conflict (run_id, partner, channel, cash_point_id, pay_on)
          do update set lines_taken = s.lines_taken + excluded.lines_taken
        returning new.*, coalesce(old.lines_taken, 0) as first_line),
      opened as (
        insert into batch
          (id, run_id, series_id, partner, channel, cash_point_id, pay_on, part, state,
           instruction_count, total_minor, created_at)
        select uuidv7(), t.run_id, t.id, t.partner, t.channel, t.cash_point_id, t.pay_on, part,
               'ASSEMBLING', 0, 0, ?
        from taken t
        cross join lateral generate_series(
          t.first_line / t.lines_max, (t.lines_taken - 1) / t.lines_max) part
        on conflict (series_id, part) do nothing)
      select * from taken
      """;

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  BatchSeries(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * Lines that a shard wants.
   *
   * @param series how the shard calls this series
   * @param cashPointId null where the channel has none
   * @param payOn null where the channel knows no day
   */
  record Demand(
      int series, String partner, String channel, UUID cashPointId, LocalDate payOn, long lines) {}

  /**
   * Lines that a shard has got: as many as it wanted from the first on.
   *
   * @param firstLine 0 and up, through all parts
   * @param linesMax lines of a part
   */
  record Place(int series, UUID seriesId, long firstLine, int linesMax) {}

  private record Key(String partner, String channel, UUID cashPointId, LocalDate payOn) {}

  /** Takes the lines for good, whatever becomes of the caller's transaction. */
  List<Place> take(UUID runId, List<Demand> demands) {
    if (demands.isEmpty()) {
      return List.of();
    }
    return QuarkusTransaction.requiringNew().call(() -> takeNow(runId, demands));
  }

  private List<Place> takeNow(UUID runId, List<Demand> demands) throws SQLException {
    Map<Key, Integer> series =
        demands.stream()
            .collect(
                Collectors.toMap(
                    one -> new Key(one.partner(), one.channel(), one.cashPointId(), one.payOn()),
                    Demand::series));
    try (var connection = database.getConnection();
        var take = connection.prepareStatement(TAKE)) {
      take.setObject(1, runId);
      set(take, 2, "text", demands, Demand::partner);
      set(take, 3, "text", demands, Demand::channel);
      set(take, 4, "uuid", demands, Demand::cashPointId);
      set(take, 5, "date", demands, one -> one.payOn() == null ? null : Date.valueOf(one.payOn()));
      set(take, 6, "bigint", demands, Demand::lines);
      take.setTimestamp(7, Timestamp.from(calendar.now()));
      var rows = take.executeQuery();
      var places = new ArrayList<Place>(demands.size());
      while (rows.next()) {
        var key =
            new Key(
                rows.getString("partner"),
                rows.getString("channel"),
                rows.getObject("cash_point_id", UUID.class),
                rows.getObject("pay_on", LocalDate.class));
        places.add(
            new Place(
                series.get(key),
                rows.getObject("id", UUID.class),
                rows.getLong("first_line"),
                rows.getInt("lines_max")));
      }
      return places;
    }
  }

  private static void set(
      PreparedStatement statement,
      int position,
      String type,
      List<Demand> demands,
      Function<Demand, Object> column)
      throws SQLException {
    statement.setArray(
        position,
        statement.getConnection().createArrayOf(type, demands.stream().map(column).toArray()));
  }
}
