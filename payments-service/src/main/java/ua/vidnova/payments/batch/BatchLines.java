package ua.vidnova.payments.batch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.payments.run.InstructionState;

/** Reads the instructions of a batch together with what a partner needs to pay them. */
@ApplicationScoped
public class BatchLines {

  private static final int ROWS_PER_FETCH = 1000;

  private final AgroalDataSource database;

  @Inject
  BatchLines(AgroalDataSource database) {
    this.database = database;
  }

  /** Takes one line. */
  interface LineTaker {
    void take(PaymentLine line) throws IOException;
  }

  /** How much was read; kopiykas. */
  record Sum(int count, long totalMinor) {}

  /** Gives each issued instruction to the taker and numbers it; holds a few at a time. */
  Sum forEach(UUID batchId, LineTaker taker) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select i.id, r.family_name, r.given_name, r.patronymic, a.rnokpp, r.phone,"
                    + " r.settlement, p.name_uk, p.purpose, u.month, u.amount_minor, i.iban,"
                    + " encode(v.code_sha256, 'hex') as voucher"
                    + " from instruction i join payable_unit u on u.id = i.unit_id"
                    + " join award a on a.id = u.award_id"
                    + " join programme p on p.code = a.programme"
                    + " join person r on r.record_id = a.resident_id"
                    + " left join voucher v on v.instruction_id = i.id"
                    + " where i.batch_id = ? and i.state = 'ISSUED'"
                    + " order by r.settlement, u.award_id, u.month")) {
      query.setFetchSize(ROWS_PER_FETCH);
      query.setObject(1, batchId);
      var rows = query.executeQuery();
      var count = 0;
      var total = 0L;
      while (rows.next()) {
        var line = line(++count, rows);
        taker.take(line);
        total = Math.addExact(total, line.amountMinor());
      }
      return new Sum(count, total);
    } catch (SQLException e) {
      throw new IllegalStateException("The lines could not be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PaymentLine line(int number, ResultSet row) throws SQLException {
    return new PaymentLine(
        number,
        row.getObject("id", UUID.class),
        row.getString("family_name"),
        row.getString("given_name"),
        row.getString("patronymic"),
        row.getString("rnokpp"),
        row.getString("phone"),
        row.getString("settlement"),
        row.getString("name_uk"),
        row.getString("purpose"),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getLong("amount_minor"),
        row.getString("iban"),
        row.getString("voucher"));
  }

  /** The residents whose data the file of a batch holds. */
  List<UUID> residentIds(UUID batchId) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select distinct a.resident_id from instruction i"
                    + " join payable_unit u on u.id = i.unit_id join award a on a.id = u.award_id"
                    + " where i.batch_id = ? and i.state <> 'WITHDRAWN'")) {
      query.setObject(1, batchId);
      var rows = query.executeQuery();
      var ids = new ArrayList<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("The residents could not be read", e);
    }
  }

  /** How many instructions of a batch are in which state; states without any are absent. */
  public Map<InstructionState, Long> countByState(UUID batchId) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select state, count(*) from instruction where batch_id = ? group by state")) {
      query.setObject(1, batchId);
      var rows = query.executeQuery();
      var counts = new EnumMap<InstructionState, Long>(InstructionState.class);
      while (rows.next()) {
        counts.put(InstructionState.valueOf(rows.getString(1)), rows.getLong(2));
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException("The instructions could not be counted", e);
    }
  }
}
