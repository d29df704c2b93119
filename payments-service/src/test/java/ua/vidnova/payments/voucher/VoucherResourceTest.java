package ua.vidnova.payments.voucher;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Papers;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class VoucherResourceTest {

  @Inject Cash cash;
  @Inject Books books;

  private Person person;
  private String batch;

  @BeforeEach
  void someoneWhoGoesToATill() throws SQLException {
    var settlement = cash.settlement();
    cash.till(settlement, null);
    person = Cash.atTheTill(settlement, "2026-10");
    Payments.run(Payments.thisMonth());
    batch = books.instructionsOf(person.residentId()).getFirst().batchId();
  }

  @Test
  void the_shop_has_the_hash_and_the_resident_the_code() {
    vouchers().body("items", hasSize(0));
    var file = file();
    var code = codes().getFirst();
    var bare = code.replace("-", "");

    assertThat(file).contains(VoucherCode.sha256(bare)).doesNotContain(code, bare);
    assertThat(file).doesNotContain("Вигаданенко", person.rnokpp());
    vouchers()
        .body("items", hasSize(cash.instructionsOf(person).size()))
        .body("items[0].till", equalTo("Крамниця № 1"));
    var paper =
        given()
            .auth()
            .oauth2(Payments.officer())
            .accept("application/pdf")
            .get(Payments.BASE + "residents/" + person.residentId() + "/vouchers");
    assertThat(Papers.textOf(paper)).contains(code, "Крамниця № 1", "Дійсний до");
    assertThat(
            books.count(
                "select count(*) as count from audit_entry where object_type = 'voucher'"
                    + " and object_id = ?",
                person.residentId()))
        .isEqualTo(4);
  }

  @Test
  void the_code_redeems_its_voucher_once() {
    file();
    var instructions = vouchers().extract().jsonPath().<String>getList("items.instructionId");
    var codes = codes();

    report(instructions.getFirst(), codes.getFirst()).body("accepted", equalTo(1));
    report(instructions.getFirst(), codes.getFirst()).body("unchanged", equalTo(1));
    refused(instructions.get(1), codes.getFirst(), "voucher-code");

    vouchers().body("items", hasSize(instructions.size() - 1));
    assertThat(
            books.count(
                "select count(*) as count from voucher where code is null and instruction_id = ?",
                UUID.fromString(instructions.getFirst())))
        .isEqualTo(1);
  }

  @Test
  void without_the_code_nothing_is_paid() {
    file();
    var instruction = cash.instructionsOf(person).getFirst();

    refused(instruction, null, "voucher-code");
    refused(instruction, "0".repeat(27), "voucher-code");
    refused(instruction, "'; drop table voucher --", "voucher-code");
    assertThat(cash.statesOf(person)).containsExactly("ISSUED");
    Payments.report(Cash.shops(), batch, List.of(Payments.outcome(instruction, "NOT_COLLECTED")))
        .then()
        .body("accepted", equalTo(1));
    refused(instruction, "0".repeat(27), "voucher-code");
  }

  @Test
  void after_the_last_day_it_is_not_paid() throws SQLException {
    file();
    var voucher = vouchers().extract().jsonPath();
    books.execute("alter table voucher disable trigger voucher_is_final");
    books.execute(
        "update voucher set valid_to = current_date - 1 where instruction_id = ?",
        UUID.fromString(voucher.getString("items[0].instructionId")));
    books.execute("alter table voucher enable trigger voucher_is_final");

    refused(
        voucher.getString("items[0].instructionId"),
        voucher.getString("items[0].code"),
        "voucher-expired");
    vouchers().body("items", hasSize(cash.instructionsOf(person).size() - 1));
  }

  @Test
  void the_database_keeps_a_voucher_as_it_was_made() {
    file();
    assertThatThrownBy(() -> books.execute("update voucher set valid_to = valid_to + 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("only forgotten");
  }

  @Test
  void only_the_officer_of_the_place_sees_codes() {
    var path = "residents/" + person.residentId() + "/vouchers";
    given().get(Payments.BASE + path).then().statusCode(401);
    for (var token :
        List.of(
            Payments.approver(),
            Payments.auditor(),
            Cash.shops(),
            TestTokens.staff("someone", Roles.REGISTRAR).within(Person.OBLAST).token())) {
      Payments.get(token, path).then().statusCode(403);
    }
    Payments.get(Cash.farAway(Roles.PAYMENTS_OFFICER), path).then().statusCode(404);
    Payments.get(Payments.officer(), "residents/" + UUID.randomUUID() + "/vouchers")
        .then()
        .statusCode(404);
  }

  private String file() {
    var file = Payments.get(Cash.shops(), "batches/" + batch + "/file");
    assertThat(file.statusCode()).isEqualTo(200);
    return file.asString();
  }

  private ValidatableResponse vouchers() {
    return Payments.get(Payments.officer(), "residents/" + person.residentId() + "/vouchers")
        .then()
        .statusCode(200);
  }

  private List<String> codes() {
    return vouchers().extract().jsonPath().getList("items.code");
  }

  private void refused(String instruction, String code, String why) {
    report(instruction, code)
        .body("accepted", equalTo(0))
        .body("refusedLines[0].code", equalTo(why));
  }

  private ValidatableResponse report(String instruction, String code) {
    var line = new HashMap<String, Object>(Payments.outcome(instruction, "PAID"));
    line.put("voucherCode", code);
    return Payments.report(Cash.shops(), batch, List.of(line)).then().statusCode(200);
  }
}
