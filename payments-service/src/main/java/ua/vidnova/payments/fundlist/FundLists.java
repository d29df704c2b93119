package ua.vidnova.payments.fundlist;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the lists of one organisation, page by page. */
@ApplicationScoped
public class FundLists {

  private static final String DECISIONS =
      """
      select c.id, c.award_id, c.resident_id, a.rnokpp, d.decision, d.decided_on, a.current_from,
             case d.decision when 'RESUMED' then coalesce((
               select sum(m.amount_minor) from resumption_month m
               where m.resumption_id = c.id and m.scheduled_period is not null), 0)
               else 0 end as arrears_minor,
             c.refusal_reason
      from resumption c
      join award a on a.id = c.award_id
      cross join lateral (
        select case when c.refused_at is null then 'RESUMED' else 'REFUSED' end as decision,
               (coalesce(c.approved_at, c.refused_at) at time zone 'Europe/Kyiv')::date
                 as decided_on) d
      where a.organisation = ? and d.decided_on between ? and ? and c.id > ?
      order by c.id limit ?
      """;

  /** Of several attempts in runs of the period, the last tells why. */
  private static final String UNPAID =
      """
      select u.id, a.id as award_id, a.resident_id, a.rnokpp, u.month, u.amount_minor,
             coalesce(i.state, u.state) as cause, i.reason, i.occurred_on
      from payable_unit u
      join award a on a.id = u.award_id
      left join lateral (
        select i.state, i.reason, i.occurred_on
        from instruction i
        join batch b on b.id = i.batch_id
        join payment_run r on r.id = b.run_id
        where i.unit_id = u.id and r.period = ?
          and i.state in ('NOT_COLLECTED', 'REJECTED', 'RETURNED')
          and u.state = 'OUTSTANDING'
        order by i.id desc limit 1) i on true
      where a.organisation = ? and u.id > ?
        and (i.state is not null
             or u.state = 'UNPAID_ON_DEATH' and a.last_payable_month = ?)
      order by u.id limit ?
      """;

  private final AgroalDataSource database;

  @Inject
  FundLists(AgroalDataSource database) {
    this.database = database;
  }

  /** Cases decided on the days from and to. */
  public List<DecidedCase> listDecisions(
      String organisation, LocalDate from, LocalDate to, Optional<UUID> after, int limit) {
    return read(
        DECISIONS,
        query -> {
          query.setString(1, organisation);
          query.setObject(2, from);
          query.setObject(3, to);
          query.setObject(4, after.orElse(new UUID(0, 0)));
          query.setInt(5, limit);
        },
        FundLists::decidedCase);
  }

  /**
   * Months that came back from the runs of a period and are still owed, and those that are owed on
   * the death of someone whose last month was the period.
   */
  public List<UnpaidUnit> listUnpaid(
      String organisation, YearMonth period, Optional<UUID> after, int limit) {
    return read(
        UNPAID,
        query -> {
          query.setObject(1, period.atDay(1));
          query.setString(2, organisation);
          query.setObject(3, after.orElse(new UUID(0, 0)));
          query.setObject(4, period.atDay(1));
          query.setInt(5, limit);
        },
        FundLists::unpaidUnit);
  }

  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Parameters parameters, Reading<T> reading) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      parameters.set(query);
      var rows = query.executeQuery();
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reading.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The Pension Fund's lists could not be read", e);
    }
  }

  private static DecidedCase decidedCase(ResultSet row) throws SQLException {
    var decision = DecidedCase.Decision.valueOf(row.getString("decision"));
    var from = row.getObject("current_from", LocalDate.class);
    return new DecidedCase(
        row.getObject("id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getObject("resident_id", UUID.class),
        row.getString("rnokpp"),
        decision,
        row.getObject("decided_on", LocalDate.class),
        decision == DecidedCase.Decision.REFUSED || from == null ? null : YearMonth.from(from),
        row.getLong("arrears_minor"),
        row.getString("refusal_reason"));
  }

  private static UnpaidUnit unpaidUnit(ResultSet row) throws SQLException {
    return new UnpaidUnit(
        row.getObject("id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getObject("resident_id", UUID.class),
        row.getString("rnokpp"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("amount_minor"),
        UnpaidUnit.Cause.valueOf(row.getString("cause")),
        row.getString("reason"),
        row.getObject("occurred_on", LocalDate.class));
  }
}
