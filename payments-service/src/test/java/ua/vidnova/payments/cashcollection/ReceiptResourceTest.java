package ua.vidnova.payments.cashcollection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Cash.Listed;
import ua.vidnova.payments.support.Papers;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class ReceiptResourceTest {

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
  void nothing_is_handed_out_before_it_was_counted_twice_or_after_the_end() {
    var receipt = Cash.receipt(cash.instructionsOf(present));
    Cash.handOut(list, "1", receipt).then().statusCode(404);
    Cash.count(list, list.totalMinor()).then().statusCode(200);
    Cash.handOut(list, "1", receipt)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-now"))
        .body("state", equalTo("COUNTED"));
    Cash.close(list, list.totalMinor())
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-now"));
    Cash.confirm(list, list.totalMinor()).then().statusCode(200);
    Cash.close(list, list.totalMinor()).then().statusCode(200);
    Cash.handOut(list, "1", receipt)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:not-now"))
        .body("state", equalTo("CLOSED"));
  }

  @Test
  void a_receipt_is_one_person_s_own_and_has_a_number_of_its_own() {
    Cash.taken(list, list.totalMinor());
    var mine = cash.instructionsOf(present);
    var theirs = cash.instructionsOf(absent);

    Cash.handOut(list, "1", Cash.receipt(List.of(mine.getFirst(), theirs.getFirst())))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("several-people"));
    Cash.handOut(list, "1", Cash.receipt(List.of(UUID.randomUUID().toString())))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("not-on-list"));
    Cash.handOut(list, "1", Cash.receipt(mine)).then().statusCode(201);
    Cash.handOut(list, "1", Cash.receipt(theirs))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:number-taken"));
    Cash.handOut(list, "2", Cash.receipt(mine.subList(0, 1)))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:handed-out-before"));
  }

  @Test
  void a_receipt_is_of_a_day_on_which_there_was_cash() {
    Cash.taken(list, list.totalMinor());
    for (var day :
        Map.of(
                Payments.today().plusDays(1), "in-the-future",
                Payments.today().minusDays(1), "before-hand-over")
            .entrySet()) {
      Cash.handOut(
              list,
              "1",
              Map.of(
                  "instructionIds", cash.instructionsOf(present),
                  "handedOutOn", day.getKey().toString(),
                  "witness", "RESIDENT"))
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo(day.getValue()));
      Cash.close(Payments.approver(), list, list.totalMinor(), day.getKey().toString())
          .then()
          .statusCode(422)
          .body("errors[0].code", equalTo(day.getValue()));
    }
    assertThat(cash.statesOf(present)).containsExactly("ISSUED");
    Payments.get(Payments.officer(), "cash-collections/" + list.batch() + "/receipts/1")
        .then()
        .statusCode(404);
  }

  @Test
  void unreadable_receipts_are_refused() {
    Cash.taken(list, list.totalMinor());
    Cash.handOut(list, "1", Cash.receipt(List.of())).then().statusCode(422);
    Cash.handOut(list, "1".repeat(21), Cash.receipt(cash.instructionsOf(present)))
        .then()
        .statusCode(422);
    Cash.handOut(list, "1;drop", Cash.receipt(cash.instructionsOf(present))).then().statusCode(422);
    Cash.handOut(
            list,
            "1",
            Map.of(
                "instructionIds", cash.instructionsOf(present),
                "handedOutOn", Payments.today().toString(),
                "witness", "Вигадана Сусідка"))
        .then()
        .statusCode(400);
  }

  @Test
  void when_too_little_was_taken_out_only_so_much_is_handed_out() {
    Cash.taken(list, cash.sumOf(present));
    Cash.handOut(list, "1", Cash.receipt(cash.instructionsOf(present))).then().statusCode(201);
    Cash.handOut(list, "2", Cash.receipt(cash.instructionsOf(absent)))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:vidnova:problem:more-than-taken"));
    Cash.close(list, 0).then().statusCode(200).body("returnedMinor", equalTo(0));

    assertThat(cash.statesOf(absent)).containsExactly("NOT_COLLECTED");
  }

  @Test
  void a_partner_s_word_alone_pays_nothing() {
    Cash.taken(list, list.totalMinor());
    var instruction = cash.instructionsOf(present).getFirst();

    Payments.report(
            Payments.partner("pension-fund", "00035323"),
            list.batch(),
            List.of(Payments.outcome(instruction, "PAID")))
        .then()
        .statusCode(200)
        .body("refusedLines[0].code", equalTo("receipt-missing"));
    assertThat(cash.statesOf(present)).containsExactly("ISSUED");
    assertThatThrownBy(
            () ->
                books.execute(
                    "update instruction set state = 'PAID', occurred_on = current_date"
                        + " where id = ?",
                    UUID.fromString(instruction)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("has a receipt");
  }

  @Test
  void the_official_takes_the_list_and_the_resident_a_receipt() {
    var path = "cash-collections/" + list.batch();
    Payments.get(Payments.officer(), path + "/list").then().statusCode(404);
    Cash.taken(list, list.totalMinor());
    var file = Payments.get(Payments.officer(), path + "/list");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.asString()).contains(cash.instructionsOf(present));

    Cash.handOut(list, "АБ-12", Cash.receipt(cash.instructionsOf(present))).then().statusCode(201);
    Payments.get(Payments.officer(), path + "/receipts/АБ-12")
        .then()
        .statusCode(200)
        .body("number", equalTo("АБ-12"))
        .body("lines", hasSize(cash.instructionsOf(present).size()));
    var paper =
        given()
            .auth()
            .oauth2(Payments.officer())
            .accept("application/pdf")
            .get(Payments.BASE + path + "/receipts/АБ-12");
    assertThat(paper.statusCode()).isEqualTo(200);
    assertThat(Papers.textOf(paper))
        .contains("АБ-12", "Вигаданенко", "Вигадана Уповноважена", "староста")
        .contains("соціальний працівник", "Разом");
  }

  @Test
  void one_receipt_that_two_devices_send_at_once_is_one_hand_out() throws Exception {
    Cash.taken(list, list.totalMinor());
    var receipt = Cash.receipt(cash.instructionsOf(present));
    Callable<Integer> send = () -> Cash.handOut(list, "1", receipt).statusCode();

    try (var devices = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<Integer>();
      for (var answer : devices.invokeAll(Collections.nCopies(4, send))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(201, 200, 200, 200);
    }
    Payments.get(Payments.officer(), "cash-collections/" + list.batch())
        .then()
        .body("handedOutMinor", equalTo((int) cash.sumOf(present)));
  }

  @Test
  void receipts_are_listed_by_number() {
    Cash.taken(list, list.totalMinor());
    Cash.handOut(list, "2", Cash.receipt(cash.instructionsOf(present))).then().statusCode(201);
    Cash.handOut(list, "1", Cash.receipt(cash.instructionsOf(absent))).then().statusCode(201);
    var path = "cash-collections/" + list.batch() + "/receipts";

    var first = Payments.get(Payments.approver(), path + "?limit=1");
    first
        .then()
        .statusCode(200)
        .body("items.number", equalTo(List.of("1")))
        .body("items[0].totalMinor", equalTo((int) cash.sumOf(absent)));
    Payments.get(Payments.approver(), path + "?after=" + first.jsonPath().getString("next"))
        .then()
        .body("items.number", equalTo(List.of("2")));
  }
}
