package ua.vidnova.payments.resumption;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class ResumptionAccessTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  @Test
  void nobody_reads_or_decides_without_a_token() {
    given().get(Payments.BASE + "resumptions").then().statusCode(401);
    given()
        .post(Payments.BASE + "resumptions/" + UUID.randomUUID() + "/approval")
        .then()
        .statusCode(401);
  }

  @Test
  void officers_approvers_and_auditors_read() {
    var resumption = Payments.opened(Person.anyone());

    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      Payments.get(token, "resumptions/" + resumption).then().statusCode(200);
      Payments.get(token, "resumptions").then().statusCode(200);
    }
  }

  @Test
  void other_staff_and_partners_do_not() {
    for (var token :
        List.of(
            staff(Roles.REGISTRAR),
            staff(Roles.MEDIC),
            staff(Roles.COORDINATOR),
            staff(Roles.ADMINISTRATOR),
            Payments.ukrposhta(),
            Payments.pensionFund())) {
      Payments.get(token, "resumptions").then().statusCode(403);
      Payments.get(token, "resumptions/" + UUID.randomUUID()).then().statusCode(403);
    }
  }

  @Test
  void only_officers_propose_and_only_approvers_approve() {
    var id = Payments.opened(Person.anyone());
    for (var token :
        List.of(
            Payments.approver(),
            Payments.auditor(),
            staff(Roles.REGISTRAR),
            Payments.ukrposhta())) {
      Payments.post(token, "resumptions/" + id + "/proposal").then().statusCode(403);
    }
    for (var token :
        List.of(
            Payments.officer(), Payments.auditor(), staff(Roles.MEDIC), Payments.pensionFund())) {
      Payments.post(token, "resumptions/" + id + "/approval").then().statusCode(403);
    }
    for (var token : List.of(Payments.auditor(), staff(Roles.COORDINATOR))) {
      Payments.post(token, "resumptions/" + id + "/refusal", Map.of("reason", "Ні"))
          .then()
          .statusCode(403);
    }
  }

  @Test
  void a_resident_of_another_hromada_is_not_there() {
    var person = Person.anyone();
    var id = Payments.opened(person);
    var officer = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within(OTHER_HROMADA).token();
    var approver = TestTokens.staff("far", Roles.PAYMENTS_APPROVER).within(OTHER_HROMADA).token();

    Payments.get(officer, "resumptions/" + id).then().statusCode(404);
    Payments.get(officer, "resumptions?residentId=" + person.residentId())
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    Payments.post(officer, "resumptions/" + id + "/proposal")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    Payments.post(officer, "resumptions/" + id + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(404);
    Payments.post(approver, "resumptions/" + id + "/approval").then().statusCode(404);
  }

  @Test
  void staff_without_a_territory_see_nobody() {
    var id = Payments.opened(Person.anyone());
    var officer = TestTokens.staff("nowhere", Roles.PAYMENTS_OFFICER).token();

    Payments.get(officer, "resumptions/" + id).then().statusCode(404);
    Payments.get(officer, "resumptions").then().body("items", hasSize(0));
  }

  @Test
  void what_is_not_there_is_not_found() {
    Payments.get(Payments.officer(), "resumptions/" + UUID.randomUUID()).then().statusCode(404);
    Payments.post(Payments.officer(), "resumptions/" + UUID.randomUUID() + "/proposal")
        .then()
        .statusCode(404);
    Payments.get(Payments.officer(), "resumptions/not-an-id").then().statusCode(404);
  }

  private static String staff(String role) {
    return TestTokens.staff("someone", role).within(Person.OBLAST).token();
  }
}
