package ua.vidnova.payments.resumption;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.resumption.ArrearsMonth.Rule;
import ua.vidnova.payments.resumption.ArrearsMonth.Schedule;
import ua.vidnova.payments.resumption.ArrearsMonth.ScheduleRule;

/** Keeps the derivation that was proposed, so that it is what is approved and paid. */
@ApplicationScoped
class Derivations {

  private final AgroalDataSource database;

  @Inject
  Derivations(AgroalDataSource database) {
    this.database = database;
  }

  void store(UUID resumptionId, List<ArrearsMonth> months) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into resumption_month (resumption_id, month, amount_minor, rule, rule_term,"
                    + " rule_term_from, scheduled_period, schedule_rule, schedule_term,"
                    + " schedule_term_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (var month : months) {
        insert.setObject(1, resumptionId);
        insert.setObject(2, month.month().atDay(1));
        insert.setLong(3, month.amountMinor());
        insert.setString(4, month.rule().name());
        insert.setString(5, month.term().code().name());
        insert.setObject(6, month.term().validFrom());
        var schedule = month.schedule();
        insert.setObject(7, schedule == null ? null : schedule.period().atDay(1));
        insert.setString(8, schedule == null ? null : schedule.rule().name());
        insert.setString(9, schedule == null ? null : schedule.term().code().name());
        insert.setObject(10, schedule == null ? null : schedule.term().validFrom());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("The derivation could not be kept", e);
    }
  }

  /** Reads what was kept, oldest month first; nothing for cases that were never proposed. */
  Map<UUID, List<ArrearsMonth>> read(Collection<UUID> resumptionIds, TermBook law) {
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
            .add(month(rows, law));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The derivation could not be read", e);
    }
  }

  private static ArrearsMonth month(ResultSet row, TermBook law) throws SQLException {
    var period = row.getObject("scheduled_period", LocalDate.class);
    return new ArrearsMonth(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("amount_minor"),
        Rule.valueOf(row.getString("rule")),
        law.get(
            TermCode.valueOf(row.getString("rule_term")),
            row.getObject("rule_term_from", LocalDate.class)),
        period == null
            ? null
            : new Schedule(
                YearMonth.from(period),
                ScheduleRule.valueOf(row.getString("schedule_rule")),
                law.get(
                    TermCode.valueOf(row.getString("schedule_term")),
                    row.getObject("schedule_term_from", LocalDate.class))));
  }
}
