package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.resident.Channel;

/** What came of runs: batches, sums, and what is held back. */
@ApplicationScoped
public class RunSummaries {

  private final AgroalDataSource database;

  @Inject
  RunSummaries(AgroalDataSource database) {
    this.database = database;
  }

  /** One batch of a run; kopiykas, without what was withdrawn. */
  public record BatchSum(
      UUID batchId, String partner, Channel channel, int instructions, long totalMinor) {}

  /** A run's batches and how many units it holds back for which reason. */
  public record Summary(List<BatchSum> batches, Map<HoldReason, Long> held) {}

  /** A unit that was due but not sent; kopiykas. */
  public record HeldUnit(
      UUID unitId,
      UUID awardId,
      UUID residentId,
      String settlement,
      YearMonth month,
      long amountMinor,
      HoldReason reason) {}

  public Map<UUID, Summary> of(Collection<UUID> runIds) {
    var summaries = new HashMap<UUID, Summary>();
    for (var id : runIds) {
      summaries.put(id, new Summary(new ArrayList<>(), new EnumMap<>(HoldReason.class)));
    }
    try (var connection = database.getConnection();
        var batches =
            connection.prepareStatement(
                "select run_id, id, partner, channel, instruction_count, total_minor from batch"
                    + " where run_id = any(?) order by id");
        var held =
            connection.prepareStatement(
                "select run_id, reason, count(*) from held_unit where run_id = any(?)"
                    + " group by run_id, reason")) {
      var ids = connection.createArrayOf("uuid", runIds.toArray());
      batches.setArray(1, ids);
      var rows = batches.executeQuery();
      while (rows.next()) {
        summaries
            .get(rows.getObject(1, UUID.class))
            .batches()
            .add(
                new BatchSum(
                    rows.getObject(2, UUID.class),
                    rows.getString(3),
                    Channel.valueOf(rows.getString(4)),
                    rows.getInt(5),
                    rows.getLong(6)));
      }
      held.setArray(1, ids);
      var counts = held.executeQuery();
      while (counts.next()) {
        summaries
            .get(counts.getObject(1, UUID.class))
            .held()
            .put(HoldReason.valueOf(counts.getString(2)), counts.getLong(3));
      }
      return summaries;
    } catch (SQLException e) {
      throw new IllegalStateException("The runs could not be summed up", e);
    }
  }

  /**
   * The units that a run holds back, in the order of ids.
   *
   * @param settlements only those whose resident lives there
   */
  public List<HeldUnit> listHeld(
      UUID runId, Collection<String> settlements, Optional<UUID> after, int limit) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select u.id, u.award_id, a.resident_id, r.settlement, u.month, u.amount_minor,"
                    + " h.reason from held_unit h join payable_unit u on u.id = h.unit_id"
                    + " join award a on a.id = u.award_id"
                    + " join person r on r.record_id = a.resident_id where h.run_id = ? and r.settlement = any(?) and h.unit_id > ?"
                    + " order by h.unit_id limit ?")) {
      query.setObject(1, runId);
      query.setArray(2, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(3, after.orElse(new UUID(0, 0)));
      query.setInt(4, limit);
      var rows = query.executeQuery();
      var held = new ArrayList<HeldUnit>();
      while (rows.next()) {
        held.add(
            new HeldUnit(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getString(4),
                YearMonth.from(rows.getObject(5, LocalDate.class)),
                rows.getLong(6),
                HoldReason.valueOf(rows.getString(7))));
      }
      return held;
    } catch (SQLException e) {
      throw new IllegalStateException("Held units could not be read", e);
    }
  }
}
