package ua.vidnova.payments.cashcollection;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class CollectionAccessTest {

  private static final Map<String, ?> COUNT = Map.of("takenMinor", 1);

  @Inject Cash cash;

  @Test
  void nobody_comes_in_without_a_token() {
    for (var path : List.of("delegations", "cash-collections")) {
      given().get(Payments.BASE + path).then().statusCode(401);
    }
    given()
        .contentType("application/json")
        .body(COUNT)
        .put(Payments.BASE + "cash-collections/" + UUID.randomUUID())
        .then()
        .statusCode(401);
  }

  @Test
  void each_step_has_its_role() {
    var id = UUID.randomUUID();
    var path = "cash-collections/" + id;
    var receipt = Cash.receipt(List.of(UUID.randomUUID().toString()));
    var returned = Map.of("returnedMinor", 0, "returnedOn", Payments.today().toString());
    for (var token : List.of(Payments.approver(), Payments.auditor(), Payments.ukrposhta())) {
      Cash.put(token, path, COUNT).then().statusCode(403);
      Cash.put(token, path + "/receipts/1", receipt).then().statusCode(403);
      Payments.get(token, path + "/list").then().statusCode(403);
      Payments.post(token, "delegations", Cash.delegation(Person.LIBERATED)).then().statusCode(403);
    }
    for (var token : List.of(Payments.officer(), Payments.auditor(), staff(Roles.COORDINATOR))) {
      Payments.post(token, path + "/confirmation", COUNT).then().statusCode(403);
      Payments.post(token, path + "/closing", returned).then().statusCode(403);
      Payments.post(token, "delegations/" + id + "/approval").then().statusCode(403);
    }
    Payments.post(Payments.auditor(), "delegations/" + id + "/end").then().statusCode(403);
    for (var token :
        List.of(staff(Roles.REGISTRAR), Payments.partner("pension-fund", "00035323"))) {
      for (var seen :
          List.of("delegations", "delegations/" + id, "cash-collections", path, path + "/list")) {
        Payments.get(token, seen).then().statusCode(403);
      }
      Payments.get(token, path + "/receipts").then().statusCode(403);
      Payments.get(token, path + "/receipts/1").then().statusCode(403);
    }
  }

  @Test
  void another_hromada_s_cash_is_not_there() {
    var person = Person.anyone().livingIn(cash.settlement()).unpaidSince("2026-10");
    var list = cash.listed(person);
    Cash.taken(list, list.totalMinor());
    Cash.handOut(list, "1", Cash.receipt(cash.instructionsOf(person))).then().statusCode(201);
    var officer = Cash.farAway(Roles.PAYMENTS_OFFICER);
    var approver = Cash.farAway(Roles.PAYMENTS_APPROVER);
    var path = "cash-collections/" + list.batch();

    for (var seen :
        List.of(
            path,
            path + "/list",
            path + "/receipts",
            path + "/receipts/1",
            "delegations/" + list.delegation())) {
      Payments.get(officer, seen).then().statusCode(404);
    }
    Payments.get(officer, "cash-collections?limit=200")
        .then()
        .statusCode(200)
        .body("items.batchId", not(hasItem(list.batch())));
    Payments.get(officer, "delegations?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(list.delegation())));
    Cash.put(officer, path, COUNT).then().statusCode(404);
    Cash.put(officer, path + "/receipts/2", Cash.receipt(cash.instructionsOf(person)))
        .then()
        .statusCode(404);
    Payments.post(approver, path + "/confirmation", COUNT).then().statusCode(404);
    Cash.close(approver, list, 0, Payments.today().toString()).then().statusCode(404);
    Payments.post(approver, "delegations/" + list.delegation() + "/approval")
        .then()
        .statusCode(404);
    Payments.post(officer, "delegations/" + list.delegation() + "/end").then().statusCode(404);
  }

  @Test
  void a_list_of_before_its_first_count_is_not_there_for_another_hromada() {
    var list = cash.listed(Person.anyone().livingIn(cash.settlement()).unpaidSince("2026-10"));

    Cash.put(Cash.farAway(Roles.PAYMENTS_OFFICER), "cash-collections/" + list.batch(), COUNT)
        .then()
        .statusCode(404);
  }

  private static String staff(String role) {
    return TestTokens.staff("someone", role).within(Person.OBLAST).token();
  }
}
