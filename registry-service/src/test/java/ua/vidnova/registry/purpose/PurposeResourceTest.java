package ua.vidnova.registry.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class PurposeResourceTest {

  @ParameterizedTest
  @CsvSource({
    "registrar, , SERVICE",
    "registrar, CORRECTION, CORRECTION",
    "registrar, REVIEW, REVIEW",
    "medic, , MEDICAL",
    "payments-officer, , PAYMENT",
    "payments-approver, PAYMENT, PAYMENT"
  })
  void the_trail_says_for_what_a_resident_was_read(String role, String stated, String noted) {
    var id = registered(woman());
    open(id, staff(role), stated).statusCode(200);
    as(staff(Roles.AUDITOR))
        .queryParam("residentId", id)
        .get("/api/registry/v1/audit")
        .then()
        .body("items.purpose", contains(noted, "SERVICE"));
  }

  @Test
  void a_purpose_of_another_role_is_refused() {
    var id = registered(woman());
    open(id, staff(Roles.MEDIC), "PAYMENT")
        .statusCode(403)
        .body("code", equalTo("purpose-not-yours"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CURIOSITY", "service", "SERVICE,MEDICAL", " "})
  void a_purpose_that_nobody_knows_is_a_bad_request(String purpose) {
    open(registered(woman()), registrar(), purpose)
        .statusCode(400)
        .body("errors[0].field", equalTo("Purpose"));
  }

  @Test
  void the_trail_with_purposes_is_whole() {
    open(registered(woman()), registrar(), "CORRECTION").statusCode(200);
    as(staff(Roles.AUDITOR))
        .get("/api/registry/v1/audit/verification")
        .then()
        .body("whole", equalTo(true));
  }

  @Test
  void every_role_that_reads_residents_has_a_usual_purpose_that_it_may_state() {
    var purposes = new Purposes();
    for (var role :
        Set.of(
            Roles.REGISTRAR,
            Roles.MEDIC,
            Roles.PAYMENTS_OFFICER,
            Roles.PAYMENTS_APPROVER,
            Roles.ADMINISTRATOR,
            Roles.AUDITOR)) {
      var usual = purposes.usualOf(Set.of(role));
      assertThat(usual).as(role).isPresent();
      assertThat(purposes.isOpenTo(Set.of(role), usual.get())).as(role).isTrue();
    }
  }

  private static ValidatableResponse open(String id, String token, String purpose) {
    var request = as(token);
    return (purpose == null ? request : request.header("Purpose", purpose))
        .get(RESIDENTS + "/" + id)
        .then();
  }
}
