package ua.vidnova.payments.law;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class LawValueResourceTest {

  private static final String ONE = Payments.administrator("admin-1");
  private static final String OTHER = Payments.administrator("admin-2");

  @Inject Books books;
  @Inject LawValues values;

  @Test
  void shows_what_is_in_force_on_a_day_with_its_source() {
    Payments.get(Payments.officer(), "law-values?code=INDEXATION&on=2026-03-01")
        .then()
        .statusCode(200)
        .body("items", hasSize(6))
        .body("items[0].value", equalTo(1.121f))
        .body("items[0].dimension", equalTo(""))
        .body("items[0].unit", equalTo("COEFFICIENT"))
        .body("items.act", everyItem(equalTo("Постанова КМУ № 236 (2026)")))
        .body("items.source", everyItem(notNullValue()));
    Payments.get(Payments.auditor(), "law-values?code=MINIMUM_WAGE&on=2026-02-01")
        .then()
        .body("items.value", equalTo(List.of(864_700)));
  }

  @Test
  void lists_page_by_page() {
    var first = Payments.get(Payments.officer(), "law-values?limit=10").jsonPath();
    var second =
        Payments.get(Payments.officer(), "law-values?limit=10&after=" + first.getString("next"))
            .jsonPath();

    assertThat(first.getList("items")).hasSize(10);
    assertThat(second.getList("items.id"))
        .hasSize(10)
        .doesNotContainAnyElementsOf(first.getList("items.id"));
  }

  @Test
  void two_administrators_load_a_value_and_the_one_before_ends() {
    LawLoads.load("WAGE_BASE,,100.00,Акт,ст. 1,джерело,2040-03-01,\n");
    var proposal =
        LawLoads.propose(ONE, "WAGE_BASE,,110.50,Акт 2,ст. 1,джерело,2041-03-01,\n")
            .then()
            .statusCode(201)
            .body("state", equalTo("PROPOSED"))
            .body("lines[0].effect", equalTo("REPLACES"))
            .body("lines[0].value.value", equalTo(11050))
            .body("lines[0].replaces[0].validFrom", equalTo("2040-03-01"))
            .extract()
            .<String>path("id");
    assertThat(at("2041-03-01")).isEqualTo("100.00");

    LawLoads.approve(OTHER, proposal)
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("decidedBy", equalTo("admin-2"))
        .body("lines[0].effect", nullValue());

    assertThat(at("2041-02-28")).isEqualTo("100.00");
    assertThat(at("2041-03-01")).isEqualTo("110.50");
    assertThat(
            books.count(
                "select count(*) as count from law_value where code = 'WAGE_BASE'"
                    + " and valid_from = '2040-03-01' and replaced_at is not null"))
        .isEqualTo(1);
  }

  @Test
  void who_proposes_cannot_approve_but_can_withdraw() {
    var proposal = proposed("WAGE_BASE,,1.00,Акт,ст. 1,джерело,2050-03-01,\n");

    LawLoads.approve(ONE, proposal).then().statusCode(409).body("code", equalTo("same-person"));
    refuse(ONE, proposal).then().statusCode(200).body("state", equalTo("REFUSED"));
    LawLoads.approve(OTHER, proposal)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"))
        .body("state", equalTo("REFUSED"));
    refuse(OTHER, proposal).then().statusCode(409);
    assertThat(
            books.count("select count(*) as count from law_value where valid_from = '2050-03-01'"))
        .isZero();
  }

  @Test
  void a_file_with_one_bad_line_is_refused_whole() {
    LawLoads.propose(
            ONE,
            """
            WAGE_BASE,,1.00,Акт,ст. 1,джерело,2060-03-01,
            WAGE_BASE,,abc,Акт,ст. 1,джерело,2061-03-01,
            """)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors", hasSize(1))
        .body("errors[0].field", equalTo("lines[3].value"))
        .body("errors[0].code", equalTo("not-a-value"));
  }

  @Test
  void refuses_what_is_not_the_format() {
    given()
        .auth()
        .oauth2(ONE)
        .contentType("text/csv")
        .body("nonsense")
        .post(Payments.BASE + "law-values")
        .then()
        .statusCode(400)
        .body("code", equalTo("header"));
    given()
        .auth()
        .oauth2(ONE)
        .contentType("application/json")
        .body("{}")
        .post(Payments.BASE + "law-values")
        .then()
        .statusCode(415);
    given()
        .auth()
        .oauth2(ONE)
        .contentType("text/csv")
        .body(LawLoads.HEADER + "x".repeat(2_000_000))
        .post(Payments.BASE + "law-values")
        .then()
        .statusCode(413);
    Payments.get(Payments.officer(), "law-values?code=NOTHING").then().statusCode(400);
    Payments.get(Payments.officer(), "law-values?on=yesterday").then().statusCode(400);
  }

  @Test
  void a_refusal_needs_a_reason() {
    var proposal = proposed("WAGE_BASE,,1.00,Акт,ст. 1,джерело,2070-03-01,\n");

    Payments.post(OTHER, "law-proposals/" + proposal + "/refusal", Map.of("reason", " "))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("reason"));
  }

  @Test
  void only_administrators_load_and_only_staff_read() {
    var proposal = proposed("WAGE_BASE,,1.00,Акт,ст. 1,джерело,2080-03-01,\n");
    for (var token : List.of(Payments.officer(), Payments.approver(), registrar())) {
      LawLoads.propose(token, "").then().statusCode(403);
      LawLoads.approve(token, proposal).then().statusCode(403);
      refuse(token, proposal).then().statusCode(403);
      Payments.get(token, "law-proposals/" + proposal).then().statusCode(403);
    }
    Payments.get(Payments.auditor(), "law-proposals/" + proposal).then().statusCode(200);
    Payments.get(registrar(), "law-values").then().statusCode(403);
    Payments.get(Payments.ukrposhta(), "law-values").then().statusCode(403);
    given().get(Payments.BASE + "law-values").then().statusCode(401);
    LawLoads.approve(OTHER, UUID.randomUUID().toString()).then().statusCode(404);
  }

  @Test
  void a_value_is_replaced_never_rewritten() {
    for (var statement :
        List.of(
            "update law_value set value = 1 where code = 'MINIMUM_WAGE'",
            "update law_value set valid_to = '2099-01-01' where code = 'MINIMUM_WAGE'",
            "delete from law_value where code = 'MINIMUM_WAGE'")) {
      assertThatThrownBy(() -> books.execute(statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("never rewritten");
    }
    assertThatThrownBy(
            () ->
                books.execute(
                    "insert into law_value (id, code, dimension, value, unit, act, article, source,"
                        + " valid_from, recorded_at) values (uuidv7(), 'MINIMUM_WAGE', '', 1,"
                        + " 'KOPIYKAS', 'a', 'b', 'c', '2026-05-01', now())"))
        .hasMessageContaining("one_value_a_day");
  }

  @Test
  void the_values_that_come_with_the_release_are_those_of_the_worked_examples() {
    var shipped =
        books.rows(
            "select code, dimension, value, act, article, source, valid_from, valid_to"
                + " from law_value where proposal_id is null");

    assertThat(shipped)
        .extracting(LawValueResourceTest::text)
        .containsExactlyInAnyOrderElementsOf(
            Law.lines().stream().map(LawValueResourceTest::text).toList());
  }

  private static String text(Map<String, String> row) {
    return String.join(
        "|",
        row.get("code"),
        row.get("dimension"),
        new BigDecimal(row.get("value")).stripTrailingZeros().toPlainString(),
        row.get("act"),
        row.get("article"),
        row.get("source"),
        row.get("valid_from"),
        String.valueOf(row.get("valid_to")));
  }

  private static String text(LawLine line) {
    return String.join(
        "|",
        line.code().name(),
        line.dimension(),
        line.value().stripTrailingZeros().toPlainString(),
        line.act(),
        line.article(),
        line.source(),
        line.validFrom().toString(),
        String.valueOf(line.validTo()));
  }

  private String at(String day) {
    return BigDecimal.valueOf(
            values.read().find(LawCode.WAGE_BASE, LocalDate.parse(day)).orElseThrow().minor(), 2)
        .toPlainString();
  }

  private static String proposed(String lines) {
    return LawLoads.propose(ONE, lines).then().statusCode(201).extract().path("id");
  }

  private static Response refuse(String token, String proposal) {
    return Payments.post(
        token, "law-proposals/" + proposal + "/refusal", Map.of("reason", "Помилка."));
  }

  private static String registrar() {
    return TestTokens.staff("registrar-1", Roles.REGISTRAR).within(Person.OBLAST).token();
  }
}
