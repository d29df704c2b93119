package ua.vidnova.payments.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.batch.ReportRules.Word;
import ua.vidnova.payments.run.Instruction;
import ua.vidnova.payments.run.InstructionState;

/** Outcomes that two people corrected, and what had been said before. */
@ApplicationScoped
public class Corrections {

  private static final String KEEP =
      """
      insert into instruction_correction
        (instruction_id, former_state, former_on, former_reason, state, occurred_on, difference_id,
         corrected_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  Corrections(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /** By instruction, the words that were corrected; those without any are absent. */
  public Map<UUID, Set<Word>> wordsBefore(Collection<Instruction> instructions) {
    var reported =
        instructions.stream()
            .filter(one -> one.state() != InstructionState.ISSUED)
            .map(Instruction::id)
            .toArray();
    if (reported.length == 0) {
      return Map.of();
    }
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select instruction_id, former_state, former_on from instruction_correction"
                    + " where instruction_id = any(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", reported));
      var rows = query.executeQuery();
      var words = new HashMap<UUID, Set<Word>>();
      while (rows.next()) {
        words
            .computeIfAbsent(rows.getObject(1, UUID.class), any -> new HashSet<>())
            .add(
                new Word(
                    InstructionState.valueOf(rows.getString(2)),
                    rows.getObject(3, LocalDate.class)));
      }
      return words;
    } catch (SQLException e) {
      throw new IllegalStateException("Corrections could not be read", e);
    }
  }

  /** Keeps what an instruction said before it says what a settled difference tells. */
  void keep(Instruction before, ReportDifference settled, InstructionState state) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(KEEP)) {
      insert.setObject(1, before.id());
      insert.setString(2, before.state().name());
      insert.setObject(3, before.occurredOn());
      insert.setString(4, before.reason());
      insert.setString(5, state.name());
      insert.setObject(6, settled.toldOn());
      insert.setObject(7, settled.id());
      insert.setTimestamp(8, Timestamp.from(calendar.now()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A correction could not be kept", e);
    }
  }
}
