package ua.vidnova.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.imports.Lists.HEADER;
import static ua.vidnova.registry.imports.Lists.imported;
import static ua.vidnova.registry.imports.Lists.newList;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.WithPlatform;

/** The database's session is killed in the middle of a chunk: the state is there alone. */
@QuarkusTest
@WithPlatform
class ImportResumeTest {

  private static final int LINES = 30;

  @Inject AgroalDataSource database;

  @ParameterizedTest
  @CsvSource({
    "resident, insert, 9",
    "statement, insert, 20",
    "identity_document, insert, 15",
    "listed_line, insert, 29",
    "match_key, insert, 100",
    "audit_entry, insert, 23",
    "list_import_tally, insert, 1",
    "list_import, update, 3"
  })
  void an_import_that_is_killed_goes_on_where_it_was(String table, String event, int row)
      throws SQLException {
    var list = newList();
    killOnceAt(table, event, row);
    try {
      imported(list, HEADER + lines() + ";;;;;;;;\n")
          .body("state", equalTo("DONE"))
          .body("lines.added", equalTo(LINES))
          .body("lines.unchanged", equalTo(0))
          .body("lines.refused", equalTo(1))
          .body("refusals[0].lines", equalTo(1));
      assertThat(kills()).as("the trigger killed").isGreaterThanOrEqualTo(row);
    } finally {
      execute("drop function kill_once cascade", "drop sequence kills");
    }
    var residents = "select id from resident where listed_in = '" + list + "'";
    assertThat(count("resident where listed_in = '" + list + "'")).isEqualTo(LINES);
    assertThat(count("listed_line where list = '" + list + "'")).isEqualTo(LINES);
    assertThat(count("statement where resident_id in (" + residents + ")")).isEqualTo(LINES);
    assertThat(count("audit_entry where subject_id in (" + residents + ")")).isEqualTo(LINES);
    as(staff(Roles.AUDITOR))
        .get("/api/registry/v1/audit/verification")
        .then()
        .statusCode(200)
        .body("whole", equalTo(true));
  }

  private static String lines() {
    return IntStream.range(0, LINES)
        .mapToObj(n -> Lists.line().replace(";;;\n", ";;ЕК%06d;\n".formatted(n)))
        .collect(Collectors.joining());
  }

  /**
   * Kills the session that writes a certain row; a sequence, unlike a table, is not rolled back.
   */
  private void killOnceAt(String table, String event, int row) throws SQLException {
    execute(
        "create sequence kills",
        """
        create function kill_once() returns trigger language plpgsql as $$
        begin
          if nextval('kills') = %d then
            perform pg_terminate_backend(pg_backend_pid());
          end if;
          return new;
        end $$
        """
            .formatted(row),
        "create trigger kill_once before "
            + event
            + " on "
            + table
            + " for each row execute function kill_once()");
  }

  private long kills() throws SQLException {
    return count("generate_series(1, (select last_value from kills))");
  }

  private void execute(String... commands) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (var sql : commands) {
        statement.execute(sql);
      }
    }
  }

  private long count(String from) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var rows = statement.executeQuery("select count(*) from " + from);
      rows.next();
      return rows.getLong(1);
    }
  }
}
