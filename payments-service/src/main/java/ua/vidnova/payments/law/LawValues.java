package ua.vidnova.payments.law;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the amounts and coefficients of law; some hundred rows, so always all of them. */
@ApplicationScoped
public class LawValues {

  private static final String COLUMNS =
      "select id, code, dimension, value, act, article, source, valid_from, valid_to"
          + " from law_value where code = any(?) and ";

  private final AgroalDataSource database;

  @Inject
  LawValues(AgroalDataSource database) {
    this.database = database;
  }

  /** What is known now. */
  public LawBook read() {
    return read("replaced_at is null", (connection, query) -> {});
  }

  /** What was known at a time, whatever was corrected since. */
  public LawBook readAsKnownAt(Instant time) {
    return read(
        "recorded_at <= ? and (replaced_at is null or replaced_at > ?)",
        (connection, query) -> {
          query.setTimestamp(2, Timestamp.from(time));
          query.setTimestamp(3, Timestamp.from(time));
        });
  }

  /** Rows by their ids, those since replaced included. */
  public LawBook read(Collection<UUID> ids) {
    return read(
        "id = any(?)",
        (connection, query) -> query.setArray(2, connection.createArrayOf("uuid", ids.toArray())));
  }

  private interface Parameters {
    void set(Connection connection, PreparedStatement query) throws SQLException;
  }

  private LawBook read(String condition, Parameters parameters) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(COLUMNS + condition)) {
      query.setArray(1, connection.createArrayOf("text", LawCode.values()));
      parameters.set(connection, query);
      var rows = query.executeQuery();
      var values = new ArrayList<LawValue>();
      while (rows.next()) {
        values.add(value(rows));
      }
      return new LawBook(values);
    } catch (SQLException e) {
      throw new IllegalStateException("The values of law could not be read", e);
    }
  }

  private static LawValue value(ResultSet row) throws SQLException {
    return new LawValue(
        row.getObject("id", UUID.class),
        LawCode.valueOf(row.getString("code")),
        row.getString("dimension"),
        row.getBigDecimal("value").stripTrailingZeros(),
        row.getString("act"),
        row.getString("article"),
        row.getString("source"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  /** What holds on a day, or at any time, of one code or of all; in the order of codes. */
  public List<LawValue> list(Optional<LawCode> code, Optional<LocalDate> on) {
    return read().values().stream()
        .filter(value -> code.isEmpty() || value.code() == code.get())
        .filter(value -> on.isEmpty() || value.holdsOn(on.get()))
        .sorted(
            Comparator.comparing(LawValue::code)
                .thenComparing(LawValue::dimension)
                .thenComparing(LawValue::validFrom))
        .toList();
  }
}
