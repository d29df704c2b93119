package ua.vidnova.payments.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.payments.batch.ReportRules.Verdict;

/** Finds reports and their refused lines again. */
@ApplicationScoped
public class FindReports {

  private static final String LIST =
      """
      select * from partner_report
      where (?::text is null or partner = ?) and (?::uuid is null or id = ?)
        and (?::uuid is null or id < ?)
      order by id desc limit ?
      """;

  private static final String VERDICTS =
      "select report_id, verdict, count(*) from partner_report_line"
          + " where report_id = any(?) and verdict is not null group by report_id, verdict";

  private static final String REFUSED =
      "select line, instruction_id, verdict from partner_report_line"
          + " where report_id = ? and line > ? and verdict = any(?) order by line limit ?";

  /** What partners are told, by code. */
  private static final Map<String, String> REFUSALS =
      Stream.concat(
              Arrays.stream(Verdict.values())
                  .filter(Verdict::isRefusal)
                  .map(one -> Map.entry(one.code(), one.message())),
              Arrays.stream(Unreadable.values()).map(one -> Map.entry(one.code(), one.message())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final AgroalDataSource database;

  @Inject
  FindReports(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Finds a report.
   *
   * @param partner whose reports alone count; empty for those of all
   */
  public Optional<PartnerReport> find(UUID id, Optional<String> partner) {
    return list(partner, Optional.of(id), Optional.empty(), 1).stream().findFirst();
  }

  /** Reports, newest first. */
  public List<PartnerReport> list(Optional<String> partner, Optional<UUID> before, int limit) {
    return list(partner, Optional.empty(), before, limit);
  }

  private List<PartnerReport> list(
      Optional<String> partner, Optional<UUID> id, Optional<UUID> before, int limit) {
    return read(
        LIST,
        query -> {
          query.setString(1, partner.orElse(null));
          query.setString(2, partner.orElse(null));
          query.setObject(3, id.orElse(null));
          query.setObject(4, id.orElse(null));
          query.setObject(5, before.orElse(null));
          query.setObject(6, before.orElse(null));
          query.setInt(7, limit);
        },
        (connection, rows) -> {
          var headers = new ArrayList<Function<Map<String, Long>, PartnerReport>>();
          var ids = new ArrayList<UUID>();
          while (rows.next()) {
            ids.add(rows.getObject("id", UUID.class));
            headers.add(header(rows));
          }
          var verdicts = verdicts(connection, ids);
          var reports = new ArrayList<PartnerReport>();
          for (var i = 0; i < ids.size(); i++) {
            reports.add(headers.get(i).apply(verdicts.getOrDefault(ids.get(i), Map.of())));
          }
          return reports;
        });
  }

  /** The refused lines behind a line. */
  public List<RefusedLine> listRefused(UUID reportId, int afterLine, int limit) {
    return read(
        REFUSED,
        query -> {
          query.setObject(1, reportId);
          query.setInt(2, afterLine);
          query.setArray(
              3, query.getConnection().createArrayOf("text", REFUSALS.keySet().toArray()));
          query.setInt(4, limit);
        },
        (connection, rows) -> {
          var lines = new ArrayList<RefusedLine>();
          while (rows.next()) {
            var code = rows.getString("verdict");
            lines.add(
                new RefusedLine(
                    rows.getInt("line"),
                    rows.getObject("instruction_id", UUID.class),
                    code,
                    REFUSALS.get(code)));
          }
          return lines;
        });
  }

  private static Map<UUID, Map<String, Long>> verdicts(Connection connection, List<UUID> ids)
      throws SQLException {
    try (var query = connection.prepareStatement(VERDICTS)) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var rows = query.executeQuery();
      var verdicts = new TreeMap<UUID, Map<String, Long>>();
      while (rows.next()) {
        verdicts
            .computeIfAbsent(rows.getObject(1, UUID.class), any -> new TreeMap<>())
            .put(rows.getString(2), rows.getLong(3));
      }
      return verdicts;
    }
  }

  private static Function<Map<String, Long>, PartnerReport> header(ResultSet row)
      throws SQLException {
    var id = row.getObject("id", UUID.class);
    var partner = row.getString("partner");
    var format = ReportFormat.valueOf(row.getString("format"));
    var messageId = Optional.ofNullable(row.getString("message_id"));
    var sha256 = HexFormat.of().formatHex(row.getBytes("sha256"));
    var receivedAt = row.getTimestamp("received_at").toInstant();
    var lines = row.getInt("line_count");
    var passedOver = row.getInt("passed_over");
    var finishedAt = Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant);
    return verdicts ->
        new PartnerReport(
            id,
            partner,
            format,
            messageId,
            sha256,
            receivedAt,
            lines,
            passedOver,
            finishedAt,
            verdicts);
  }

  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private interface Reading<T> {
    T read(Connection connection, ResultSet rows) throws SQLException;
  }

  private <T> T read(String sql, Parameters parameters, Reading<T> reading) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      parameters.set(query);
      return reading.read(connection, query.executeQuery());
    } catch (SQLException e) {
      throw new IllegalStateException("Reports could not be read", e);
    }
  }
}
