package ua.vidnova.payments.programme;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;

@QuarkusTest
@WithPlatform
class ProgrammeResourceTest {

  private static final String ONE = Payments.administrator("administrator-1");
  private static final String OTHER = Payments.administrator("administrator-2");

  @Inject Books books;

  @Test
  void shows_what_holds_on_a_day_with_where_it_stands() {
    var aid = "items.find { it.code == 'LIBERATED_ONE_OFF' }.";
    Payments.get(Payments.officer(), "programmes?on=2022-12-01")
        .then()
        .statusCode(200)
        .body(aid + "kind", equalTo("ONE_OFF"))
        .body(aid + "amounts.find { it.category == 'CHILD' }.amountMinor", equalTo(300_000))
        .body(aid + "amounts.find { it.category == 'OTHER' }.amountMinor", equalTo(200_000))
        .body(aid + "amounts.basis.act", everyItem(equalTo("Постанова КМУ № 1195 від 21.10.2022")))
        .body(aid + "exclusions.excluded", contains("IDP_ALLOWANCE"));
    Payments.get(Payments.officer(), "programmes?on=2022-10-20")
        .then()
        .body(aid + "amounts", empty());
  }

  @Test
  void only_pensions_have_arrears() {
    Payments.get(Payments.officer(), "programmes")
        .then()
        .body("items.findAll { it.hasArrears }.code", contains("PENSION"));
  }

  @Test
  void two_administrators_add_a_programme_and_later_end_a_row_by_another() {
    var code = "WINTER_AID";
    var born =
        propose(ONE, code, shape(), List.of(amount("OTHER", 220_000, "2026-01-01")))
            .then()
            .statusCode(201)
            .body("state", equalTo("PROPOSED"))
            .extract()
            .jsonPath()
            .getString("id");
    Payments.get(ONE, "programmes").then().body("items.code", not(hasItem(code)));
    Payments.post(ONE, "programme-changes/" + born + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));
    Payments.post(OTHER, "programme-changes/" + born + "/approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPLIED"));
    Payments.post(OTHER, "programme-changes/" + born + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"));

    apply(code, List.of(amount("OTHER", 250_000, "2026-06-01")));
    amountOn(code, "2026-05-31", 220_000);
    amountOn(code, "2026-06-01", 250_000);

    apply(code, List.of(amount("OTHER", 260_000, "2026-06-01")));
    amountOn(code, "2026-05-31", 220_000);
    amountOn(code, "2026-06-01", 260_000);
    Payments.get(Payments.auditor(), "programme-changes")
        .then()
        .statusCode(200)
        .body("items.findAll { it.programme == '" + code + "' }", hasSize(3));
  }

  @Test
  void a_refused_change_adds_nothing() {
    var code = "SUMMER_AID";
    var id =
        propose(ONE, code, shape(), List.of(amount("OTHER", 1, "2026-01-01")))
            .jsonPath()
            .getString("id");
    Payments.post(ONE, "programme-changes/" + id + "/refusal").then().statusCode(200);
    Payments.post(OTHER, "programme-changes/" + id + "/approval")
        .then()
        .statusCode(409)
        .body("state", equalTo("REFUSED"));
    Payments.get(ONE, "programmes").then().body("items.code", not(hasItem(code)));
  }

  @Test
  void names_what_cannot_be() {
    propose(ONE, "NOBODY_KNOWS", null, List.of(amount("OTHER", 1, "2026-01-01")))
        .then()
        .statusCode(422)
        .body("errors.field", contains("programme"));
    propose(ONE, "BURIAL", shape(), List.of(amount("OTHER", 1, "2026-01-01")))
        .then()
        .statusCode(422)
        .body("errors.code", contains("known"));
    propose(ONE, "BURIAL", null, List.of(amount("other", 0, "2026-01-01")))
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("amounts[0].category"))
        .body("errors.field", hasItem("amounts[0].amountMinor"));
    propose(ONE, "BURIAL", null, List.of())
        .then()
        .statusCode(422)
        .body("errors.code", contains("nothing"));
    Payments.get(Payments.officer(), "programmes?on=yesterday").then().statusCode(400);
  }

  @Test
  void the_database_rewrites_no_row() {
    assertThatThrownBy(
            () ->
                books.execute(
                    "update programme_amount set amount_minor = 1 where pensions is null"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("never rewritten");
    assertThatThrownBy(() -> books.execute("update programme set kind = 'ONE_OFF'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("keeps its shape");
  }

  private static void apply(String code, List<Map<String, ?>> amounts) {
    var id =
        propose(ONE, code, null, amounts)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    Payments.post(OTHER, "programme-changes/" + id + "/approval").then().statusCode(200);
  }

  private static void amountOn(String code, String day, int minor) {
    Payments.get(ONE, "programmes?on=" + day)
        .then()
        .body("items.find { it.code == '" + code + "' }.amounts.amountMinor", contains(minor));
  }

  private static Response propose(
      String token, String code, Map<String, ?> shape, List<Map<String, ?>> amounts) {
    var body = new java.util.HashMap<String, Object>(Map.of("code", code, "amounts", amounts));
    if (shape != null) {
      body.put("programme", shape);
    }
    return Payments.post(token, "programme-changes", body);
  }

  private static Map<String, ?> shape() {
    return Map.of(
        "nameUk", "Вигадана допомога", "kind", "ONE_OFF", "per", "PERSON", "payer", "00035323");
  }

  private static Map<String, ?> amount(String category, long minor, String from) {
    return Map.of(
        "category",
        category,
        "amountMinor",
        minor,
        "law",
        Map.of(
            "act",
            "Вигадана постанова",
            "article",
            "п. 1",
            "source",
            "test",
            "validFrom",
            LocalDate.parse(from).toString()));
  }
}
