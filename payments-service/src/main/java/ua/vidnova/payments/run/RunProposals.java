package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/** What runs would send and hold back, as it was when they were proposed. */
@ApplicationScoped
public class RunProposals {

  private static final String ASIDE =
      """
      create temporary table proposed (
        award_id uuid, programme text, resident_id uuid, month date, amount_minor bigint, hold text,
        partner text, channel text, cash_point_id uuid,
        line bigint generated always as identity) on commit drop
      """;

  private static final String LOOK_UP =
      """
      insert into proposed
      with d as (
        select a.id as award_id, a.programme, a.resident_id, a.hold, u.month, u.amount_minor
        from
      """
          + Due.UNITS
          + """
          union all
          select a.id, a.programme, a.resident_id, a.hold, m::date, %s from
          """
              .formatted(Due.MONTH_AMOUNT)
          + Due.MONTHS_WITHOUT_UNIT
          + "and not "
          + Due.OF_OVERLAP
          + """
          )
          select d.award_id, d.programme, d.resident_id, d.month, d.amount_minor, %s, w.partner,
                 w.channel, w.cash_point_id
          from d left join %s w on w.record_id = d.resident_id
          """
              .formatted(Due.HOLD, Due.WAYS);

  private static final String KEEP_TOTALS =
      """
      insert into run_total (run_id, programme, channel, partner, hold, units, total_minor)
      select ?, programme, case when hold is null then channel end,
             case when hold is null then partner end, hold, count(*), sum(amount_minor)
      from proposed group by programme, 3, 4, hold
      """;

  /** What this period's earlier runs have sent counts for the period, as it will be. */
  private static final String KEEP_DIFFERENCES =
      """
      insert into run_difference (run_id, programme, kind, awards, before_minor, now_minor)
      with sent as (
        select distinct r.period, u.id, u.award_id, u.amount_minor
        from payment_run this
        join payment_run r on r.state = 'EXECUTED' and r.period in (this.period, this.compared_to)
        join batch b on b.run_id = r.id
        join instruction i on i.batch_id = b.id
          and (i.state in ('ISSUED', 'PAID')
               or r.period < this.period and i.state <> 'WITHDRAWN')
        join payable_unit u on u.id = i.unit_id
        where this.id = ?),
      before as (
        select award_id, sum(amount_minor) as minor
        from sent where period < ?::date group by award_id),
      now as (
        select award_id, sum(amount_minor) as minor from (
          select award_id, amount_minor from proposed where hold is null
          union all
          select award_id, amount_minor from sent where period = ?::date) one
        group by award_id),
      compared as (
        select award_id, coalesce(before.minor, 0) as was, coalesce(now.minor, 0) as is,
               case when before.minor is null then 'NEW'
                    when now.minor is not null then 'CHANGED'
                    when exists (
                      select from proposed p
                      where p.award_id = before.award_id and p.hold is not null) then 'HELD'
                    else 'ENDED' end as kind
        from before full join now using (award_id)
        where before.minor is distinct from now.minor)
      select ?, a.programme, c.kind, count(*), sum(c.was), sum(c.is)
      from compared c join award a on a.id = c.award_id
      group by a.programme, c.kind
      """;

  private final AgroalDataSource database;
  private final TillFloats tillFloats;

  @Inject
  RunProposals(AgroalDataSource database, TillFloats tillFloats) {
    this.database = database;
    this.tillFloats = tillFloats;
  }

  /**
   * Units that a run would send or hold back; kopiykas.
   *
   * @param channel null when held
   * @param partner ЄДРПОУ; null when held
   * @param hold null when they would be sent
   */
  public record Total(
      String programme,
      Channel channel,
      String partner,
      HoldReason hold,
      long units,
      long totalMinor) {}

  /** How awards differ from the last executed period. */
  public enum Kind {
    /** Nothing was sent then. */
    NEW,
    /** Nothing is due now. */
    ENDED,
    /** Another sum was sent then. */
    CHANGED,
    /** Something is due now, but cannot be sent. */
    HELD
  }

  /** Awards that differ in one way; kopiykas. */
  public record Difference(
      String programme, Kind kind, long awards, long beforeMinor, long nowMinor) {}

  /** A proposal as the approver sees it. */
  public record Proposal(List<Total> totals, List<Difference> differences) {}

  /** Makes the proposal of a run that is there already. */
  void make(Connection connection, UUID runId, YearMonth period) throws SQLException {
    var firstDay = period.atDay(1);
    try (var create = connection.createStatement();
        var lookUp = connection.prepareStatement(LOOK_UP);
        var totals = connection.prepareStatement(KEEP_TOTALS);
        var differences = connection.prepareStatement(KEEP_DIFFERENCES)) {
      create.execute(ASIDE);
      lookUp.setObject(1, firstDay);
      lookUp.setObject(2, firstDay);
      lookUp.setObject(3, firstDay);
      lookUp.executeUpdate();
      tillFloats.holdProposed(connection, period);
      totals.setObject(1, runId);
      totals.executeUpdate();
      differences.setObject(1, runId);
      differences.setObject(2, firstDay);
      differences.setObject(3, firstDay);
      differences.setObject(4, runId);
      differences.executeUpdate();
    }
  }

  public Proposal find(UUID runId) {
    try (var connection = database.getConnection()) {
      return new Proposal(totals(connection, runId), differences(connection, runId));
    } catch (SQLException e) {
      throw new IllegalStateException("The proposal could not be read", e);
    }
  }

  private static List<Total> totals(Connection connection, UUID runId) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select programme, channel, partner, hold, units, total_minor from run_total"
                + " where run_id = ? order by programme, channel, partner, hold")) {
      query.setObject(1, runId);
      var rows = query.executeQuery();
      var totals = new ArrayList<Total>();
      while (rows.next()) {
        var channel = rows.getString("channel");
        var hold = rows.getString("hold");
        totals.add(
            new Total(
                rows.getString("programme"),
                channel == null ? null : Channel.valueOf(channel),
                rows.getString("partner"),
                hold == null ? null : HoldReason.valueOf(hold),
                rows.getLong("units"),
                rows.getLong("total_minor")));
      }
      return totals;
    }
  }

  private static List<Difference> differences(Connection connection, UUID runId)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select programme, kind, awards, before_minor, now_minor from run_difference"
                + " where run_id = ? order by programme, kind")) {
      query.setObject(1, runId);
      var rows = query.executeQuery();
      var differences = new ArrayList<Difference>();
      while (rows.next()) {
        differences.add(
            new Difference(
                rows.getString("programme"),
                Kind.valueOf(rows.getString("kind")),
                rows.getLong("awards"),
                rows.getLong("before_minor"),
                rows.getLong("now_minor")));
      }
      return differences;
    }
  }
}
