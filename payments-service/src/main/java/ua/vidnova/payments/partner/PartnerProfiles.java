package ua.vidnova.payments.partner;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.payments.batch.FileFormat;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.InstructionState;

/** Reads partners' profiles; a handful of rows, so a partner's are always read together. */
@ApplicationScoped
public class PartnerProfiles {

  private static final String COLUMNS =
      """
      select edrpou, channel, name, file_format, active, default_bank, bank_code, payer_edrpou,
             payer_name, payer_account, lines_max, message_id_prefix, report_formats,
             settled_statuses, report_from, report_days, version
      from partner
      """;

  private final AgroalDataSource database;

  @Inject
  PartnerProfiles(AgroalDataSource database) {
    this.database = database;
  }

  /** All profiles, by ЄДРПОУ and channel. */
  public List<PartnerProfile> list() {
    return read("order by edrpou, channel", query -> {});
  }

  /** A partner's profiles, one for each channel through which it pays. */
  public List<PartnerProfile> listOf(String edrpou) {
    return read("where edrpou = ? order by channel", query -> query.setString(1, edrpou));
  }

  public Optional<PartnerProfile> find(String edrpou, Channel channel) {
    return listOf(edrpou).stream().filter(one -> one.channel() == channel).findFirst();
  }

  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private List<PartnerProfile> read(String condition, Parameters parameters) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COLUMNS + condition)) {
      parameters.set(query);
      var rows = query.executeQuery();
      var profiles = new ArrayList<PartnerProfile>();
      while (rows.next()) {
        profiles.add(profile(connection, rows));
      }
      return profiles;
    } catch (SQLException e) {
      throw new IllegalStateException("The partners' profiles could not be read", e);
    }
  }

  private static PartnerProfile profile(Connection connection, ResultSet row) throws SQLException {
    var edrpou = row.getString("edrpou");
    var channel = row.getString("channel");
    return new PartnerProfile(
        edrpou,
        Channel.valueOf(channel),
        FileFormat.valueOf(row.getString("file_format")),
        agreement(connection, row, edrpou, channel),
        row.getLong("version"));
  }

  private static Agreement agreement(
      Connection connection, ResultSet row, String edrpou, String channel) throws SQLException {
    return new Agreement(
        row.getString("name"),
        row.getBoolean("active"),
        row.getBoolean("default_bank"),
        row.getString("bank_code"),
        row.getString("payer_edrpou"),
        row.getString("payer_name"),
        row.getString("payer_account"),
        row.getInt("lines_max"),
        row.getString("message_id_prefix"),
        set(row.getArray("report_formats"), ReportFormat::valueOf),
        set(row.getArray("settled_statuses"), Function.identity()),
        PartnerProfile.ReportFrom.valueOf(row.getString("report_from")),
        row.getInt("report_days"),
        codes(connection, edrpou, channel));
  }

  private static Map<String, Meaning> codes(Connection connection, String edrpou, String channel)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select code, outcome, question from partner_code where edrpou = ? and channel = ?")) {
      query.setString(1, edrpou);
      query.setString(2, channel);
      var rows = query.executeQuery();
      var codes = new TreeMap<String, Meaning>();
      while (rows.next()) {
        codes.put(
            rows.getString("code"),
            new Meaning(
                InstructionState.valueOf(rows.getString("outcome")),
                Optional.ofNullable(rows.getString("question")).map(Question::valueOf)));
      }
      return codes;
    }
  }

  private static <T> Set<T> set(Array texts, Function<String, T> value) throws SQLException {
    return Arrays.stream((String[]) texts.getArray())
        .map(value)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The changes of a profile, latest first. */
  public List<ProfileChange> listChanges(String edrpou, Channel channel, long before, int limit) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select id, version, changed_by, changed_at, before from partner_change"
                    + " where edrpou = ? and channel = ? and version < ?"
                    + " order by version desc limit ?")) {
      query.setString(1, edrpou);
      query.setString(2, channel.name());
      query.setLong(3, before);
      query.setInt(4, limit);
      var rows = query.executeQuery();
      var changes = new ArrayList<ProfileChange>();
      while (rows.next()) {
        changes.add(
            new ProfileChange(
                rows.getObject("id", UUID.class),
                rows.getLong("version"),
                rows.getString("changed_by"),
                rows.getTimestamp("changed_at").toInstant(),
                rows.getString("before")));
      }
      return changes;
    } catch (SQLException e) {
      throw new IllegalStateException("The changes could not be read", e);
    }
  }
}
