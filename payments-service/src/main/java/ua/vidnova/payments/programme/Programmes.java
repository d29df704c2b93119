package ua.vidnova.payments.programme;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the programmes; a handful with some dozen rows, so always all of them. */
@ApplicationScoped
public class Programmes {

  /** Taken by whoever changes a programme, and by whoever decides by what it says. */
  public static final String LOCK = "programmes";

  private final AgroalDataSource database;

  @Inject
  Programmes(AgroalDataSource database) {
    this.database = database;
  }

  /** In the order of codes. */
  public List<Programme> list() {
    try (var connection = database.getConnection()) {
      var amounts = read(connection, "programme_amount", "category", Programmes::amount);
      var terms = read(connection, "programme_term", "valid_from", Programmes::term);
      var evidence = read(connection, "programme_evidence", "evidence", Programmes::evidence);
      var exclusions = read(connection, "programme_exclusion", "excluded", Programmes::exclusion);
      try (var query = connection.prepareStatement("select * from programme order by code")) {
        var rows = query.executeQuery();
        var programmes = new ArrayList<Programme>();
        while (rows.next()) {
          var code = rows.getString("code");
          programmes.add(
              new Programme(
                  code,
                  rows.getString("name_uk"),
                  Programme.Kind.valueOf(rows.getString("kind")),
                  Programme.Per.valueOf(rows.getString("per")),
                  Programme.Entrance.valueOf(rows.getString("entrance")),
                  rows.getString("payer"),
                  rows.getBoolean("has_arrears"),
                  rows.getBoolean("liberated_only"),
                  amounts.getOrDefault(code, List.of()),
                  terms.getOrDefault(code, List.of()),
                  evidence.getOrDefault(code, List.of()),
                  exclusions.getOrDefault(code, List.of())));
        }
        return programmes;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Programmes could not be read", e);
    }
  }

  public Optional<Programme> find(String code) {
    return list().stream().filter(programme -> programme.code().equals(code)).findFirst();
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> Map<String, List<T>> read(
      Connection connection, String table, String order, RowReader<T> reader) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select * from " + table + " order by programme, " + order + ", valid_from, id")) {
      var rows = query.executeQuery();
      var found = new HashMap<String, List<T>>();
      while (rows.next()) {
        found
            .computeIfAbsent(rows.getString("programme"), any -> new ArrayList<>())
            .add(reader.read(rows));
      }
      return found;
    }
  }

  private static AmountRow amount(ResultSet row) throws SQLException {
    return new AmountRow(
        row.getObject("id", UUID.class),
        row.getString("category"),
        row.getObject("amount_minor", Long.class),
        row.getObject("pensions", Integer.class),
        row.getObject("age_below_years", Integer.class),
        basis(row));
  }

  private static TermRow term(ResultSet row) throws SQLException {
    return new TermRow(row.getInt("months"), row.getBoolean("extends"), basis(row));
  }

  private static EvidenceRow evidence(ResultSet row) throws SQLException {
    return new EvidenceRow(row.getString("category"), row.getString("evidence"), basis(row));
  }

  private static ExclusionRow exclusion(ResultSet row) throws SQLException {
    return new ExclusionRow(
        row.getString("excluded"), row.getObject("months", Integer.class), basis(row));
  }

  private static Basis basis(ResultSet row) throws SQLException {
    return new Basis(
        row.getString("act"),
        row.getString("article"),
        row.getString("source"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
