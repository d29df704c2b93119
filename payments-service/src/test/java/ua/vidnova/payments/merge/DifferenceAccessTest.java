package ua.vidnova.payments.merge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class DifferenceAccessTest {

  @ParameterizedTest
  @ValueSource(strings = {Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  void payments_staff_and_auditors_read_those_of_their_territories(String role) {
    var survivor = merged();
    var path = "differences?residentId=" + survivor.residentId();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                Payments.get(within(role, Person.OBLAST), path)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1)));
    Payments.get(within(role, Person.OCCUPIED), path).then().statusCode(200).body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.MEDIC,
        Roles.BRIGADE_LEAD,
        Roles.COORDINATOR,
        Roles.ADMINISTRATOR
      })
  void others_do_not(String role) {
    Payments.get(within(role, Person.OBLAST), "differences")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
  }

  @Test
  void nor_partners_or_strangers() {
    Payments.get(Payments.ukrposhta(), "differences").then().statusCode(403);
    given().get(Payments.BASE + "differences").then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=GONE", "residentId=me", "limit=0", "after=nonsense"})
  void nonsense_is_refused(String query) {
    Payments.get(Payments.officer(), "differences?" + query).then().statusCode(400);
  }

  private static Person merged() {
    var survivor = Person.anyone();
    var merged = Person.anyone();
    Payments.opened(survivor);
    Payments.opened(merged);
    Told.merged(merged.residentId(), survivor.residentId());
    return survivor;
  }

  private static String within(String role, String territory) {
    return TestTokens.staff(role, role).within(territory).token();
  }
}
