package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.payments.resident.Channel;

/** What came of runs: batches, sums, and what is held back. */
@ApplicationScoped
public class RunSummaries {

  private final AgroalDataSource database;

  @Inject
  RunSummaries(AgroalDataSource database) {
    this.database = database;
  }

  /** A run's batches for one partner and channel; kopiykas, without what was withdrawn. */
  public record BatchSum(
      String partner, Channel channel, long batches, long instructions, long totalMinor) {}

  /** How far a run is: shards that are done, of how many; 0 of 0 until it is approved. */
  public record Progress(long shardsDone, long shards, long instructions) {}

  /** A run's batches, how many units it holds back for which reason, and how far it is. */
  public record Summary(List<BatchSum> batches, Map<HoldReason, Long> held, Progress progress) {}

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
    try (var connection = database.getConnection()) {
      var ids = connection.createArrayOf("uuid", runIds.toArray());
      var batches = batches(connection, ids);
      var held = held(connection, ids);
      var progress = progress(connection, ids);
      return runIds.stream()
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  id ->
                      new Summary(
                          batches.getOrDefault(id, List.of()),
                          held.getOrDefault(id, Map.of()),
                          progress.getOrDefault(id, new Progress(0, 0, 0)))));
    } catch (SQLException e) {
      throw new IllegalStateException("The runs could not be summed up", e);
    }
  }

  private static Map<UUID, List<BatchSum>> batches(Connection connection, Array runIds)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select run_id, partner, channel, count(*), sum(instruction_count), sum(total_minor)"
                + " from batch where run_id = any(?) and state <> 'WITHDRAWN'"
                + " group by run_id, partner, channel order by partner, channel")) {
      query.setArray(1, runIds);
      var rows = query.executeQuery();
      var batches = new HashMap<UUID, List<BatchSum>>();
      while (rows.next()) {
        batches
            .computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
            .add(
                new BatchSum(
                    rows.getString(2),
                    Channel.valueOf(rows.getString(3)),
                    rows.getLong(4),
                    rows.getLong(5),
                    rows.getLong(6)));
      }
      return batches;
    }
  }

  private static Map<UUID, Map<HoldReason, Long>> held(Connection connection, Array runIds)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select run_id, reason, count(*) from held_unit where run_id = any(?)"
                + " group by run_id, reason")) {
      query.setArray(1, runIds);
      var rows = query.executeQuery();
      var held = new HashMap<UUID, Map<HoldReason, Long>>();
      while (rows.next()) {
        held.computeIfAbsent(rows.getObject(1, UUID.class), id -> new EnumMap<>(HoldReason.class))
            .put(HoldReason.valueOf(rows.getString(2)), rows.getLong(3));
      }
      return held;
    }
  }

  private static Map<UUID, Progress> progress(Connection connection, Array runIds)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select run_id, count(*) filter (where state = 'DONE'), count(*),"
                + " coalesce(sum(instructions), 0) from run_shard where run_id = any(?)"
                + " group by run_id")) {
      query.setArray(1, runIds);
      var rows = query.executeQuery();
      var progress = new HashMap<UUID, Progress>();
      while (rows.next()) {
        progress.put(
            rows.getObject(1, UUID.class),
            new Progress(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
      return progress;
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
