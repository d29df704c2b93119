package ua.vidnova.payments.partner;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.payments.batch.FileFormat;
import ua.vidnova.payments.resident.Channel;

/** Writes what was agreed with a partner, and keeps what it was before. */
@ApplicationScoped
class ProfileRows {

  private static final String KEEP_BEFORE =
      """
      insert into partner_change
        (id, edrpou, channel, version, changed_by, changed_at, before, proposal_id)
      select ?, p.edrpou, p.channel, p.version, ?, ?,
             to_jsonb(p) || jsonb_build_object('codes', coalesce((
               select jsonb_agg(to_jsonb(c) - 'edrpou' - 'channel' order by c.code)
               from partner_code c where c.edrpou = p.edrpou and c.channel = p.channel), '[]')),
             ?
      from partner p where p.edrpou = ? and p.channel = ?
      """;

  private static final String NO_OTHER_DEFAULT =
      "update partner set default_bank = false, version = version + 1"
          + " where ? and default_bank and edrpou <> ?";

  private static final String WRITE =
      """
      insert into partner (edrpou, channel, name, file_format, active, default_bank, bank_code,
        payer_edrpou, payer_name, payer_account, lines_max, message_id_prefix, report_formats,
        settled_statuses, report_from, report_days)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (edrpou, channel) do update set
        name = excluded.name, active = excluded.active, default_bank = excluded.default_bank,
        bank_code = excluded.bank_code, payer_edrpou = excluded.payer_edrpou,
        payer_name = excluded.payer_name, payer_account = excluded.payer_account,
        lines_max = excluded.lines_max, message_id_prefix = excluded.message_id_prefix,
        report_formats = excluded.report_formats, settled_statuses = excluded.settled_statuses,
        report_from = excluded.report_from, report_days = excluded.report_days,
        version = partner.version + 1
      """;

  private final AgroalDataSource database;

  @Inject
  ProfileRows(AgroalDataSource database) {
    this.database = database;
  }

  /** Writes what was decided, with who decided it. */
  void apply(ProfileProposal decided, Agreement wanted) {
    try (var connection = database.getConnection()) {
      keepBefore(connection, decided);
      endOtherDefault(connection, decided.edrpou(), wanted);
      write(connection, decided.edrpou(), decided.channel(), wanted);
      writeCodes(connection, decided.edrpou(), decided.channel(), wanted.codes());
    } catch (SQLException e) {
      throw new IllegalStateException("The profile could not be changed", e);
    }
  }

  private static void keepBefore(Connection connection, ProfileProposal decided)
      throws SQLException {
    try (var insert = connection.prepareStatement(KEEP_BEFORE)) {
      insert.setObject(1, Ids.newId());
      insert.setString(2, decided.decidedBy());
      insert.setTimestamp(3, Timestamp.from(decided.decidedAt()));
      insert.setObject(4, decided.id());
      insert.setString(5, decided.edrpou());
      insert.setString(6, decided.channel().name());
      insert.executeUpdate();
    }
  }

  private static void endOtherDefault(Connection connection, String edrpou, Agreement wanted)
      throws SQLException {
    try (var update = connection.prepareStatement(NO_OTHER_DEFAULT)) {
      update.setBoolean(1, wanted.defaultBank());
      update.setString(2, edrpou);
      update.executeUpdate();
    }
  }

  private static void write(Connection connection, String edrpou, Channel channel, Agreement wanted)
      throws SQLException {
    try (var write = connection.prepareStatement(WRITE)) {
      write.setString(1, edrpou);
      write.setString(2, channel.name());
      write.setString(3, wanted.name());
      write.setString(4, FileFormat.of(channel).name());
      write.setBoolean(5, wanted.active());
      write.setBoolean(6, wanted.defaultBank());
      write.setString(7, wanted.bankCode());
      write.setString(8, wanted.payerEdrpou());
      write.setString(9, wanted.payerName());
      write.setString(10, wanted.payerAccount());
      write.setInt(11, wanted.linesMax());
      write.setString(12, wanted.messageIdPrefix());
      write.setArray(
          13,
          connection.createArrayOf(
              "text", wanted.reportFormats().stream().map(Enum::name).toArray()));
      write.setArray(14, connection.createArrayOf("text", wanted.settledStatuses().toArray()));
      write.setString(15, wanted.reportFrom().name());
      write.setInt(16, wanted.reportDays());
      write.executeUpdate();
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
