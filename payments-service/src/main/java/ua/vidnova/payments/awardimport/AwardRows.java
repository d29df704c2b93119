package ua.vidnova.payments.awardimport;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;

/** Writes awards and refused lines many at a time. */
@ApplicationScoped
class AwardRows {

  private static final String INSERT_AWARDS =
      """
      insert into award (id, programme, organisation, rnokpp, family_name, given_name, patronymic,
                         birth_date, monthly_amount_minor, first_unpaid_month, stop_reason, fault,
                         settlement, content_sha256, pension_kind, granted_on, base_amount_minor,
                         insurance_years, working, sex, import_id, state)
      select id, 'PENSION', ?, rnokpp, family_name, given_name, nullif(patronymic, ''), birth_date,
             amount, month, stop_reason, fault, settlement, sha256, kind, granted_on, base, years,
             working, sex, ?, 'DORMANT'
      from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::bigint[],
                  ?::date[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::date[],
                  ?::bigint[], ?::integer[], ?::boolean[], ?::text[])
        as line (id, rnokpp, family_name, given_name, patronymic, birth_date, amount, month,
                 stop_reason, fault, settlement, sha256, kind, granted_on, base, years, working,
                 sex)
      on conflict (organisation, programme, rnokpp) where import_id is not null do nothing
      returning rnokpp
      """;

  private static final String SAME_AS_KNOWN =
      """
      select a.rnokpp
      from unnest(?::text[], ?::bytea[]) as line (rnokpp, sha256)
      join award a on a.organisation = ? and a.programme = 'PENSION' and a.rnokpp = line.rnokpp
                  and a.import_id is not null
      where a.content_sha256 = line.sha256
      """;

  private static final String INSERT_REFUSED_LINES =
      """
      insert into refused_line (import_id, line, field, code)
      select ?, line, field, code
      from unnest(?::integer[], ?::text[], ?::text[]) as refused (line, field, code)
      """;

  private final AgroalDataSource database;
  private final TransactionLock lock;

  @Inject
  AwardRows(AgroalDataSource database, TransactionLock lock) {
    this.database = database;
    this.lock = lock;
  }

  /** Lets the imports of one organisation follow each other; held until the transaction ends. */
  void waitForOtherImports(String organisation) {
    lock.waitForOthersWith("award-import " + organisation);
  }

  /** What came of some lines, told by their numbers of РНОКПП. */
  record Inserted(Set<String> accepted, Set<String> unchanged) {}

  /**
   * @param lines no two with the same РНОКПП
   */
  Inserted insert(UUID importId, String organisation, List<AwardLine> lines) {
    try (var connection = database.getConnection()) {
      var accepted = insertNew(connection, importId, organisation, lines);
      var known = lines.stream().filter(line -> !accepted.contains(line.rnokpp())).toList();
      return new Inserted(accepted, sameAsKnown(connection, organisation, known));
    } catch (SQLException e) {
      throw new IllegalStateException("Awards could not be written", e);
    }
  }

  private static Set<String> insertNew(
      Connection connection, UUID importId, String organisation, List<AwardLine> lines)
      throws SQLException {
    try (var insert = connection.prepareStatement(INSERT_AWARDS)) {
      var columns = new Columns(connection, lines);
      insert.setString(1, organisation);
      insert.setObject(2, importId);
      insert.setArray(3, columns.of("uuid", line -> Ids.newId()));
      insert.setArray(4, columns.of("text", AwardLine::rnokpp));
      insert.setArray(5, columns.of("text", AwardLine::familyName));
      insert.setArray(6, columns.of("text", AwardLine::givenName));
      insert.setArray(7, columns.of("text", AwardLine::patronymic));
      insert.setArray(8, columns.of("date", line -> Date.valueOf(line.birthDate())));
      insert.setArray(9, columns.of("bigint", AwardLine::monthlyAmountMinor));
      insert.setArray(
          10, columns.of("date", line -> Date.valueOf(line.firstUnpaidMonth().atDay(1))));
      insert.setArray(11, columns.of("text", line -> line.stopReason().name()));
      insert.setArray(12, columns.of("text", line -> line.fault().name()));
      insert.setArray(13, columns.of("text", AwardLine::settlement));
      insert.setArray(14, columns.ofBytes(AwardLine::contentSha256));
      insert.setArray(15, columns.ofDetail("text", PensionDetails::kind));
      insert.setArray(16, columns.ofDetail("date", PensionDetails::grantedOn));
      insert.setArray(17, columns.ofDetail("bigint", PensionDetails::baseAmountMinor));
      insert.setArray(18, columns.ofDetail("integer", PensionDetails::insuranceYears));
      insert.setArray(19, columns.ofDetail("boolean", PensionDetails::working));
      insert.setArray(20, columns.ofDetail("text", PensionDetails::sex));
      return strings(insert);
    }
  }

  private static Set<String> sameAsKnown(
      Connection connection, String organisation, List<AwardLine> lines) throws SQLException {
    if (lines.isEmpty()) {
      return Set.of();
    }
    try (var query = connection.prepareStatement(SAME_AS_KNOWN)) {
      var columns = new Columns(connection, lines);
      query.setArray(1, columns.of("text", AwardLine::rnokpp));
      query.setArray(2, columns.ofBytes(AwardLine::contentSha256));
      query.setString(3, organisation);
      return strings(query);
    }
  }

  private static Set<String> strings(java.sql.PreparedStatement query) throws SQLException {
    try (var rows = query.executeQuery()) {
      var found = new HashSet<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private record Columns(Connection connection, List<AwardLine> lines) {

    Array of(String type, Function<AwardLine, Object> value) throws SQLException {
      return connection.createArrayOf(type, lines.stream().map(value).toArray());
    }

    Array ofDetail(String type, Function<PensionDetails, Object> detail) throws SQLException {
      return of(
          type,
          line ->
              switch (detail.apply(line.details())) {
                case null -> null;
                case Enum<?> code -> code.name();
                case LocalDate day -> Date.valueOf(day);
                case Object other -> other;
              });
    }

    Array ofBytes(Function<AwardLine, byte[]> value) throws SQLException {
      return connection.createArrayOf("bytea", lines.stream().map(value).toArray(byte[][]::new));
    }
  }

  void insertRefused(UUID importId, List<RefusedLine> refused) {
    if (refused.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT_REFUSED_LINES)) {
      insert.setObject(1, importId);
      insert.setArray(
          2,
          connection.createArrayOf("integer", refused.stream().map(RefusedLine::line).toArray()));
      insert.setArray(
          3, connection.createArrayOf("text", refused.stream().map(RefusedLine::field).toArray()));
      insert.setArray(
          4,
          connection.createArrayOf(
              "text", refused.stream().map(one -> one.refusal().name()).toArray()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Refused lines could not be written", e);
    }
  }

  void deleteRefused(UUID importId) {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement("delete from refused_line where import_id = ?")) {
      delete.setObject(1, importId);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Refused lines could not be deleted", e);
    }
  }

  /** The refused lines behind a position, in the order of lines and fields. */
  List<RefusedLine> listRefused(UUID importId, int afterLine, String afterField, int limit) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select line, field, code from refused_line where import_id = ?"
                    + " and (line, field) > (?, ?) order by line, field limit ?")) {
      query.setObject(1, importId);
      query.setInt(2, afterLine);
      query.setString(3, afterField);
      query.setInt(4, limit);
      var rows = query.executeQuery();
      var refused = new ArrayList<RefusedLine>();
      while (rows.next()) {
        refused.add(
            new RefusedLine(
                rows.getInt(1), rows.getString(2), LineRefusal.valueOf(rows.getString(3))));
      }
      return refused;
    } catch (SQLException e) {
      throw new IllegalStateException("Refused lines could not be read", e);
    }
  }
}
