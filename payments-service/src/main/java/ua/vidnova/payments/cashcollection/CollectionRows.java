package ua.vidnova.payments.cashcollection;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.cashcollection.CashReceipt.HandOut;
import ua.vidnova.payments.run.InstructionState;

/** Receipts and lists of collections, by plain JDBC in the caller's transaction. */
@ApplicationScoped
class CollectionRows {

  private static final String LISTED =
      """
      select i.state, r.id as person_id, u.amount_minor
      from instruction i
      join payable_unit u on u.id = i.unit_id
      join award a on a.id = u.award_id
      join person r on r.record_id = a.resident_id
      where i.batch_id = ? and i.id = any(?)
      """;

  private static final String KEEP_RECEIPT =
      """
      insert into cash_receipt (delegation_id, number, batch_id, resident_id, witness,
                                handed_out_on, recorded_by, recorded_at)
      select ?, ?, i.batch_id, a.resident_id, ?, ?, ?, ?
      from instruction i
      join payable_unit u on u.id = i.unit_id
      join award a on a.id = u.award_id
      where i.id = any(?) order by a.id limit 1
      """;

  private static final String KEEP_LINES =
      "insert into cash_receipt_line (instruction_id, delegation_id, number)"
          + " select id, ?, ? from unnest(?::uuid[]) id";

  private static final String FIND_RECEIPT =
      """
      select c.batch_id, c.number, c.resident_id, c.handed_out_on, c.witness,
             concat_ws(' ', r.family_name, r.given_name, r.patronymic) as resident_name,
             d.official_name, d.office, d.act
      from cash_receipt c
      join delegation d on d.id = c.delegation_id
      join person r on r.record_id = c.resident_id
      where c.delegation_id = ? and c.number = ?
      """;

  private static final String LINES =
      """
      select l.instruction_id, g.name_uk, u.month, u.amount_minor
      from cash_receipt_line l
      join instruction i on i.id = l.instruction_id
      join payable_unit u on u.id = i.unit_id
      join award a on a.id = u.award_id
      join programme g on g.code = a.programme
      where l.delegation_id = ? and l.number = ?
      order by g.name_uk, u.month, l.instruction_id
      """;

  private static final String RECEIPTS =
      """
      select c.number, c.resident_id, c.handed_out_on, c.witness, sum(u.amount_minor) as total
      from cash_receipt c
      join cash_receipt_line l on (l.delegation_id, l.number) = (c.delegation_id, c.number)
      join instruction i on i.id = l.instruction_id
      join payable_unit u on u.id = i.unit_id
      where c.batch_id = ? and c.number > ?
      group by c.delegation_id, c.number
      order by c.number limit ?
      """;

  private static final String COLLECTIONS =
      """
      select c.batch_id from cash_collection c join delegation d on d.id = c.delegation_id
      where d.settlement = any(?) and c.state = coalesce(?, c.state)
        and c.batch_id < coalesce(?, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
      order by c.batch_id desc limit ?
      """;

  private static final String DELEGATIONS =
      """
      select id from delegation
      where settlement = any(?)
        and id < coalesce(?, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
      order by id desc limit ?
      """;

  private final AgroalDataSource database;

  @Inject
  CollectionRows(AgroalDataSource database) {
    this.database = database;
  }

  /** One sum of a list; kopiykas. */
  record ListedSum(InstructionState state, UUID personId, long amountMinor) {}

  private interface Parameters {
    void set(Connection connection, PreparedStatement statement) throws SQLException;
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Those of the instructions that stand on the list of a batch. */
  List<ListedSum> listed(UUID batchId, Collection<UUID> instructionIds) {
    return read(
        LISTED,
        (connection, query) -> {
          query.setObject(1, batchId);
          query.setArray(2, connection.createArrayOf("uuid", instructionIds.toArray()));
        },
        row ->
            new ListedSum(
                InstructionState.valueOf(row.getString("state")),
                row.getObject("person_id", UUID.class),
                row.getLong("amount_minor")));
  }

  /** Instructions of a batch that wait for an outcome. */
  List<UUID> withoutReceipt(UUID batchId) {
    return ids(
        "select id from instruction where batch_id = ? and state = 'ISSUED' order by id",
        (connection, query) -> query.setObject(1, batchId));
  }

  /** Whether somebody recorded any hand-out of a batch. */
  boolean hasReceiptBy(UUID batchId, String staff) {
    return !ids(
            "select batch_id from cash_receipt where batch_id = ? and recorded_by = ? limit 1",
            (connection, query) -> {
              query.setObject(1, batchId);
              query.setString(2, staff);
            })
        .isEmpty();
  }

  void keepReceipt(
      CashCollection collection, String number, HandOut handOut, String by, Instant at) {
    write(
        KEEP_RECEIPT,
        (connection, insert) -> {
          insert.setObject(1, collection.delegationId());
          insert.setString(2, number);
          insert.setString(3, handOut.witness().name());
          insert.setObject(4, handOut.on());
          insert.setString(5, by);
          insert.setTimestamp(6, Timestamp.from(at));
          insert.setArray(7, connection.createArrayOf("uuid", handOut.instructionIds().toArray()));
        });
    write(
        KEEP_LINES,
        (connection, insert) -> {
          insert.setObject(1, collection.delegationId());
          insert.setString(2, number);
          insert.setArray(3, connection.createArrayOf("uuid", handOut.instructionIds().toArray()));
        });
  }

  Optional<CashReceipt> findReceipt(UUID delegationId, String number) {
    var lines =
        read(
            LINES,
            receipt(delegationId, number),
            row ->
                new CashReceipt.Line(
                    row.getObject("instruction_id", UUID.class),
                    row.getString("name_uk"),
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getLong("amount_minor")));
    return read(FIND_RECEIPT, receipt(delegationId, number), row -> receipt(row, lines)).stream()
        .findFirst();
  }

  private static Parameters receipt(UUID delegationId, String number) {
    return (connection, query) -> {
      query.setObject(1, delegationId);
      query.setString(2, number);
    };
  }

  private static CashReceipt receipt(ResultSet row, List<CashReceipt.Line> lines)
      throws SQLException {
    return new CashReceipt(
        row.getObject("batch_id", UUID.class),
        row.getString("number"),
        row.getObject("resident_id", UUID.class),
        row.getString("resident_name"),
        row.getObject("handed_out_on", LocalDate.class),
        Witness.valueOf(row.getString("witness")),
        lines,
        new CashReceipt.Official(
            row.getString("official_name"),
            Delegation.Office.valueOf(row.getString("office")),
            row.getString("act")));
  }

  /** By number, without their lines. */
  List<ListedReceipt> receiptsOf(UUID batchId, String afterNumber, int limit) {
    return read(
        RECEIPTS,
        (connection, query) -> {
          query.setObject(1, batchId);
          query.setString(2, afterNumber);
          query.setInt(3, limit);
        },
        row ->
            new ListedReceipt(
                row.getString("number"),
                row.getObject("resident_id", UUID.class),
                row.getObject("handed_out_on", LocalDate.class),
                Witness.valueOf(row.getString("witness")),
                row.getLong("total")));
  }

  /** Newest first. */
  List<UUID> collectionsOf(
      Collection<String> settlements,
      Optional<CashCollection.State> state,
      Optional<UUID> before,
      int limit) {
    return ids(
        COLLECTIONS,
        (connection, query) -> {
          query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
          query.setString(2, state.map(Enum::name).orElse(null));
          query.setObject(3, before.orElse(null));
          query.setInt(4, limit);
        });
  }

  /** Newest first. */
  List<UUID> delegationsOf(Collection<String> settlements, Optional<UUID> before, int limit) {
    return ids(
        DELEGATIONS,
        (connection, query) -> {
          query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
          query.setObject(2, before.orElse(null));
          query.setInt(3, limit);
        });
  }

  private List<UUID> ids(String sql, Parameters parameters) {
    return read(sql, parameters, row -> row.getObject(1, UUID.class));
  }

  private <T> List<T> read(String sql, Parameters parameters, Row<T> reader) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      parameters.set(connection, query);
      var rows = query.executeQuery();
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Collections could not be read", e);
    }
  }

  private void write(String sql, Parameters parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      parameters.set(connection, statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A receipt could not be kept", e);
    }
  }
}
