package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.UUID;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.payments.resident.Channel;

/**
 * The set-based heart of a run. Awards are locked against a death while they are read: a death that
 * came first leaves nothing to issue, one that comes later waits and withdraws what was issued.
 */
@ApplicationScoped
class DueUnits {

  private static final int EVENTS_PER_APPEND = 5000;

  /** The units at hand are summed up first: looking up each award's would read what it writes. */
  private static final String MAKE_CURRENT_UNITS =
      """
      insert into payable_unit
        (id, award_id, month, amount_minor, currency, kind, scheduled_period, state)
      select uuidv7(), a.id, m::date, a.monthly_amount_minor, a.currency, 'CURRENT', m::date,
             'OUTSTANDING'
      from award a
      left join (select award_id, max(month) as last_month from payable_unit group by award_id) had
        on had.award_id = a.id
      cross join lateral generate_series(
        greatest(a.current_from, had.last_month + interval '1 month'), ?::date, '1 month') m
      where a.state = 'RESUMED' and a.hold is null
      for share of a
      """;

  private static final String ISSUE =
      """
      with due as (
        select u.id as unit_id, u.award_id, u.month, u.amount_minor, r.settlement, r.iban,
               p.edrpou, p.channel, p.lines_max,
               case when a.hold is not null then a.hold
                    when exists (
                      select from award other
                      join payable_unit twin
                        on twin.award_id = other.id and twin.month = u.month
                      where other.behind_award_id = a.id
                        and (twin.state = 'PAID' or exists (
                          select from instruction i
                          where i.unit_id = twin.id and i.state in ('ISSUED', 'PAID'))))
                      then 'MONTH_PAID'
                    when r.channel is null then 'CHANNEL_MISSING'
                    when r.channel = 'BANK' and r.iban is null then 'IBAN_MISSING'
                    when r.channel = 'POST' and s.settlement is null
                      then 'SETTLEMENT_NOT_LIBERATED'
                    when p.edrpou is null then 'NO_PARTNER' end as hold
        from payable_unit u
        join award a on a.id = u.award_id
        join person r on r.record_id = a.resident_id
        left join settlement_status s
          on s.settlement = r.settlement and s.status = 'LIBERATED' and s.effective_on <= ?
        left join partner p on p.channel = r.channel and p.active
        where u.state = 'OUTSTANDING' and u.scheduled_period <= ? and a.state = 'RESUMED'
          and not exists (
            select from instruction i where i.unit_id = u.id and i.state in ('ISSUED', 'PAID'))
        for share of a),
      held as (
        insert into held_unit (run_id, unit_id, reason)
        select ?, unit_id, hold from due where hold is not null),
      numbered as (
        select *, row_number() over (
                    partition by edrpou, channel order by settlement, award_id, month) - 1 as place
        from due where hold is null),
      lot as materialized (
        select uuidv7() as batch_id, edrpou, channel, place / lines_max as number,
               count(*) as instructions, sum(amount_minor) as total_minor
        from numbered group by edrpou, channel, place / lines_max),
      batches as (
        insert into batch
          (id, run_id, partner, channel, state, instruction_count, total_minor, created_at)
        select batch_id, ?, edrpou, channel, 'READY', instructions, total_minor, ? from lot),
      issued as (
        insert into instruction (id, unit_id, batch_id, line, iban, state)
        select uuidv7(), n.unit_id, lot.batch_id, n.place % n.lines_max + 1,
               case n.channel when 'BANK' then n.iban end, 'ISSUED'
        from numbered n join lot on lot.edrpou = n.edrpou and lot.channel = n.channel
                                and lot.number = n.place / n.lines_max)
      select batch_id, instructions from lot
      """;

  private static final String ISSUED =
      """
      select i.id, u.award_id, a.resident_id, i.batch_id, b.partner, b.channel, u.month,
             u.amount_minor, u.currency
      from instruction i
      join batch b on b.id = i.batch_id
      join payable_unit u on u.id = i.unit_id
      join award a on a.id = u.award_id
      where i.batch_id = any(?)
      order by i.batch_id, i.line
      """;

  private final AgroalDataSource database;
  private final Outbox outbox;

  @Inject
  DueUnits(AgroalDataSource database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /** Makes each resumed award's units up to the period, those that earlier runs missed included. */
  void makeCurrentUnits(YearMonth period) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(MAKE_CURRENT_UNITS)) {
      insert.setObject(1, period.atDay(1));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Units could not be made", e);
    }
  }

  /** Issues an instruction for each unit that is due and sendable; returns how many. */
  long issueInstructions(PaymentRun run, LocalDate today, Instant now) {
    try (var connection = database.getConnection()) {
      forgetHolds(connection, run);
      var batches = new ArrayList<UUID>();
      var issued = 0L;
      try (var issue = connection.prepareStatement(ISSUE)) {
        issue.setObject(1, today);
        issue.setObject(2, run.period().atDay(1));
        issue.setObject(3, run.id());
        issue.setObject(4, run.id());
        issue.setTimestamp(5, Timestamp.from(now));
        var rows = issue.executeQuery();
        while (rows.next()) {
          batches.add(rows.getObject(1, UUID.class));
          issued += rows.getLong(2);
        }
      }
      tell(connection, connection.createArrayOf("uuid", batches.toArray()));
      return issued;
    } catch (SQLException e) {
      throw new IllegalStateException("Instructions could not be issued", e);
    }
  }

  private static void forgetHolds(Connection connection, PaymentRun run) throws SQLException {
    try (var delete = connection.prepareStatement("delete from held_unit where run_id = ?")) {
      delete.setObject(1, run.id());
      delete.executeUpdate();
    }
  }

  private void tell(Connection connection, Array batches) throws SQLException {
    try (var query = connection.prepareStatement(ISSUED)) {
      query.setFetchSize(EVENTS_PER_APPEND);
      query.setArray(1, batches);
      var rows = query.executeQuery();
      var events = new ArrayList<InstructionIssued>(EVENTS_PER_APPEND);
      while (rows.next()) {
        events.add(event(rows));
        if (events.size() == EVENTS_PER_APPEND) {
          outbox.appendAll(events);
          events.clear();
        }
      }
      outbox.appendAll(events);
    }
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
