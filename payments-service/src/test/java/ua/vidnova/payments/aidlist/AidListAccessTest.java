package ua.vidnova.payments.aidlist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class AidListAccessTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  @Inject Books books;
  @Inject Aid aid;

  @Test
  void nobody_comes_in_without_a_token() {
    given().get(Payments.BASE + "aid-lists").then().statusCode(401);
    given()
        .contentType("text/csv")
        .body("rnokpp,category")
        .post(Payments.BASE + "aid-lists?settlement=" + Person.LIBERATED)
        .then()
        .statusCode(401);
  }

  @Test
  void only_officers_take_lists_and_only_approvers_approve() {
    for (var token :
        List.of(
            Payments.approver(),
            Payments.auditor(),
            staff(Roles.REGISTRAR),
            Payments.ukrposhta())) {
      Aid.upload(
              token,
              Person.LIBERATED,
              "text/csv",
              "rnokpp,category".getBytes(StandardCharsets.UTF_8))
          .then()
          .statusCode(403);
    }
    var id = UUID.randomUUID();
    for (var token : List.of(Payments.officer(), Payments.auditor(), staff(Roles.COORDINATOR))) {
      Payments.post(token, "aid-lists/" + id + "/approval").then().statusCode(403);
    }
    for (var token : List.of(Payments.auditor(), staff(Roles.COORDINATOR))) {
      Payments.post(token, "aid-lists/" + id + "/funding", Map.of("fundedOn", "2026-11-22"))
          .then()
          .statusCode(403);
    }
    Payments.get(staff(Roles.MEDIC), "aid-lists").then().statusCode(403);
    Payments.get(staff(Roles.COORDINATOR), "aid-lists").then().statusCode(200);
    Payments.get(staff(Roles.COORDINATOR), "aid-lists/" + id + "/refused-lines")
        .then()
        .statusCode(403);
  }

  @Test
  void a_settlement_of_another_hromada_is_not_there() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var person = aid.known(Person.anyone());
    var id =
        Aid.list(Person.LIBERATED, "rnokpp,category", person.rnokpp() + ",OTHER")
            .jsonPath()
            .getString("id");
    var officer = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within(OTHER_HROMADA).token();
    var approver = TestTokens.staff("far", Roles.PAYMENTS_APPROVER).within(OTHER_HROMADA).token();

    Aid.upload(
            officer,
            Person.LIBERATED,
            "text/csv",
            "rnokpp,category".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(404);
    Payments.get(officer, "aid-lists/" + id).then().statusCode(404);
    Payments.get(officer, "aid-lists/" + id + "/refused-lines").then().statusCode(404);
    Payments.get(officer, "aid-lists").then().body("items.id", not(hasItem(id)));
    Payments.post(approver, "aid-lists/" + id + "/approval").then().statusCode(404);
    Payments.post(officer, "aid-lists/" + id + "/funding", Map.of("fundedOn", "2026-11-22"))
        .then()
        .statusCode(404);
  }

  @Test
  void who_proposes_a_list_cannot_approve_it() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var both =
        TestTokens.staff("both", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
            .within(Person.OBLAST)
            .token();
    var id =
        Aid.upload(
                both,
                Person.LIBERATED,
                "text/csv",
                ("residentId,category\n" + UUID.randomUUID() + ",OTHER")
                    .getBytes(StandardCharsets.UTF_8))
            .jsonPath()
            .getString("id");
    Payments.post(both, "aid-lists/" + id + "/approval").then().statusCode(409);
  }

  private static String staff(String role) {
    return TestTokens.staff("someone", role).within(Person.OBLAST).token();
  }
}
