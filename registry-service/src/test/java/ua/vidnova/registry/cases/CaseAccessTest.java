package ua.vidnova.registry.cases;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.cases.CasesApi.CASES;
import static ua.vidnova.registry.cases.CasesApi.post;
import static ua.vidnova.registry.cases.CasesApi.show;
import static ua.vidnova.registry.cases.CasesApi.stranger;
import static ua.vidnova.registry.cases.CasesApi.submission;
import static ua.vidnova.registry.cases.CasesApi.submissionOf;
import static ua.vidnova.registry.cases.CasesApi.submit;
import static ua.vidnova.registry.cases.CasesApi.submitted;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class CaseAccessTest {

  private static final String REFUSE = "{\"to\": \"REFUSED\", \"note\": \"x\"}";

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
  void only_a_registrar_works_on_cases(String role) {
    var id = submitted("IDP_RECORD");
    submit(submission("IDP_RECORD"), staff(role))
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    as(staff(role)).get(CASES).then().statusCode(403);
    as(staff(role)).get(CASES + "/" + id).then().statusCode(403);
    post(CASES + "/" + id + "/transitions", REFUSE, staff(role)).statusCode(403);
  }

  @Test
  void partners_and_strangers_do_not() {
    var id = submitted("IDP_RECORD");
    var partner = TestTokens.partner("ukrposhta", "21560045", "payments.batches:read");
    as(partner).get(CASES + "/" + id).then().statusCode(403);
    given().get(CASES + "/" + id).then().statusCode(401);
    given().get(CASES).then().statusCode(401);
    given().contentType("application/json").body("{}").post(CASES).then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource({
    TestPeople.ALCHEVSK + ", 201, 200",
    TestPeople.ALCHEVSK_HROMADA + ", 201, 200",
    TestPeople.LUHANSK_OBLAST + ", 201, 200",
    TestPeople.SIVERSKODONETSK_HROMADA + ", 422, 404",
    "UA44020010020065957, 422, 404",
    "nonsense, 422, 404"
  })
  void a_registrar_works_within_the_own_territory(String territory, int submits, int reads) {
    var token = TestTokens.staff("registrar", Roles.REGISTRAR).within(territory).token();
    submit(submission("IDP_RECORD"), token).statusCode(submits);
    as(token).get(CASES + "/" + submitted("IDP_RECORD")).then().statusCode(reads);
  }

  @Test
  void a_case_of_another_hromada_is_neither_listed_nor_moved() {
    var resident = registered(woman());
    var id = submit(submissionOf(resident, "IDP_RECORD")).extract().<String>path("id");
    as(stranger()).get(CASES + "?limit=200").then().body("items.id", not(hasItem(id)));
    as(stranger()).get(CASES + "?residentId=" + resident).then().body("items", empty());
    post(CASES + "/" + id + "/transitions", REFUSE, stranger())
        .statusCode(404)
        .body("code", equalTo("not-found"));
    show(id).body("state", equalTo("SUBMITTED"));
  }

  @Test
  void a_registrar_without_territory_sees_nothing() {
    var nowhere = TestTokens.staff("nowhere", Roles.REGISTRAR).token();
    as(nowhere).get(CASES).then().statusCode(200).body("items", empty());
    as(nowhere).get(CASES + "/" + submitted("IDP_RECORD")).then().statusCode(404);
  }

  @Test
  void an_applicant_of_another_hromada_is_as_unknown_as_nobody() {
    var resident = registered(woman());
    for (var id : new String[] {resident, Ids.newId().toString()}) {
      submit(submissionOf(id, "IDP_RECORD"), stranger())
          .statusCode(422)
          .body("errors.code", hasItem("unknown-resident"));
    }
  }

  @Test
  void the_id_of_a_case_elsewhere_tells_nothing_about_it() {
    var submission = submission("IDP_RECORD").put("id", Ids.newId().toString());
    submit(submission).statusCode(201);
    submit(submission, stranger()).statusCode(409).body("code", equalTo("id-in-use"));
  }
}
