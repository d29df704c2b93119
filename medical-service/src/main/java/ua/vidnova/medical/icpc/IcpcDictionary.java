package ua.vidnova.medical.icpc;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks codes up. While the dictionary is empty, every code is taken as it comes. */
@ApplicationScoped
public class IcpcDictionary {

  private static final String COLUMNS = "code, kind, name_uk, name_en, withdrawn_on";

  private final AgroalDataSource database;

  @Inject
  IcpcDictionary(AgroalDataSource database) {
    this.database = database;
  }

  /** Those of the codes that are in the dictionary; empty when there is no dictionary at all. */
  public Optional<Map<String, IcpcCode>> find(Collection<String> codes) {
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    try (var connection = database.getConnection()) {
      var found = find(connection, Set.copyOf(codes));
      return found.isEmpty() && isEmpty(connection) ? Optional.empty() : Optional.of(found);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, IcpcCode> find(Connection connection, Set<String> codes)
      throws SQLException {
    try (var query =
        connection.prepareStatement("select " + COLUMNS + " from icpc_code where code = any(?)")) {
      query.setArray(1, connection.createArrayOf("text", codes.toArray()));
      var found = new HashMap<String, IcpcCode>();
      read(query).forEach(code -> found.put(code.code(), code));
      return found;
    }
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement("select not exists (select from icpc_code)");
        var row = query.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /**
   * Codes in their order whose code begins with the words looked for, or whose names hold them.
   *
   * @param words anything; empty finds all
   * @param kind only those that may stand for it, when given
   */
  public List<IcpcCode> search(
      String words, Optional<IcpcCode.Kind> kind, Optional<String> after, int max) {
    var sql =
        "select "
            + COLUMNS
            + """
               from icpc_code
              where code > ?
                and (starts_with(lower(code), lower(?)) or name_uk ilike ? or name_en ilike ?)
                and (?::text is null or kind in (?, 'ANY'))
              order by code limit ?
            """;
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      var pattern = "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%";
      var kindName = kind.map(Enum::name).orElse(null);
      query.setString(1, after.orElse(""));
      query.setString(2, words);
      query.setString(3, pattern);
      query.setString(4, pattern);
      query.setString(5, kindName);
      query.setString(6, kindName);
      query.setInt(7, max);
      return read(query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<IcpcCode> read(PreparedStatement query) throws SQLException {
    var codes = new ArrayList<IcpcCode>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        codes.add(
            new IcpcCode(
                rows.getString("code"),
                IcpcCode.Kind.valueOf(rows.getString("kind")),
                rows.getString("name_uk"),
                rows.getString("name_en"),
                rows.getObject("withdrawn_on", LocalDate.class)));
      }
    }
    return codes;
  }
}
