package ua.vidnova.payments.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.sql.Statements;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.reconciliation.ReportDifference.State;
import ua.vidnova.payments.run.InstructionState;

/** Reads differences and takes their steps. */
@ApplicationScoped
public class ReportDifferences {

  private static final String STATED =
      """
      select d.*, p.id as person_id,
             ?::date - (d.opened_at at time zone 'Europe/Kyiv')::date as age_days,
             case when d.lapsed_at is not null then 'LAPSED'
                  when d.settled_at is not null then 'SETTLED'
                  when d.proposed_at is not null then 'PROPOSED' else 'OPEN' end as state
      from report_difference d
      left join award a on a.id = d.award_id
      left join person p on p.record_id = a.resident_id
      where (d.award_id is null or p.settlement = any(?))
      """;

  private static final String LIST =
      "select * from ("
          + STATED
          + ") d where d.id > ? and (?::text is null or d.partner = ?)"
          + " and case when ?::text is null then d.state in ('OPEN', 'PROPOSED')"
          + " else d.state = ? end order by d.id limit ?";

  private static final String SUM =
      """
      select partner, kind, count(*),
             max(?::date - (opened_at at time zone 'Europe/Kyiv')::date) as oldest_days
      from report_difference where settled_at is null and lapsed_at is null
      group by partner, kind order by partner, kind
      """;

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  ReportDifferences(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * Which are looked for, of people within settlements or of unknown instructions.
   *
   * @param state empty for those that people have to settle
   */
  public record Query(
      Collection<String> settlements,
      Optional<String> partner,
      Optional<State> state,
      Optional<UUID> after,
      int limit) {}

  /** How many of a kind are open. */
  public record Sum(String partner, DifferenceKind kind, long open, int oldestDays) {}

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("Differences of reports failed", e);
    }
  }

  /** Differences in the order in which they were opened. */
  public List<ReportDifference> list(Query wanted) {
    return run(
        LIST,
        query -> {
          query.setObject(1, calendar.today());
          query.setArray(
              2, query.getConnection().createArrayOf("text", wanted.settlements().toArray()));
          query.setObject(3, wanted.after().orElse(new UUID(0, 0)));
          query.setString(4, wanted.partner().orElse(null));
          query.setString(5, wanted.partner().orElse(null));
          query.setString(6, wanted.state().map(State::name).orElse(null));
          query.setString(7, wanted.state().map(State::name).orElse(null));
          query.setInt(8, wanted.limit());
          return read(query.executeQuery());
        });
  }

  /** The difference, if it is within the settlements; locked until the transaction ends. */
  Optional<ReportDifference> findLocked(UUID id, Collection<String> settlements) {
    return run(
        STATED + " and d.id = ? for update of d",
        query -> {
          query.setObject(1, calendar.today());
          query.setArray(2, query.getConnection().createArrayOf("text", settlements.toArray()));
          query.setObject(3, id);
          return read(query.executeQuery()).stream().findFirst();
        });
  }

  /** By partner and kind; those of which none is open are absent. */
  public List<Sum> sum() {
    return run(
        SUM,
        query -> {
          query.setObject(1, calendar.today());
          var rows = query.executeQuery();
          var sums = new ArrayList<Sum>();
          while (rows.next()) {
            sums.add(
                new Sum(
                    rows.getString("partner"),
                    DifferenceKind.valueOf(rows.getString("kind")),
                    rows.getLong("count"),
                    rows.getInt("oldest_days")));
          }
          return sums;
        });
  }

  void propose(UUID id, Booking booking, String note, String by) {
    run(
        "update report_difference set booking = ?, note = ?, proposed_by = ?, proposed_at = ?"
            + " where id = ?",
        update -> {
          update.setString(1, booking.name());
          update.setString(2, note);
          update.setString(3, by);
          update.setTimestamp(4, Timestamp.from(calendar.now()));
          update.setObject(5, id);
          return update.executeUpdate();
        });
  }

  void refuse(UUID id) {
    run(
        "update report_difference set booking = 'NONE', note = null, proposed_by = null,"
            + " proposed_at = null where id = ?",
        update -> {
          update.setObject(1, id);
          return update.executeUpdate();
        });
  }

  void settle(UUID id, String by) {
    run(
        "update report_difference set settled_by = ?, settled_at = ? where id = ?",
        update -> {
          update.setString(1, by);
          update.setTimestamp(2, Timestamp.from(calendar.now()));
          update.setObject(3, id);
          return update.executeUpdate();
        });
  }

  private static List<ReportDifference> read(ResultSet rows) throws SQLException {
    var found = new ArrayList<ReportDifference>();
    while (rows.next()) {
      found.add(difference(rows));
    }
    return found;
  }

  private static ReportDifference difference(ResultSet row) throws SQLException {
    var known = row.getString("known_outcome");
    return new ReportDifference(
        row.getObject("id", UUID.class),
        DifferenceKind.valueOf(row.getString("kind")),
        row.getString("partner"),
        row.getObject("instruction_id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getObject("person_id", UUID.class),
        InstructionState.valueOf(row.getString("told_outcome")),
        row.getObject("told_on", LocalDate.class),
        row.getString("told_code"),
        row.getObject("told_amount_minor", Long.class),
        known == null ? null : InstructionState.valueOf(known),
        Statements.instant(row, "opened_at"),
        row.getInt("age_days"),
        State.valueOf(row.getString("state")),
        Booking.valueOf(row.getString("booking")),
        row.getString("note"),
        row.getString("proposed_by"),
        Statements.instant(row, "proposed_at"),
        row.getString("settled_by"),
        Statements.instant(row, "settled_at"),
        Statements.instant(row, "lapsed_at"));
  }
}
