package ua.vidnova.payments.cashcollection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Cash.Listed;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class CollectionResourceTest {

  @Inject Cash cash;
  @Inject Books books;

  private Person present;
  private Person absent;
  private Listed list;

  @BeforeEach
  void twoPeopleAskTheStarosta() {
    var settlement = cash.settlement();
    present = Person.anyone().livingIn(settlement).unpaidSince("2026-10");
    absent = Person.anyone().livingIn(settlement).unpaidSince("2026-10");
    list = cash.listed(present, absent);
  }

  @Test
  void what_two_people_counted_is_accounted_for_to_the_kopiyka() {
    Cash.count(list, list.totalMinor()).then().statusCode(200).body("state", equalTo("COUNTED"));
    Payments.get(Payments.officer(), "batches/" + list.batch())
        .then()
        .body("state", equalTo("HANDED_OVER"));
    Cash.confirm(list, list.totalMinor()).then().statusCode(200).body("state", equalTo("TAKEN"));

    Cash.handOut(list, "000123", Cash.receipt(cash.instructionsOf(present)))
        .then()
        .statusCode(201)
        .body("totalMinor", equalTo((int) cash.sumOf(present)))
        .body("residentId", equalTo(present.residentId().toString()));
    assertThat(cash.statesOf(present)).containsExactly("PAID");
    var reported =
        KafkaProbe.await(
            "payments.instructions",
            "ua.vidnova.payments.InstructionReported.v1",
            data -> data.get("residentId").asText().equals(present.residentId().toString()));
    assertThat(reported.data().get("outcome").asText()).isEqualTo("PAID");

    Cash.close(list, cash.sumOf(absent))
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("handedOutMinor", equalTo((int) cash.sumOf(present)))
        .body("returnedMinor", equalTo((int) cash.sumOf(absent)));
    assertThat(cash.statesOf(absent)).containsExactly("NOT_COLLECTED");
    Payments.get(Payments.auditor(), "ledger/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true));
    Payments.get(Payments.officer(), "reconciliation/open?partner=00035323")
        .then()
        .body("items.batchId", not(hasItem(list.batch())));
  }

  @Test
  void a_device_may_send_everything_again() {
    Cash.taken(list, list.totalMinor());
    Cash.confirm(list, list.totalMinor()).then().statusCode(200);
    var receipt = Cash.receipt(cash.instructionsOf(present));
    Cash.handOut(list, "7", receipt).then().statusCode(201);
    Cash.handOut(list, "7", receipt).then().statusCode(200);
    Cash.close(list, cash.sumOf(absent)).then().statusCode(200);
    Cash.close(list, cash.sumOf(absent)).then().statusCode(200);
    Cash.handOut(list, "7", receipt).then().statusCode(200);

    Payments.get(Payments.officer(), "cash-collections/" + list.batch())
        .then()
        .body("handedOutMinor", equalTo((int) cash.sumOf(present)))
        .body("leftMinor", equalTo((int) cash.sumOf(absent)));
  }

  @Test
  void the_second_count_is_another_person_s_and_comes_to_the_same() {
    var both = Cash.both("alone-1");
    var path = "cash-collections/" + list.batch();
    Cash.put(both, path, Map.of("takenMinor", list.totalMinor())).then().statusCode(200);

    Payments.post(both, path + "/confirmation", Map.of("takenMinor", list.totalMinor()))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:same-person"));
    Cash.confirm(list, list.totalMinor() - 1)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:sums-disagree"));
    Cash.count(list, list.totalMinor() - 1).then().statusCode(200);
    Cash.confirm(list, list.totalMinor() - 1)
        .then()
        .statusCode(200)
        .body("takenMinor", equalTo((int) list.totalMinor() - 1));
    Cash.count(list, list.totalMinor())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-now"))
        .body("state", equalTo("TAKEN"));
    Cash.confirm(list, list.totalMinor())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-now"));
  }

  @Test
  void no_more_is_taken_out_than_the_list_says() {
    Cash.count(list, list.totalMinor() + 1)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:more-than-listed"));
    Payments.get(Payments.officer(), "batches/" + list.batch())
        .then()
        .body("state", equalTo("READY"));
    Cash.count(list, list.totalMinor()).then().statusCode(200);
    Cash.count(list, list.totalMinor() + 1)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:more-than-listed"));
    Cash.put(Payments.officer(), "cash-collections/" + list.batch(), Map.of("takenMinor", 0))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("takenMinor"));
  }

  @Test
  void it_is_closed_by_somebody_else_once_it_adds_up() {
    var both = Cash.both("alone-2");
    Cash.put(both, "cash-collections/" + list.batch(), Map.of("takenMinor", list.totalMinor()))
        .then()
        .statusCode(200);
    Cash.confirm(list, list.totalMinor()).then().statusCode(200);

    Cash.close(list, list.totalMinor() - 1)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:sums-disagree"));
    Cash.close(both, list, list.totalMinor(), Payments.today().toString())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:same-person"));
    Cash.close(list, -1).then().statusCode(422);
  }

  @Test
  void nobody_hands_out_and_checks() {
    var first = Cash.both("alone-3");
    var second = Cash.both("alone-4");
    var path = "cash-collections/" + list.batch();
    var today = Payments.today().toString();
    var receipt = Cash.receipt(cash.instructionsOf(present));
    Cash.count(list, list.totalMinor()).then().statusCode(200);
    Payments.post(first, path + "/confirmation", Map.of("takenMinor", list.totalMinor()))
        .then()
        .statusCode(200);

    Cash.put(first, path + "/receipts/1", receipt)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:same-person"));
    assertThat(cash.statesOf(present)).containsExactly("ISSUED");
    Cash.put(second, path + "/receipts/1", receipt).then().statusCode(201);
    Cash.close(second, list, cash.sumOf(absent), today)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:same-person"));
    assertThat(cash.statesOf(absent)).containsExactly("ISSUED");
    var batch = UUID.fromString(list.batch());
    refused(
        "insert into cash_receipt select delegation_id, '2', batch_id, resident_id, witness,"
            + " handed_out_on, 'alone-3', now() from cash_receipt where batch_id = ?",
        "gives cash out and checks it",
        batch);
    refused(
        "update cash_collection set state = 'CLOSED', returned_minor = taken_minor -"
            + " handed_out_minor, returned_on = current_date, closed_by = 'alone-4',"
            + " closed_at = now() where batch_id = ?",
        "gives cash out and checks it",
        batch);
    Cash.close(first, list, cash.sumOf(absent), today)
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED"));
  }

  @Test
  void it_comes_back_between_the_hand_over_and_today() {
    Cash.taken(list, list.totalMinor());
    var today = Payments.today();

    for (var day :
        Map.of(today.plusDays(1), "in-the-future", today.minusDays(1), "before-hand-over")
            .entrySet()) {
      Cash.close(Payments.approver(), list, list.totalMinor(), day.getKey().toString())
          .then()
          .statusCode(422)
          .body("errors[0].field", equalTo("returnedOn"))
          .body("errors[0].code", equalTo(day.getValue()));
    }
  }

  @Test
  void a_step_on_an_old_state_is_refused() {
    var tag = Cash.count(list, list.totalMinor()).header("ETag");
    Cash.count(list, list.totalMinor() - 1).then().statusCode(200);

    for (var step : List.of("confirmation", "closing")) {
      given()
          .auth()
          .oauth2(Payments.approver())
          .contentType("application/json")
          .header("If-Match", tag)
          .body(
              step.equals("closing")
                  ? Map.of("returnedMinor", 0, "returnedOn", Payments.today().toString())
                  : Map.of("takenMinor", list.totalMinor() - 1))
          .post(Payments.BASE + "cash-collections/" + list.batch() + "/" + step)
          .then()
          .statusCode(412);
    }
    given()
        .auth()
        .oauth2(Payments.officer())
        .contentType("application/json")
        .header("If-Match", tag)
        .body(Map.of("takenMinor", 1))
        .put(Payments.BASE + "cash-collections/" + list.batch())
        .then()
        .statusCode(412);
  }

  @Test
  void without_an_official_nothing_is_taken_out_and_a_successor_takes_over() {
    Payments.post(Payments.officer(), "delegations/" + list.delegation() + "/end")
        .then()
        .statusCode(200);
    Cash.count(list, list.totalMinor())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-delegated"));

    var successor = Cash.delegated(list.settlement());
    Cash.count(list, list.totalMinor())
        .then()
        .statusCode(200)
        .body("delegationId", equalTo(successor));
  }

  @Test
  void the_dead_are_on_no_list() {
    Told.died(present.residentId(), Payments.today().minusMonths(3));
    Told.died(absent.residentId(), Payments.today().minusMonths(3));
    Awaitility.await()
        .until(
            () ->
                books.count(
                        "select count(*) as count from batch where id = ? and state = 'WITHDRAWN'",
                        UUID.fromString(list.batch()))
                    == 1);

    Cash.count(list, list.totalMinor())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:nothing-to-pay"));
  }

  @Test
  void a_list_is_not_taken_while_its_run_is_under_way() throws SQLException {
    var batch = UUID.randomUUID();
    books.execute(
        "insert into batch (id, run_id, partner, channel, cash_point_id, part, state,"
            + " instruction_count, total_minor, created_at) select ?, run_id, partner, channel,"
            + " cash_point_id, 9, 'ASSEMBLING', 0, 0, now() from batch where id = ?::uuid",
        batch,
        list.batch());

    Cash.put(Payments.officer(), "cash-collections/" + batch, Map.of("takenMinor", 1))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-ready"));

    books.execute("update batch set state = 'WITHDRAWN' where id = ?", batch);
  }

  @Test
  void collections_are_listed_by_state() {
    Cash.count(list, list.totalMinor()).then().statusCode(200);

    Payments.get(Payments.auditor(), "cash-collections?state=COUNTED&limit=200")
        .then()
        .statusCode(200)
        .body("items.batchId", hasItem(list.batch()));
    Payments.get(Payments.auditor(), "cash-collections?state=CLOSED&limit=200")
        .then()
        .body("items.batchId", not(hasItem(list.batch())));
  }

  @Test
  void the_database_holds_what_was_counted() {
    Cash.taken(list, list.totalMinor());
    Cash.handOut(list, "1", Cash.receipt(cash.instructionsOf(present))).then().statusCode(201);
    var batch = UUID.fromString(list.batch());

    refused(
        "update cash_collection set state = 'CLOSED', returned_minor = 1, returned_on ="
            + " current_date, closed_by = 'approver-1', closed_at = now() where batch_id = ?",
        "it_adds_up",
        batch);
    refused(
        "update cash_collection set taken_minor = taken_minor - 1 where batch_id = ?",
        "cannot change so",
        batch);
    refused(
        "update cash_collection set state = 'COUNTED', confirmed_by = null, confirmed_at = null"
            + " where batch_id = ?",
        "cannot change so",
        batch);
    refused("update cash_receipt set number = '2' where batch_id = ?", "never changed", batch);
    refused("delete from cash_receipt_line where number = '1'", "never changed");
  }

  private void refused(String statement, String why, Object... parameters) {
    assertThatThrownBy(() -> books.execute(statement, parameters))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(why);
  }
}
