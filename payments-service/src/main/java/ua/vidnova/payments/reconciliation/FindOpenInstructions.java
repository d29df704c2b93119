package ua.vidnova.payments.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.resident.Channel;

/** What was handed over and has no outcome, oldest first, and how much of it there is. */
@ApplicationScoped
public class FindOpenInstructions {

  /** Days of the window are of the month that a run pays (Law 1058-IV art. 47). */
  private static final String OPEN =
      """
      with law as (select ?::date as today, ?::int as first_day, ?::int as last_day),
      handed as (
        select b.id, b.partner, b.channel, d.handed_on,
               greatest(d.handed_on, r.period - 1
                 + case p.report_from when 'FIRST_DAY' then law.first_day else law.last_day end)
                 + p.report_days as expected_by
        from law, batch b
        join payment_run r on r.id = b.run_id
        join partner p on p.edrpou = b.partner and p.channel = b.channel
        cross join lateral (
          select (b.handed_over_at at time zone 'Europe/Kyiv')::date as handed_on) d
        where b.state = 'HANDED_OVER')
      """;

  private static final String LIST =
      OPEN
          + """
          select i.id, b.id as batch_id, b.partner, b.channel, b.handed_on, b.expected_by,
                 law.today - b.handed_on as age_days, law.today > b.expected_by as overdue,
                 h.id as person_id, u.month, u.amount_minor, word.code
          from law, instruction i
          join handed b on b.id = i.batch_id
          join payable_unit u on u.id = i.unit_id
          join award a on a.id = u.award_id
          join person h on h.record_id = a.resident_id
          left join lateral (
            select l.code from partner_report_line l
            where l.instruction_id = i.id and l.verdict = 'on-its-way'
            order by l.report_id desc limit 1) word on true
          where i.state = 'ISSUED' and i.id > ? and h.settlement = any(?)
            and (?::text is null or b.partner = ?) and law.today - b.handed_on >= ?
            and (not ? or law.today > b.expected_by)
          order by i.id limit ?
          """;

  private static final String SUM =
      OPEN
          + """
          select b.partner, b.channel, count(*) as open,
                 count(*) filter (where law.today > b.expected_by) as overdue,
                 sum(u.amount_minor) as total_minor, max(law.today - b.handed_on) as oldest_days
          from law, instruction i
          join handed b on b.id = i.batch_id
          join payable_unit u on u.id = i.unit_id
          where i.state = 'ISSUED'
          group by b.partner, b.channel order by b.partner, b.channel
          """;

  private final AgroalDataSource database;
  private final LegalTerms law;
  private final KyivCalendar calendar;

  @Inject
  FindOpenInstructions(AgroalDataSource database, LegalTerms law, KyivCalendar calendar) {
    this.database = database;
    this.law = law;
    this.calendar = calendar;
  }

  /** Which are looked for, of people within settlements. */
  public record Query(
      Collection<String> settlements,
      Optional<String> partner,
      int olderThanDays,
      boolean overdueOnly,
      Optional<UUID> after,
      int limit) {}

  /** What of one partner's is open; kopiykas. */
  public record Sum(
      String partner, Channel channel, long open, long overdue, long totalMinor, int oldestDays) {}

  public List<OpenInstruction> list(Query wanted) {
    return read(
        LIST,
        query -> {
          query.setObject(4, wanted.after().orElse(new UUID(0, 0)));
          query.setArray(
              5, query.getConnection().createArrayOf("text", wanted.settlements().toArray()));
          query.setString(6, wanted.partner().orElse(null));
          query.setString(7, wanted.partner().orElse(null));
          query.setInt(8, wanted.olderThanDays());
          query.setBoolean(9, wanted.overdueOnly());
          query.setInt(10, wanted.limit());
        },
        FindOpenInstructions::instruction);
  }

  /** By partner and channel; those with nothing open are absent. */
  public List<Sum> sum() {
    return read(
        SUM,
        query -> {},
        row ->
            new Sum(
                row.getString("partner"),
                Channel.valueOf(row.getString("channel")),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("total_minor"),
                row.getInt("oldest_days")));
  }

  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Parameters parameters, Reading<T> reading) {
    var today = calendar.today();
    var terms = law.read();
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setObject(1, today);
      query.setInt(2, terms.on(today, TermCode.PAYMENT_WINDOW_FIRST_DAY).value());
      query.setInt(3, terms.on(today, TermCode.PAYMENT_WINDOW_LAST_DAY).value());
      parameters.set(query);
      var rows = query.executeQuery();
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reading.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Open instructions could not be read", e);
    }
  }

  private static OpenInstruction instruction(ResultSet row) throws SQLException {
    return new OpenInstruction(
        row.getObject("id", UUID.class),
        row.getObject("batch_id", UUID.class),
        row.getString("partner"),
        Channel.valueOf(row.getString("channel")),
        row.getObject("person_id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("amount_minor"),
        row.getObject("handed_on", LocalDate.class),
        row.getInt("age_days"),
        row.getObject("expected_by", LocalDate.class),
        row.getBoolean("overdue"),
        Optional.ofNullable(row.getString("code")));
  }
}
