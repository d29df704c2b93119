package ua.vidnova.payments.programme;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.payments.programme.NewRows.Law;

/** Ends rows of programmes and adds those that follow; nothing is ever rewritten. */
@ApplicationScoped
class ProgrammeRows {

  private final AgroalDataSource database;
  private final EntityManager entities;

  @Inject
  ProgrammeRows(AgroalDataSource database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  void add(ProgrammeChange change, NewRows rows) {
    entities.flush();
    try (var connection = database.getConnection()) {
      if (rows.programme() != null) {
        addProgramme(connection, change.programme(), rows.programme());
      }
      for (var row : rows.amounts()) {
        var table = new Table("programme_amount", List.of("category"));
        table.end(connection, change, row.law(), row.category());
        table.insert(
            connection,
            change,
            row.law(),
            List.of("category", "amount_minor", "pensions", "age_below_years"),
            row.category(),
            row.amountMinor(),
            row.pensions(),
            row.ageBelowYears());
      }
      for (var row : rows.terms()) {
        var table = new Table("programme_term", List.of());
        table.end(connection, change, row.law());
        table.insert(
            connection,
            change,
            row.law(),
            List.of("months", "extends"),
            row.months(),
            row.extendsItself());
      }
      for (var row : rows.evidence()) {
        var table = new Table("programme_evidence", List.of("category", "evidence"));
        table.end(connection, change, row.law(), row.category(), row.evidence());
        table.insert(connection, change, row.law(), table.key(), row.category(), row.evidence());
      }
      for (var row : rows.exclusions()) {
        var table = new Table("programme_exclusion", List.of("excluded"));
        table.end(connection, change, row.law(), row.excluded());
        table.insert(
            connection,
            change,
            row.law(),
            List.of("excluded", "months"),
            row.excluded(),
            row.months());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The rows of a programme could not be written", e);
    }
  }

  private static void addProgramme(
      Connection connection, String code, NewRows.NewProgramme programme) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into programme (code, name_uk, kind, per, payer, liberated_only)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, code);
      insert.setString(2, programme.nameUk());
      insert.setString(3, programme.kind().name());
      insert.setString(4, programme.per().name());
      insert.setString(5, programme.payer());
      insert.setBoolean(6, programme.liberatedOnly());
      insert.executeUpdate();
    }
  }

  /** One of the tables of dated rows, with what says that two rows are about the same. */
  private record Table(String name, List<String> key) {

    void end(Connection connection, ProgrammeChange change, Law law, Object... keyValues)
        throws SQLException {
      var same =
          Stream.concat(Stream.of("true"), key.stream().map(column -> column + " = ?"))
              .collect(Collectors.joining(" and "));
      try (var update =
          connection.prepareStatement(
              "update %s set valid_to = greatest(valid_from, ?::date) where programme = ? and %s"
                      .formatted(name, same)
                  + " and daterange(valid_from, valid_to) && daterange(?::date, ?::date)")) {
        var parameter = 0;
        update.setObject(++parameter, law.validFrom());
        update.setString(++parameter, change.programme());
        for (var value : keyValues) {
          update.setObject(++parameter, value);
        }
        update.setObject(++parameter, law.validFrom());
        update.setObject(++parameter, law.validTo());
        update.executeUpdate();
      }
    }

    void insert(
        Connection connection,
        ProgrammeChange change,
        Law law,
        List<String> columns,
        Object... values)
        throws SQLException {
      var places = Arrays.stream(values).map(any -> "?").collect(Collectors.joining(", "));
      try (var insert =
          connection.prepareStatement(
              "insert into %s (programme, change_id, act, article, source, valid_from, valid_to, %s)"
                      .formatted(name, String.join(", ", columns))
                  + " values (?, ?, ?, ?, ?, ?, ?, %s)".formatted(places))) {
        var parameter = 0;
        insert.setString(++parameter, change.programme());
        insert.setObject(++parameter, change.id());
        insert.setString(++parameter, law.act());
        insert.setString(++parameter, law.article());
        insert.setString(++parameter, law.source());
        insert.setObject(++parameter, law.validFrom());
        insert.setObject(++parameter, law.validTo());
        for (var value : values) {
          insert.setObject(++parameter, value);
        }
        insert.executeUpdate();
      }
    }
  }
}
