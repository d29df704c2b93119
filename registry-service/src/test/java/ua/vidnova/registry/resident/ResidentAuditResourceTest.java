package ua.vidnova.registry.resident;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.woman;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class ResidentAuditResourceTest {

  @Test
  void who_registered_read_and_found_a_resident_is_in_the_trail() {
    var person = woman();
    var id = registered(person);
    show(id, staff(Roles.MEDIC)).statusCode(200);
    as(registrar())
        .queryParam("q", person.at("/name/family").asText())
        .get(RESIDENTS)
        .then()
        .statusCode(200);
    trailOf(id)
        .body("items.action", contains("read", "read", "registered"))
        .body("items.actor", contains("registrar", "medic", "registrar"))
        .body("items.subjectId", everyItem(equalTo(id)));
  }

  @Test
  void a_repeated_registration_counts_as_reading() {
    var person = woman().put("id", Ids.newId().toString());
    var id = registered(person);
    register(person).statusCode(200);
    trailOf(id).body("items.action", contains("read", "registered"));
  }

  @Test
  void a_search_leaves_an_entry_for_each_person_shown_and_so_does_a_warning() {
    var first = woman();
    var second = woman();
    with(second, "/name/family", first.at("/name/family").toString());
    var ids = List.of(registered(first), registered(second));
    as(registrar()).queryParam("q", first.at("/name/family").asText()).get(RESIDENTS);
    trailOf(ids.getFirst()).body("items.action", contains("read", "read", "registered"));
    trailOf(ids.getLast()).body("items.action", contains("read", "registered"));
  }

  @Test
  void what_was_refused_was_neither_read_nor_written() {
    var id = registered(woman());
    var stranger =
        TestTokens.staff("stranger", Roles.REGISTRAR)
            .within(TestPeople.SIVERSKODONETSK_HROMADA)
            .token();
    show(id, stranger).statusCode(404);
    trailOf(id).body("items.action", contains("registered"));
  }

  @Test
  void a_registrar_may_not_read_the_trail() {
    as(registrar())
        .queryParam("residentId", registered(woman()))
        .get("/api/registry/v1/audit")
        .then()
        .statusCode(403);
  }

  @Test
  void the_trail_is_whole() {
    registered(woman());
    as(staff(Roles.AUDITOR))
        .get("/api/registry/v1/audit/verification")
        .then()
        .statusCode(200)
        .body("whole", equalTo(true));
  }

  private static ValidatableResponse trailOf(String residentId) {
    return as(staff(Roles.AUDITOR))
        .queryParam("residentId", residentId)
        .get("/api/registry/v1/audit")
        .then()
        .statusCode(200);
  }
}
