package ua.vidnova.payments.partner;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.partner.PartnerProfile.ReportFrom;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.resident.Channel;

/**
 * Changes what was agreed with a partner about its reports. What it was before is kept. Reports
 * that were taken over stay as they were judged.
 */
@ApplicationScoped
public class ChangeProfile {

  private static final String KEEP_BEFORE =
      """
      insert into partner_change (id, edrpou, channel, version, changed_by, changed_at, before)
      select ?, p.edrpou, p.channel, p.version, ?, ?,
             to_jsonb(p) || jsonb_build_object('codes', coalesce((
               select jsonb_agg(to_jsonb(c) - 'edrpou' - 'channel' order by c.code)
               from partner_code c where c.edrpou = p.edrpou and c.channel = p.channel), '[]'))
      from partner p where p.edrpou = ? and p.channel = ?
      """;

  private static final String CHANGE =
      """
      update partner set message_id_prefix = ?, report_formats = ?, settled_statuses = ?,
        report_from = ?, report_days = ?, version = version + 1
      where edrpou = ? and channel = ?
      """;

  private final AgroalDataSource database;
  private final PartnerProfiles profiles;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ChangeProfile(
      AgroalDataSource database,
      PartnerProfiles profiles,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.database = database;
    this.profiles = profiles;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** What can be changed; see {@link PartnerProfile}. */
  public record Wanted(
      String messageIdPrefix,
      Set<ReportFormat> reportFormats,
      Set<String> settledStatuses,
      ReportFrom reportFrom,
      int reportDays,
      Map<String, Meaning> codes) {}

  /**
   * Changes a profile.
   *
   * @param version that the caller has seen; empty for whatever it is
   */
  @Transactional
  public ChangeOutcome change(String edrpou, Channel channel, OptionalLong version, Wanted wanted) {
    try (var connection = database.getConnection()) {
      lock(connection, edrpou, channel);
      var known = profiles.find(edrpou, channel);
      if (known.isEmpty()) {
        return new ChangeOutcome.NotFound();
      }
      if (version.isPresent() && version.getAsLong() != known.get().version()) {
        return new ChangeOutcome.ChangedMeanwhile();
      }
      var change = Ids.newId();
      keepBefore(connection, change, edrpou, channel);
      write(connection, edrpou, channel, wanted);
      writeCodes(connection, edrpou, channel, wanted.codes());
      audit.wrote("changed", "partner-profile", change, null);
      return new ChangeOutcome.Changed(profiles.find(edrpou, channel).orElseThrow());
    } catch (SQLException e) {
      throw new IllegalStateException("The profile could not be changed", e);
    }
  }

  private static void lock(Connection connection, String edrpou, Channel channel)
      throws SQLException {
    try (var lock =
        connection.prepareStatement(
            "select from partner where edrpou = ? and channel = ? for update")) {
      lock.setString(1, edrpou);
      lock.setString(2, channel.name());
      lock.executeQuery();
    }
  }

  private void keepBefore(Connection connection, UUID change, String edrpou, Channel channel)
      throws SQLException {
    try (var insert = connection.prepareStatement(KEEP_BEFORE)) {
      insert.setObject(1, change);
      insert.setString(2, caller.id());
      insert.setTimestamp(3, Timestamp.from(calendar.now()));
      insert.setString(4, edrpou);
      insert.setString(5, channel.name());
      insert.executeUpdate();
    }
  }

  private static void write(Connection connection, String edrpou, Channel channel, Wanted wanted)
      throws SQLException {
    try (var update = connection.prepareStatement(CHANGE)) {
      update.setString(1, wanted.messageIdPrefix());
      update.setArray(
          2,
          connection.createArrayOf(
              "text", wanted.reportFormats().stream().map(Enum::name).toArray()));
      update.setArray(3, connection.createArrayOf("text", wanted.settledStatuses().toArray()));
      update.setString(4, wanted.reportFrom().name());
      update.setInt(5, wanted.reportDays());
      update.setString(6, edrpou);
      update.setString(7, channel.name());
      update.executeUpdate();
    }
  }

  private static void writeCodes(
      Connection connection, String edrpou, Channel channel, Map<String, Meaning> codes)
      throws SQLException {
    try (var forget =
            connection.prepareStatement(
                "delete from partner_code where edrpou = ? and channel = ?");
        var insert =
            connection.prepareStatement(
                "insert into partner_code (edrpou, channel, code, outcome, question)"
                    + " values (?, ?, ?, ?, ?)")) {
      forget.setString(1, edrpou);
      forget.setString(2, channel.name());
      forget.executeUpdate();
      for (var code : codes.entrySet()) {
        insert.setString(1, edrpou);
        insert.setString(2, channel.name());
        insert.setString(3, code.getKey());
        insert.setString(4, code.getValue().outcome().name());
        insert.setString(5, code.getValue().question().map(Question::name).orElse(null));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
