package ua.vidnova.payments.derivation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.payments.derivation.ArrearsMonth.Rule;
import ua.vidnova.payments.derivation.ArrearsMonth.Schedule;
import ua.vidnova.payments.derivation.ArrearsMonth.ScheduleRule;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;

/** Keeps the derivation that was proposed, so that it is what is approved, paid and explained. */
@ApplicationScoped
public class Derivations {

  private static final String INSERT_MONTH =
      "insert into resumption_month (resumption_id, month, amount_minor, rule, rule_term,"
          + " rule_term_from, scheduled_period, schedule_rule, schedule_term, schedule_term_from)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String PUT_IN_FORCE =
      "insert into award_amount (award_id, from_month, amount_minor, derivation_id)"
          + " select d.award_id, a.month, a.amount_minor, d.id"
          + " from derivation d join derived_amount a on a.derivation_id = d.id"
          + " join resumption r on r.id = d.resumption_id"
          + " where r.id = any(?) and a.month >= r.first_period order by d.award_id, a.month";

  /** What units of earlier resumptions and runs made of months that are owed by this one. */
  private static final String MADE_BEFORE =
      " from derivation d join resumption_month m on m.resumption_id = d.resumption_id"
          + " join lateral (select sum(u.amount_minor)::bigint as minor from payable_unit u"
          + "   where u.award_id = d.award_id and u.month = m.month) made on made.minor is not null"
          + " where d.resumption_id = ? and m.scheduled_period is not null";

  private static final String ADD_RISES =
      "insert into payable_unit (id, award_id, month, amount_minor, currency, kind,"
          + " scheduled_period, state, derivation_id)"
          + " select uuidv7(), d.award_id, m.month, m.amount_minor - made.minor, 'UAH', 'DIFFERENCE',"
          + " m.scheduled_period, 'OUTSTANDING', d.id"
          + MADE_BEFORE
          + " and m.amount_minor > made.minor";

  private static final String OPEN_FALLS =
      "insert into difference (id, kind, award_id, month, amount_minor, currency, opened_at)"
          + " select uuidv7(), 'AMOUNT_FELL', d.award_id, m.month, made.minor - m.amount_minor, 'UAH',"
          + " ?"
          + MADE_BEFORE
          + " and m.amount_minor < made.minor on conflict do nothing";

  private final AgroalDataSource database;
  private final StoredSteps steps;

  @Inject
  Derivations(AgroalDataSource database, StoredSteps steps) {
    this.database = database;
    this.steps = steps;
  }

  /** Keeps what is proposed. */
  public void store(UUID resumptionId, UUID awardId, Derivation derivation, Instant at) {
    try (var connection = database.getConnection()) {
      var id = Ids.newId();
      try (var insert =
          connection.prepareStatement(
              "insert into derivation (id, award_id, resumption_id, facts, made_at)"
                  + " values (?, ?, ?, ?::jsonb, ?)")) {
        insert.setObject(1, id);
        insert.setObject(2, awardId);
        insert.setObject(3, resumptionId);
        insert.setString(4, steps.write(derivation.facts()));
        insert.setTimestamp(5, Timestamp.from(at));
        insert.executeUpdate();
      }
      storeMonths(connection, resumptionId, derivation.arrears());
      storeAmounts(connection, id, derivation.months());
      storeAmounts(connection, id, derivation.current());
    } catch (SQLException e) {
      throw new IllegalStateException("The derivation could not be kept", e);
    }
  }

  private static void storeMonths(
      Connection connection, UUID resumptionId, List<ArrearsMonth> months) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT_MONTH)) {
      for (var month : months) {
        insert.setObject(1, resumptionId);
        insert.setObject(2, month.month().atDay(1));
        insert.setLong(3, month.amountMinor());
        insert.setString(4, month.rule().name());
        insert.setString(5, month.term().code().name());
        insert.setObject(6, month.term().validFrom());
        setSchedule(insert, month.schedule());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void setSchedule(PreparedStatement insert, Schedule schedule) throws SQLException {
    if (schedule == null) {
      insert.setNull(7, Types.DATE);
      insert.setNull(8, Types.VARCHAR);
      insert.setNull(9, Types.VARCHAR);
      insert.setNull(10, Types.DATE);
    } else {
      insert.setObject(7, schedule.period().atDay(1));
      insert.setString(8, schedule.rule().name());
      insert.setString(9, schedule.term().code().name());
      insert.setObject(10, schedule.term().validFrom());
    }
  }

  private void storeAmounts(Connection connection, UUID id, List<DerivedMonth> months)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into derived_amount (derivation_id, month, amount_minor, steps)"
                + " values (?, ?, ?, ?::jsonb)")) {
      for (var month : months) {
        insert.setObject(1, id);
        insert.setObject(2, month.month().atDay(1));
        insert.setLong(3, month.amountMinor());
        insert.setString(4, steps.write(month.steps()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Two people have decided: runs take the amounts of the first period and later from it. */
  public void putInForce(Collection<UUID> resumptionIds) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(PUT_IN_FORCE)) {
      insert.setArray(1, connection.createArrayOf("uuid", resumptionIds.toArray()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Amounts could not be put in force", e);
    }
  }

  /**
   * Months that had a unit from before keep it: what they are due more is added, what they are due
   * less is put before people. Call it when the units of all owed months are written.
   */
  public void addDifferences(UUID resumptionId, Instant at) {
    try (var connection = database.getConnection();
        var rises = connection.prepareStatement(ADD_RISES);
        var falls = connection.prepareStatement(OPEN_FALLS)) {
      rises.setObject(1, resumptionId);
      rises.executeUpdate();
      falls.setTimestamp(1, Timestamp.from(at));
      falls.setObject(2, resumptionId);
      falls.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Differences could not be added", e);
    }
  }

  /** What was proposed, with every step; empty when the case was not, or before steps were kept. */
  public Optional<Derivation> find(UUID resumptionId, TermBook terms) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select d.facts, a.month, a.amount_minor, a.steps from derivation d"
                    + " join derived_amount a on a.derivation_id = d.id where d.resumption_id = ?"
                    + " order by a.month")) {
      query.setObject(1, resumptionId);
      var rows = query.executeQuery();
      var facts = Optional.<Derivation.Facts>empty();
      var months = new ArrayList<StoredSteps.Stored>();
      while (rows.next()) {
        if (facts.isEmpty()) {
          facts = Optional.of(steps.readFacts(rows.getString("facts")));
        }
        months.add(
            new StoredSteps.Stored(
                month(rows, "month"), rows.getLong("amount_minor"), rows.getString("steps")));
      }
      return facts.map(found -> derivation(resumptionId, found, steps.read(months), terms));
    } catch (SQLException e) {
      throw new IllegalStateException("The derivation could not be read", e);
    }
  }

  private Derivation derivation(
      UUID resumptionId, Derivation.Facts facts, List<DerivedMonth> months, TermBook terms) {
    var arrears = read(List.of(resumptionId), terms).getOrDefault(resumptionId, List.of());
    return new Derivation(
        facts,
        arrears,
        months.stream().filter(month -> month.month().isBefore(facts.firstPeriod())).toList(),
        months.stream().filter(month -> !month.month().isBefore(facts.firstPeriod())).toList(),
        List.of());
  }

  /** Reads what was kept, oldest month first; nothing for cases that were never proposed. */
  public Map<UUID, List<ArrearsMonth>> read(Collection<UUID> resumptionIds, TermBook law) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select * from resumption_month where resumption_id = any(?)"
                    + " order by resumption_id, month")) {
      query.setArray(1, connection.createArrayOf("uuid", resumptionIds.toArray()));
      var rows = query.executeQuery();
      var found = new HashMap<UUID, List<ArrearsMonth>>();
      while (rows.next()) {
        found
            .computeIfAbsent(rows.getObject("resumption_id", UUID.class), id -> new ArrayList<>())
            .add(arrearsMonth(rows, law));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The derivation could not be read", e);
    }
  }

  private static ArrearsMonth arrearsMonth(ResultSet row, TermBook law) throws SQLException {
    return new ArrearsMonth(
        month(row, "month"),
        row.getLong("amount_minor"),
        Rule.valueOf(row.getString("rule")),
        law.get(
            TermCode.valueOf(row.getString("rule_term")),
            row.getObject("rule_term_from", LocalDate.class)),
        row.getString("schedule_rule") == null
            ? null
            : new Schedule(
                month(row, "scheduled_period"),
                ScheduleRule.valueOf(row.getString("schedule_rule")),
                law.get(
                    TermCode.valueOf(row.getString("schedule_term")),
                    row.getObject("schedule_term_from", LocalDate.class))));
  }

  private static YearMonth month(ResultSet row, String column) throws SQLException {
    return YearMonth.from(row.getObject(column, LocalDate.class));
  }
}
