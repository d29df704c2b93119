package ua.vidnova.payments.support;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Looks into the database, for what no caller may see. */
@ApplicationScoped
public class Books {

  @Inject AgroalDataSource database;

  /** An instruction with the unit and the batch that it belongs to. */
  public record Entry(
      String instructionId, String batchId, String partner, String month, String state) {}

  /** For what needs a transaction of its own. */
  public AgroalDataSource database() {
    return database;
  }

  /** All attempts to pay a resident, oldest month first, then in their order. */
  public List<Entry> instructionsOf(UUID residentId) {
    return rows(
            "select i.id, i.batch_id, b.partner, to_char(u.month, 'YYYY-MM') as month, i.state"
                + " from instruction i join batch b on b.id = i.batch_id"
                + " join payable_unit u on u.id = i.unit_id join award a on a.id = u.award_id"
                + " where a.resident_id = ? order by u.month, i.id",
            residentId)
        .stream()
        .map(
            row ->
                new Entry(
                    row.get("id"),
                    row.get("batch_id"),
                    row.get("partner"),
                    row.get("month"),
                    row.get("state")))
        .toList();
  }

  /** Months and states of a resident's units. */
  public Map<String, String> unitsOf(UUID residentId) {
    var units = new LinkedHashMap<String, String>();
    rows(
            "select to_char(u.month, 'YYYY-MM') as month, u.state from payable_unit u"
                + " join award a on a.id = u.award_id where a.resident_id = ? order by u.month",
            residentId)
        .forEach(row -> units.put(row.get("month"), row.get("state")));
    return units;
  }

  public UUID awardOf(Person person) {
    return UUID.fromString(
        rows("select id from award where rnokpp = ?", person.rnokpp()).getFirst().get("id"));
  }

  public String awardStateOf(Person person) {
    return rows("select state from award where rnokpp = ?", person.rnokpp())
        .getFirst()
        .get("state");
  }

  public long count(String query, Object... parameters) {
    return Long.parseLong(rows(query, parameters).getFirst().get("count"));
  }

  public List<Map<String, String>> rows(String query, Object... parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(query)) {
      for (var i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      var found = new ArrayList<Map<String, String>>();
      var rows = statement.executeQuery();
      var columns = rows.getMetaData();
      while (rows.next()) {
        var row = new LinkedHashMap<String, String>();
        for (var i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i), rows.getString(i));
        }
        found.add(row);
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void execute(String statement, Object... parameters) throws SQLException {
    try (var connection = database.getConnection();
        var prepared = connection.prepareStatement(statement)) {
      for (var i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      prepared.executeUpdate();
    }
  }

  /** Waits until somebody waits for a lock in this database. */
  public void awaitBlockedTransaction() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                count(
                        "select count(*) as count from pg_stat_activity"
                            + " where datname = current_database() and wait_event_type = 'Lock'")
                    > 0);
  }

  /** Waits until the settlement is known as liberated, with a post that works. */
  public void awaitLiberation(String settlement) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                count(
                        "select count(*) as count from settlement_status s"
                            + " where s.settlement = ? and s.status = 'LIBERATED' and exists ("
                            + " select from cash_point c join cash_point_service v"
                            + " on v.cash_point_id = c.id where v.settlement = s.settlement"
                            + " and c.state = 'WORKING')",
                        settlement)
                    == 1);
  }
}
