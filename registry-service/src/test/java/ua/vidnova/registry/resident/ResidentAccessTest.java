package ua.vidnova.registry.resident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
class ResidentAccessTest {

  private static final String[] EVERYONE = {
    "id",
    "name",
    "birthDate",
    "sex",
    "settlement",
    "settlementName",
    "lifeState",
    "lifeStateSince",
    "evidenceLevel",
    "identifiedOn",
    "registeredOn"
  };

  @Test
  void a_registrar_sees_everything_but_the_whole_account() {
    assertThat(shownTo(Roles.REGISTRAR))
        .containsOnlyKeys(
            and(
                "rnokpp",
                "phone",
                "documents",
                "paymentChannel",
                "noRussianPension",
                "provenance",
                "openQuestions"))
        .containsEntry("paymentChannel", Map.of("kind", "BANK", "ibanEnding", "0000"));
  }

  @Test
  void a_medic_sees_whom_to_call_and_neither_papers_nor_money() {
    var person = woman();
    Map<String, Object> shown =
        show(registered(person), staff(Roles.MEDIC)).extract().jsonPath().getMap("");
    assertThat(shown).containsOnlyKeys(and("rnokppEnding", "phone"));
    assertThat(shown).containsEntry("rnokppEnding", person.get("rnokpp").asText().substring(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  void payments_staff_see_number_and_account(String role) {
    assertThat(shownTo(role))
        .containsOnlyKeys(and("rnokpp", "paymentChannel", "noRussianPension"))
        .containsEntry(
            "paymentChannel", Map.of("kind", "BANK", "iban", "UA283004650000026200000000000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.BRIGADE_LEAD,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        "someone-new"
      })
  void others_open_nobody(String role) {
    show(registered(woman()), staff(role)).statusCode(403).body("code", equalTo("forbidden"));
  }

  @Test
  void partners_open_nobody() {
    var partner = TestTokens.partner("pension-fund", "00035323", "payments.awards:write");
    show(registered(woman()), partner).statusCode(403);
  }

  @Test
  void nobody_is_opened_without_a_valid_token() {
    var id = registered(woman());
    given().get(RESIDENTS + "/" + id).then().statusCode(401);
    var token = TestTokens.staff("registrar", Roles.REGISTRAR).within(TestPeople.LUHANSK_OBLAST);
    show(id, token.expired().token()).statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({
    "registrar, " + TestPeople.ALCHEVSK + ", 200",
    "registrar, " + TestPeople.ALCHEVSK_HROMADA + ", 200",
    "registrar, " + TestPeople.SIVERSKODONETSK_HROMADA + ", 404",
    "medic, " + TestPeople.ALCHEVSK_HROMADA + ", 200",
    "medic, " + TestPeople.SIVERSKODONETSK_HROMADA + ", 404",
    "payments-officer, " + TestPeople.LUHANSK_OBLAST + ", 200",
    "payments-officer, " + TestPeople.SIVERSKODONETSK_HROMADA + ", 404",
    "payments-approver, " + TestPeople.SIVERSKODONETSK_HROMADA + ", 404"
  })
  void a_resident_is_there_only_for_the_own_territory(String role, String territory, int status) {
    show(registered(woman()), TestTokens.staff(role, role).within(territory).token())
        .statusCode(status);
  }

  @Test
  void someone_elses_resident_cannot_be_told_from_nobody() {
    var stranger =
        TestTokens.staff("registrar", Roles.REGISTRAR)
            .within(TestPeople.SIVERSKODONETSK_HROMADA)
            .token();
    assertThat(show(registered(woman()), stranger).extract().asString())
        .isEqualTo(show(UUID.randomUUID().toString(), stranger).extract().asString());
    show("not-an-id", stranger).statusCode(404);
  }

  private static Map<String, Object> shownTo(String role) {
    return show(registered(woman()), staff(role))
        .statusCode(200)
        .header("ETag", equalTo("\"0\""))
        .extract()
        .jsonPath()
        .getMap("");
  }

  private static String[] and(String... parts) {
    return Stream.of(EVERYONE, parts).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
