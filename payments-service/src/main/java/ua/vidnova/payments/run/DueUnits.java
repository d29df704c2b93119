package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.BatchSeries.Demand;
import ua.vidnova.payments.run.BatchSeries.Place;

/**
 * The set-based heart of a shard. Awards are locked against a death while they are read: a death
 * that came first leaves nothing to issue, one that comes later waits and withdraws what was
 * issued. What is due is looked up once and kept aside, so that all that follows agrees.
 */
@ApplicationScoped
class DueUnits {

  private static final int EVENTS_PER_APPEND = 5000;

  /** The awards of a shard; the hash is the database's own and never negative here. */
  private static final String OF_SHARD =
      " and (uuid_hash_extended(a.id, 0) & 9223372036854775807) % ? = ? for share of a";

  private static final String MAKE_CURRENT_UNITS =
      """
      insert into payable_unit
        (id, award_id, month, amount_minor, currency, kind, scheduled_period, state)
      select uuidv7(), a.id, m::date, %s, a.currency, 'CURRENT', m::date,
             case when %s then 'NOT_DUE' else 'OUTSTANDING' end from
      """
              .formatted(Due.MONTH_AMOUNT, Due.OF_OVERLAP)
          + Due.MONTHS_WITHOUT_UNIT
          + OF_SHARD;

  private static final String ASIDE =
      """
      create temporary table shard_due (
        unit_id uuid, award_id uuid, resident_id uuid, month date, amount_minor bigint,
        currency text, hold text, partner text, channel text, cash_point_id uuid, pay_on date,
        iban text, way_reason text, series integer, day_reason text,
        line bigint generated always as identity) on commit drop
      """;

  private static final String LOOK_UP =
      """
      insert into shard_due
      with d as (
        select u.id as unit_id, a.id as award_id, a.resident_id, a.hold, u.month, u.amount_minor,
               u.currency
        from
      """
          + Due.UNITS
          + OF_SHARD
          + """
          )
          select d.unit_id, d.award_id, d.resident_id, d.month, d.amount_minor, d.currency, %s,
                 w.partner, w.channel, w.cash_point_id, w.pay_on, w.iban, w.reason,
                 dense_rank() over (order by w.partner, w.channel, w.cash_point_id, w.pay_on)
          from d left join %s w on w.record_id = d.resident_id
          """
              .formatted(Due.HOLD, Due.WAYS);

  private static final String DEMANDS =
      "select series, partner, channel, cash_point_id, pay_on, count(*) as lines from shard_due"
          + " where hold is null group by 1, 2, 3, 4, 5 order by 1";

  private static final String HOLD =
      "insert into held_unit (run_id, unit_id, reason)"
          + " select ?, unit_id, hold from shard_due where hold is not null";

  private static final String ISSUE =
      """
      with placed as (
        select d.*, p.series_id,
               (p.first_line + row_number() over (partition by d.series order by d.unit_id) - 1)
                 / p.lines_max as part
        from shard_due d
        join unnest(?::integer[], ?::uuid[], ?::bigint[], ?::integer[])
          p (series, series_id, first_line, lines_max) on p.series = d.series
        where d.hold is null),
      issued as (
        insert into instruction (id, unit_id, batch_id, iban, way_reason, day_reason, state)
        select uuidv7(), p.unit_id, b.id, p.iban, p.way_reason, p.day_reason, 'ISSUED'
        from placed p join batch b on b.series_id = p.series_id and b.part = p.part
        returning id, unit_id, batch_id)
      select i.id, i.batch_id, d.*
      from issued i join shard_due d on d.unit_id = i.unit_id
      """;

  private final AgroalDataSource database;
  private final TillFloats tillFloats;
  private final BatchSeries series;
  private final Outbox outbox;

  @Inject
  DueUnits(AgroalDataSource database, TillFloats tillFloats, BatchSeries series, Outbox outbox) {
    this.database = database;
    this.tillFloats = tillFloats;
    this.series = series;
    this.outbox = outbox;
  }

  /** What a shard came to; kopiykas. */
  record Result(long unitsMade, long held, long instructions, long totalMinor) {}

  /** Makes the units of a shard's awards and issues an instruction for each that can be sent. */
  Result execute(RunShardDue shard, YearMonth period) {
    try (var connection = database.getConnection()) {
      var made = ofShard(connection, MAKE_CURRENT_UNITS, shard, period);
      try (var create = connection.createStatement()) {
        create.execute(ASIDE);
      }
      lookUp(connection, shard, period);
      tillFloats.spreadDue(connection, period);
      var held = hold(connection, shard.runId());
      var places = series.take(shard.runId(), demands(connection));
      return issue(connection, places, made, held);
    } catch (SQLException e) {
      throw new IllegalStateException("Shard " + shard.shardId() + " could not be executed", e);
    }
  }

  private static void lookUp(Connection connection, RunShardDue shard, YearMonth period)
      throws SQLException {
    try (var insert = connection.prepareStatement(LOOK_UP)) {
      insert.setObject(1, period.atDay(1));
      insert.setInt(2, shard.of());
      insert.setInt(3, shard.number());
      insert.setObject(4, period.atDay(1));
      insert.executeUpdate();
    }
  }

  private static long ofShard(
      Connection connection, String statement, RunShardDue shard, YearMonth period)
      throws SQLException {
    try (var insert = connection.prepareStatement(statement)) {
      insert.setObject(1, period.atDay(1));
      insert.setInt(2, shard.of());
      insert.setInt(3, shard.number());
      return insert.executeUpdate();
    }
  }

  private static long hold(Connection connection, UUID runId) throws SQLException {
    try (var insert = connection.prepareStatement(HOLD)) {
      insert.setObject(1, runId);
      return insert.executeUpdate();
    }
  }

  private static List<Demand> demands(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(DEMANDS)) {
      var rows = query.executeQuery();
      var demands = new ArrayList<Demand>();
      while (rows.next()) {
        demands.add(
            new Demand(
                rows.getInt("series"),
                rows.getString("partner"),
                rows.getString("channel"),
                rows.getObject("cash_point_id", UUID.class),
                rows.getObject("pay_on", LocalDate.class),
                rows.getLong("lines")));
      }
      return demands;
    }
  }

  private Result issue(Connection connection, List<Place> places, long made, long held)
      throws SQLException {
    try (var issue = connection.prepareStatement(ISSUE)) {
      issue.setFetchSize(EVENTS_PER_APPEND);
      issue.setArray(1, array(connection, "integer", places, Place::series));
      issue.setArray(2, array(connection, "uuid", places, Place::seriesId));
      issue.setArray(3, array(connection, "bigint", places, Place::firstLine));
      issue.setArray(4, array(connection, "integer", places, Place::linesMax));
      var rows = issue.executeQuery();
      var events = new ArrayList<OutgoingEvent>(EVENTS_PER_APPEND);
      var count = 0L;
      var total = 0L;
      while (rows.next()) {
        var event = event(rows);
        count++;
        total = Math.addExact(total, event.amountMinor());
        events.add(event.channel().isCashOfLastResort() ? CashInstructionIssued.of(event) : event);
        if (events.size() == EVENTS_PER_APPEND) {
          outbox.appendAll(events);
          events.clear();
        }
      }
      outbox.appendAll(events);
      return new Result(made, held, count, total);
    }
  }

  private static java.sql.Array array(
      Connection connection,
      String type,
      List<Place> places,
      java.util.function.Function<Place, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, places.stream().map(column).toArray());
  }

  private static InstructionIssued event(ResultSet row) throws SQLException {
    return new InstructionIssued(
        row.getObject("id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getObject("resident_id", UUID.class),
        row.getObject("batch_id", UUID.class),
        row.getString("partner"),
        Channel.valueOf(row.getString("channel")),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("amount_minor"),
        row.getString("currency"));
  }
}
