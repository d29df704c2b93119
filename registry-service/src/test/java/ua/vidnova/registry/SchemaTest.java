package ua.vidnova.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.TestPeople.woman;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.testing.WithPlatform;

/** What must never happen is refused by the database itself, whatever the code above it does. */
@QuarkusTest
@WithPlatform
class SchemaTest {

  @Inject AgroalDataSource database;

  @Test
  void two_residents_never_share_a_number() {
    var first = woman();
    registered(first);
    var second = registered(woman());
    assertThatThrownBy(
            () ->
                execute(
                    "update resident set rnokpp = '%s' where id = '%s'"
                        .formatted(first.get("rnokpp").asText(), second)))
        .hasMessageContaining("one_resident_per_rnokpp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rnokpp = null                     | rnokpp_or_why_not
          rnokpp_absence = 'LOST'           | rnokpp_or_why_not
          payment_kind = 'POST'             | account_only_at_a_bank
          areas = '{}'                      | settlement_is_among_its_areas
          identified_on = '1900-01-01'      | nothing_before_birth
          life_state_since = '1900-01-01'   | nothing_before_birth
          evidence_level = 'HEARSAY'        | evidence_level
          birth_date = '1800-01-01'         | birth_date
          """)
  void a_resident_never_contradicts_itself(String change, String constraint) {
    var id = registered(woman());
    assertThatThrownBy(() -> execute("update resident set " + change + " where id = '" + id + "'"))
        .hasMessageContaining(constraint);
  }

  @ParameterizedTest
  @CsvSource({
    "update statement set facts = '{}'",
    "delete from statement",
    "truncate statement cascade",
    "update identity_document set number = null",
    "delete from identity_document",
    "truncate identity_document",
    "update registered_view set content = '{}'",
    "delete from submission"
  })
  void what_was_stated_is_never_changed(String sql) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining("is only ever added to");
  }

  @Test
  void a_resident_is_registered_once() {
    var id = registered(woman());
    assertThatThrownBy(
            () ->
                execute(
                    "insert into statement select gen_random_uuid(), resident_id, kind, facts,"
                        + " source, recorded_by, recorded_by_name, recorded_at, device_time"
                        + " from statement where resident_id = '"
                        + id
                        + "'"))
        .hasMessageContaining("one_registration_per_resident");
  }

  @Test
  void a_fact_is_never_without_its_weight() {
    var id = registered(woman());
    assertThatThrownBy(
            () ->
                execute(
                    "insert into statement (id, resident_id, kind, facts, source, recorded_by,"
                        + " recorded_by_name, recorded_at) values (gen_random_uuid(), '"
                        + id
                        + "', 'NAME', '{}', 'REGISTRAR', 'x', 'x', now())"))
        .hasMessageContaining("a_fact_has_its_weight");
  }

  @ParameterizedTest
  @CsvSource({
    "delete from shielded_resident",
    "truncate shield_named_staff",
    "truncate shielded_resident cascade"
  })
  void a_shield_is_never_forgotten(String sql) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining("is never deleted");
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
