package ua.vidnova.registry.registration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class RegistrationAccessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.MEDIC,
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void only_a_registrar_registers(String role) {
    register(woman(), staff(role)).statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void a_partner_registers_nobody() {
    register(woman(), TestTokens.partner("ukrposhta", "21560045", "payments.batches:read"))
        .statusCode(403);
  }

  @Test
  void nobody_registers_without_a_token() {
    given()
        .contentType("application/json")
        .body("{}")
        .post(RESIDENTS)
        .then()
        .statusCode(401)
        .body("code", equalTo("unauthenticated"));
  }

  @ParameterizedTest
  @CsvSource({
    TestPeople.ALCHEVSK + ", 201",
    TestPeople.ALCHEVSK_HROMADA + ", 201",
    "UA44020000000082097, 201",
    TestPeople.LUHANSK_OBLAST + ", 201",
    TestPeople.SIVERSKODONETSK_HROMADA + ", 403",
    "UA44020010020065957, 403",
    "nonsense, 403"
  })
  void a_registrar_registers_within_the_own_territory(String territory, int status) {
    register(woman(), registrarOf(territory)).statusCode(status);
  }

  @Test
  void a_settlement_outside_is_refused_by_name() {
    register(woman(), registrarOf(TestPeople.SIVERSKODONETSK_HROMADA))
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("outside-your-territory"));
  }

  @Test
  void a_registrar_without_territory_registers_nobody() {
    register(woman(), TestTokens.staff("nowhere", Roles.REGISTRAR).token()).statusCode(403);
  }

  private static String registrarOf(String territory) {
    return TestTokens.staff("registrar", Roles.REGISTRAR).within(territory).token();
  }
}
