package ua.vidnova.payments.cashcollection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;

@QuarkusTest
@WithPlatform
class DelegationResourceTest {

  @Inject Cash cash;
  @Inject Books books;

  private String settlement;

  @BeforeEach
  void somewhereElse() {
    settlement = cash.settlement();
  }

  @Test
  void one_proposes_another_approves_either_ends() {
    var id = propose().jsonPath().getString("id");
    Payments.get(Payments.auditor(), "delegations/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("officialName", equalTo("Вигадана Уповноважена"));
    approve(id).then().statusCode(200).body("state", equalTo("APPROVED"));
    end(id).then().statusCode(200).body("state", equalTo("ENDED"));
    Payments.get(Payments.auditor(), "delegations?limit=200").then().body("items.id", hasItem(id));

    approve(id)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-now"))
        .body("state", equalTo("ENDED"));
    end(id).then().statusCode(409).body("type", equalTo("urn:vidnova:problem:not-now"));
  }

  @Test
  void who_proposes_cannot_approve() {
    var both = Cash.both("alone-3");
    var id =
        Payments.post(both, "delegations", Cash.delegation(settlement)).jsonPath().getString("id");

    Payments.post(both, "delegations/" + id + "/approval")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:same-person"));
  }

  @Test
  void a_settlement_has_one_official_at_a_time() {
    Cash.delegated(settlement);
    var second = propose().jsonPath().getString("id");

    approve(second)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:overlaps-another"));
  }

  @Test
  void what_was_proposed_can_be_withdrawn() {
    var id = propose().jsonPath().getString("id");

    end(id).then().statusCode(200).body("state", equalTo("ENDED"));
  }

  @Test
  void a_decision_on_an_old_state_is_refused() {
    var proposed = propose();
    var id = proposed.jsonPath().getString("id");
    approve(id).then().statusCode(200);

    for (var step : new String[] {"approval", "end"}) {
      given()
          .auth()
          .oauth2(Payments.approver())
          .header("If-Match", proposed.header("ETag"))
          .post(Payments.BASE + "delegations/" + id + "/" + step)
          .then()
          .statusCode(412);
    }
  }

  @Test
  void what_cannot_be_is_refused_by_field() {
    refused("settlement", "UA44000000000018893", "unknown");
    refused("settlement", "UA80000000000093317", "unknown");
    refused("organisation", "04335647", "edrpou");
    refused("validTo", Payments.today().minusDays(3).toString(), "ends-too-early");
    refused("validTo", Payments.today().toString(), "in-past");
    refused("officialName", "", null);
    refused("act", "№", null);
  }

  @Test
  void the_database_keeps_a_delegation_as_it_was_decided() {
    var id = UUID.fromString(Cash.delegated(settlement));

    assertThatThrownBy(() -> books.execute("update delegation set act = 'Інше' where id = ?", id))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("cannot change so");
    assertThatThrownBy(() -> books.execute("delete from delegation where id = ?", id))
        .isInstanceOf(SQLException.class);
  }

  private Response propose() {
    return Payments.post(Payments.officer(), "delegations", Cash.delegation(settlement));
  }

  private static Response approve(String id) {
    return Payments.post(Payments.approver(), "delegations/" + id + "/approval");
  }

  private static Response end(String id) {
    return Payments.post(Payments.officer(), "delegations/" + id + "/end");
  }

  private void refused(String field, String value, String code) {
    Map<String, Object> request = Cash.delegation(settlement);
    request.put(field, value);
    var answer = Payments.post(Payments.officer(), "delegations", request).then().statusCode(422);
    answer.body("errors[0].field", equalTo(field));
    if (code != null) {
      answer.body("errors[0].code", equalTo(code));
    }
  }
}
