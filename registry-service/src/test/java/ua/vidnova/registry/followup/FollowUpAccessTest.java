package ua.vidnova.registry.followup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.followup.FollowUpsApi.FOLLOW_UPS;
import static ua.vidnova.registry.followup.FollowUpsApi.close;
import static ua.vidnova.registry.followup.FollowUpsApi.listOf;
import static ua.vidnova.registry.followup.FollowUpsApi.opened;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
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
class FollowUpAccessTest {

  /** A registrar of another hromada. */
  static String registrarElsewhere() {
    return TestTokens.staff("stranger", Roles.REGISTRAR)
        .within(TestPeople.SIVERSKODONETSK_HROMADA)
        .token();
  }

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
  void only_a_registrar_works_on_them(String role) {
    var resident = registered(woman());
    var id = opened("BirthRecorded", resident);
    as(staff(role)).get(FOLLOW_UPS).then().statusCode(403).body("code", equalTo("forbidden"));
    close(id, "DONE", "x", staff(role)).statusCode(403);
    assertThat(listOf(resident, "", registrar())).hasSize(1);
  }

  @Test
  void partners_and_strangers_do_not() {
    var partner = TestTokens.partner("ukrposhta", "21560045", "payments.batches:read");
    as(partner).get(FOLLOW_UPS).then().statusCode(403);
    given().get(FOLLOW_UPS).then().statusCode(401);
    given()
        .contentType("application/json")
        .body("{}")
        .post(FOLLOW_UPS + "/019aa7d0-5c00-7a10-8b21-4f0c6d2e9fff/closure")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({
    TestPeople.ALCHEVSK + ", 1, 200",
    TestPeople.ALCHEVSK_HROMADA + ", 1, 200",
    TestPeople.LUHANSK_OBLAST + ", 1, 200",
    TestPeople.SIVERSKODONETSK_HROMADA + ", 0, 404",
    "nonsense, 0, 404"
  })
  void a_registrar_works_within_the_own_territory(String territory, int listed, int closed) {
    var resident = registered(woman());
    var id = opened("MissingPersonSeen", resident);
    var token = TestTokens.staff("registrar", Roles.REGISTRAR).within(territory).token();
    assertThat(listOf(resident, "", token)).hasSize(listed);
    close(id, "DISMISSED", "Не та особа", token).statusCode(closed);
  }

  @Test
  void a_registrar_without_territory_sees_nothing() {
    var id = opened("BirthRecorded", registered(woman()));
    var nowhere = TestTokens.staff("nowhere", Roles.REGISTRAR).token();
    as(nowhere).get(FOLLOW_UPS).then().statusCode(200).body("items", empty());
    close(id, "DONE", "x", nowhere).statusCode(404);
  }

  @Test
  void a_shielded_persons_are_there_only_for_named_staff() {
    var resident = registered(woman());
    var id = opened("BirthRecorded", resident);
    as(staff(Roles.ADMINISTRATOR))
        .contentType("application/json")
        .body(Map.of("reason", "Погрози колишнього чоловіка", "staff", List.of("trusted")))
        .post(RESIDENTS + "/" + resident + "/shield")
        .then()
        .statusCode(201);
    assertThat(listOf(resident, "", registrar())).isEmpty();
    close(id, "DONE", "x", registrar()).statusCode(404);
    var trusted =
        TestTokens.staff("trusted", Roles.REGISTRAR).within(TestPeople.LUHANSK_OBLAST).token();
    assertThat(listOf(resident, "", trusted)).hasSize(1);
    close(id, "DONE", "Зареєстровано", trusted).statusCode(200);
  }
}
