package ua.vidnova.payments.heirs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class HeirsAccessTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  @Inject Aid aid;

  @Test
  void nobody_comes_in_without_a_token() {
    given().get(Payments.BASE + "unpaid-on-death").then().statusCode(401);
    given().get(Payments.BASE + "heir-claims").then().statusCode(401);
  }

  @Test
  void each_step_has_its_role() {
    var id = UUID.randomUUID();
    for (var token :
        List.of(staff(Roles.REGISTRAR), staff(Roles.ADMINISTRATOR), Payments.pensionFund())) {
      Payments.get(token, "unpaid-on-death").then().statusCode(403);
      Payments.get(token, "heir-claims").then().statusCode(403);
      Payments.get(token, "heir-claims/" + id).then().statusCode(403);
    }
    for (var token : List.of(Payments.approver(), Payments.auditor(), staff(Roles.MEDIC))) {
      Payments.post(token, "heir-claims", Map.of()).then().statusCode(403);
    }
    for (var token : List.of(Payments.officer(), Payments.auditor())) {
      Payments.post(token, "heir-claims/" + id + "/approval").then().statusCode(403);
    }
    Payments.post(Payments.auditor(), "heir-claims/" + id + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(403);
  }

  @Test
  void the_dead_of_another_hromada_are_not_there() {
    var dead = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(1).toString());
    Payments.resumed(dead);
    Told.died(dead.residentId(), Payments.today());
    aid.awaitStopped(dead);
    var heir = aid.known(Person.anyone());
    var request =
        Map.of(
            "deceasedId",
            dead.residentId(),
            "basis",
            "INHERITANCE",
            "heirs",
            List.of(Map.of("residentId", heir.residentId())));
    var claim =
        Payments.post(Payments.officer(), "heir-claims", request).jsonPath().getString("id");
    var officer = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within(OTHER_HROMADA).token();
    var approver = TestTokens.staff("far", Roles.PAYMENTS_APPROVER).within(OTHER_HROMADA).token();

    Payments.get(officer, "unpaid-on-death?residentId=" + dead.residentId())
        .then()
        .statusCode(200)
        .body("items", empty());
    Payments.post(officer, "heir-claims", request).then().statusCode(422);
    Payments.get(officer, "heir-claims/" + claim).then().statusCode(404);
    Payments.get(officer, "heir-claims").then().body("items", empty());
    Payments.post(approver, "heir-claims/" + claim + "/approval").then().statusCode(404);
    Payments.post(officer, "heir-claims/" + claim + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(404);
  }

  @Test
  void who_proposes_a_claim_cannot_approve_it() {
    var dead = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(1).toString());
    Payments.resumed(dead);
    Told.died(dead.residentId(), Payments.today());
    aid.awaitStopped(dead);
    var heir = aid.known(Person.anyone());
    var both =
        TestTokens.staff("both", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
            .within(Person.OBLAST)
            .token();
    var claim =
        Payments.post(
                both,
                "heir-claims",
                Map.of(
                    "deceasedId",
                    dead.residentId(),
                    "basis",
                    "INHERITANCE",
                    "heirs",
                    List.of(Map.of("residentId", heir.residentId()))))
            .jsonPath()
            .getString("id");
    Payments.post(both, "heir-claims/" + claim + "/approval").then().statusCode(409);
  }

  private static String staff(String role) {
    return TestTokens.staff("someone", role).within(Person.OBLAST).token();
  }
}
