package ua.vidnova.registry.services;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class ServicesResourceTest {

  @Inject AgroalDataSource database;
  @Inject ServiceCatalogue catalogue;

  @Test
  void the_services_of_the_mobile_administrator_are_offered() {
    services()
        .body(
            "items.code",
            hasItems(
                "RESIDENCE_REGISTRATION",
                "RESIDENCE_DEREGISTRATION",
                "LOST_DOCUMENT_STATEMENT",
                "BIRTH_FACT_FOR_COURT",
                "DEATH_FACT_FOR_COURT",
                "IDP_RECORD",
                "DESTROYED_PROPERTY_NOTICE",
                "PENSION_APPLICATION"));
  }

  @Test
  void a_service_says_what_is_needed_what_it_costs_who_decides_and_by_when() {
    var registration = "items.find { it.code == 'RESIDENCE_REGISTRATION' }.";
    services()
        .body(registration + "guideId", equalTo("00034"))
        .body(registration + "nameUk", equalTo("Реєстрація місця проживання"))
        .body(registration + "fee.rule", equalTo("SHARE_OF_SUBSISTENCE"))
        .body(registration + "fee.basisPoints", equalTo(150))
        .body(registration + "fee.lateBasisPoints", equalTo(250))
        .body(registration + "term.days", equalTo(1))
        .body(registration + "needsSpecialEquipment", equalTo(false))
        .body(registration + "documents.kind", hasItems("APPLICATION", "HOUSING_RIGHT"))
        .body("items.find { it.code == 'ID_CARD' }.needsSpecialEquipment", equalTo(true));
  }

  @Test
  void every_fact_has_a_source_and_what_is_not_certain_says_so() {
    services()
        .body("items.legalBasis.source", everyItem(notNullValue()))
        .body("items.term.source", everyItem(notNullValue()))
        .body(
            "items.findAll { it.legalBasis.article == null"
                + " && !it.legalBasis.source.contains('to be confirmed') }.code",
            equalTo(java.util.List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.REGISTRAR, Roles.MEDIC, Roles.COORDINATOR, Roles.AUDITOR})
  void whoever_has_signed_in_may_read_them(String role) {
    as(staff(role)).get("/api/registry/v1/services").then().statusCode(200);
  }

  @Test
  void without_a_token_it_is_401() {
    given().get("/api/registry/v1/services").then().statusCode(401);
  }

  @Test
  void a_correction_is_another_row_from_its_day_on() throws SQLException {
    execute(
        "insert into service select 'CHANGING_SERVICE', date '2026-01-01', date '2026-06-01',"
            + " guide_id, name_uk, name_en, act, article, source, documents, fee_rule,"
            + " fee_basis_points, fee_late_basis_points, competent_body_uk, competent_body_en,"
            + " special_equipment, term_days, term_kind, term_source, told_to"
            + " from service where code = 'IDP_RECORD'");
    execute(
        "insert into service select 'CHANGING_SERVICE', date '2026-06-01', null,"
            + " guide_id, 'Нова назва', name_en, act, article, source, documents, fee_rule,"
            + " fee_basis_points, fee_late_basis_points, competent_body_uk, competent_body_en,"
            + " special_equipment, term_days, term_kind, term_source, told_to"
            + " from service where code = 'IDP_RECORD'");
    assertThat(catalogue.find("CHANGING_SERVICE", LocalDate.of(2025, 12, 31))).isEmpty();
    assertThat(catalogue.find("CHANGING_SERVICE", LocalDate.of(2026, 5, 31)).orElseThrow().nameUk())
        .isNotEqualTo("Нова назва");
    assertThat(catalogue.find("CHANGING_SERVICE", LocalDate.of(2026, 6, 1)).orElseThrow().nameUk())
        .isEqualTo("Нова назва");
    services().body("items.nameUk", hasItem("Нова назва"));
    execute(
        "update service set valid_to = '2026-06-02' where code = 'CHANGING_SERVICE'"
            + " and valid_to is null");
    services().body("items.code", not(hasItem("CHANGING_SERVICE")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update service set term_days = 99 where code = 'IDP_RECORD'",
        "delete from service where code = 'IDP_RECORD'"
      })
  void a_service_is_never_rewritten(String sql) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining("never rewritten");
  }

  @Test
  void no_two_rows_of_a_service_hold_on_one_day() {
    assertThatThrownBy(
            () ->
                execute(
                    "insert into service select code, date '2026-03-01', null, guide_id, name_uk,"
                        + " name_en, act, article, source, documents, fee_rule, fee_basis_points,"
                        + " fee_late_basis_points, competent_body_uk, competent_body_en,"
                        + " special_equipment, term_days, term_kind, term_source, told_to"
                        + " from service where code = 'IDP_RECORD'"))
        .hasMessageContaining("service_code_daterange_excl");
  }

  private static ValidatableResponse services() {
    return as(registrar()).get("/api/registry/v1/services").then().statusCode(200);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
