package ua.vidnova.payments.derivation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import ua.vidnova.payments.derivation.DerivationFile.Recalculated;

/** Explains what recalculations and corrected facts made of an award. */
@ApplicationScoped
public class RecalculatedAmounts {

  private static final String LIST =
      "select r.id as recalculation_id, c.id as correction_id, coalesce(r.reason, c.reason) as reason,"
          + " d.made_at, a.month, a.amount_minor, a.steps from derivation d"
          + " left join recalculation r on r.id = d.recalculation_id"
          + " left join award_correction c on c.id = d.correction_id"
          + " join derived_amount a on a.derivation_id = d.id"
          + " where d.award_id = ? and d.resumption_id is null and d.made_at >= ? order by d.made_at, a.month";

  private final AgroalDataSource database;
  private final StoredSteps steps;

  @Inject
  RecalculatedAmounts(AgroalDataSource database, StoredSteps steps) {
    this.database = database;
    this.steps = steps;
  }

  private record Head(UUID recalculationId, UUID correctionId, String reason, Instant at) {}

  /** What was found of an award since a time, oldest first. */
  public List<Recalculated> list(UUID awardId, Instant since) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setObject(1, awardId);
      query.setTimestamp(2, Timestamp.from(since));
      var rows = query.executeQuery();
      var found = new LinkedHashMap<Head, List<StoredSteps.Stored>>();
      while (rows.next()) {
        found
            .computeIfAbsent(
                new Head(
                    rows.getObject("recalculation_id", UUID.class),
                    rows.getObject("correction_id", UUID.class),
                    rows.getString("reason"),
                    rows.getTimestamp("made_at").toInstant()),
                head -> new ArrayList<>())
            .add(
                new StoredSteps.Stored(
                    YearMonth.from(rows.getObject("month", LocalDate.class)),
                    rows.getLong("amount_minor"),
                    rows.getString("steps")));
      }
      return found.entrySet().stream()
          .map(
              entry ->
                  new Recalculated(
                      entry.getKey().recalculationId(),
                      entry.getKey().correctionId(),
                      entry.getKey().reason(),
                      entry.getKey().at(),
                      steps.read(entry.getValue())))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("Recalculated amounts could not be read", e);
    }
  }
}
