package ua.vidnova.payments.recalculation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.payments.recalculation.Progress.Phase;

/** Keeps how far phases have come. */
@ApplicationScoped
public class ProgressRows {

  private static final String ADD =
      """
      insert into recalculation_progress as p (recalculation_id, phase, last_award_id, awards,
        changed, rises, rise_minor, falls, fall_minor, law_missing)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (recalculation_id, phase) do update set
        last_award_id = excluded.last_award_id, awards = p.awards + excluded.awards,
        changed = p.changed + excluded.changed, rises = p.rises + excluded.rises,
        rise_minor = p.rise_minor + excluded.rise_minor, falls = p.falls + excluded.falls,
        fall_minor = p.fall_minor + excluded.fall_minor,
        law_missing = p.law_missing + excluded.law_missing
      """;

  private final AgroalDataSource database;

  @Inject
  ProgressRows(AgroalDataSource database) {
    this.database = database;
  }

  void add(UUID recalculationId, Phase phase, Progress more) {
    try (var connection = database.getConnection();
        var add = connection.prepareStatement(ADD)) {
      add.setObject(1, recalculationId);
      add.setString(2, phase.name());
      add.setObject(3, more.lastAwardId());
      add.setLong(4, more.awards());
      add.setLong(5, more.changed());
      add.setLong(6, more.rises());
      add.setLong(7, more.riseMinor());
      add.setLong(8, more.falls());
      add.setLong(9, more.fallMinor());
      add.setLong(10, more.lawMissing());
      add.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress could not be kept", e);
    }
  }

  /** Phases that were begun, by recalculation. */
  public Map<UUID, Map<Phase, Progress>> read(Collection<UUID> recalculationIds) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select * from recalculation_progress where recalculation_id = any(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", recalculationIds.toArray()));
      var rows = query.executeQuery();
      var found = new HashMap<UUID, Map<Phase, Progress>>();
      while (rows.next()) {
        found
            .computeIfAbsent(
                rows.getObject("recalculation_id", UUID.class), id -> new EnumMap<>(Phase.class))
            .put(
                Phase.valueOf(rows.getString("phase")),
                new Progress(
                    rows.getObject("last_award_id", UUID.class),
                    rows.getLong("awards"),
                    rows.getLong("changed"),
                    rows.getLong("rises"),
                    rows.getLong("rise_minor"),
                    rows.getLong("falls"),
                    rows.getLong("fall_minor"),
                    rows.getLong("law_missing")));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Progress could not be read", e);
    }
  }
}
