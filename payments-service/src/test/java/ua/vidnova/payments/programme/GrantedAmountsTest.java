package ua.vidnova.payments.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** A changed amount reaches what was granted before it. */
@QuarkusTest
@WithPlatform
class GrantedAmountsTest {

  private static final YearMonth NOW = Payments.thisMonth();

  @Inject Books books;
  @Inject Aid aid;

  private Person person;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    person = aid.known(Person.anyone());
  }

  @Test
  void a_rise_is_added_to_months_already_made_and_a_fall_is_put_before_people() {
    granted("RENT_AID");
    change("RENT_AID", null, 250_000, NOW.atDay(1));

    assertThat(units()).containsExactly("CURRENT 200000", "DIFFERENCE 50000");
    assertThat(inForce(NOW)).isEqualTo(250_000);
    assertThat(openFalls()).isEmpty();
    aid.payWhatIsDue();
    assertThat(books.instructionsOf(person.residentId())).hasSize(2);

    change("RENT_AID", null, 240_000, NOW.atDay(1));
    assertThat(units()).hasSize(2);
    assertThat(openFalls()).containsExactly("10000");
    assertThat(inForce(NOW)).isEqualTo(240_000);

    change("RENT_AID", null, 250_000, NOW.atDay(1));
    assertThat(units()).hasSize(2);
    assertThat(openFalls()).isEmpty();
    Payments.get(Payments.auditor(), "ledger/verification").then().body("intact", equalTo(true));
  }

  @Test
  void an_amount_that_changes_within_a_month_is_paid_from_the_next() {
    granted("WOOD_AID");

    change("WOOD_AID", null, 260_000, NOW.atDay(2));

    assertThat(units()).containsExactly("CURRENT 200000");
    assertThat(inForce(NOW)).isEqualTo(200_000);
    assertThat(inForce(NOW.plusMonths(1))).isEqualTo(260_000);
  }

  @Test
  void a_change_of_another_category_reaches_nobody() {
    granted("COAL_AID");

    change("COAL_AID", "DISABLED", null, 300_000, NOW.atDay(1));

    assertThat(units()).containsExactly("CURRENT 200000");
    assertThat(inForce(NOW)).isEqualTo(200_000);
  }

  @Test
  void what_was_proposed_before_a_change_of_its_amount_is_proposed_anew() {
    made("FOOD_AID");
    var old = Aid.propose(person, "FOOD_AID", "OTHER").then().statusCode(201).extract();
    change("FOOD_AID", null, 250_000, NOW.atDay(1));

    Aid.approve(old.path("id"))
        .then()
        .statusCode(409)
        .body("code", equalTo("conditions-open"))
        .body("openConditions.code", contains("AMOUNT_CHANGED"));
    Payments.post(
            Payments.officer(),
            "grants/" + old.path("id") + "/refusal",
            Map.of("reason", "Розмір змінився"))
        .then()
        .statusCode(200);
    Aid.granted(Aid.propose(person, "FOOD_AID", "OTHER"));
    aid.payWhatIsDue();
    assertThat(units()).containsExactly("CURRENT 250000");
  }

  @Test
  void an_amount_of_a_later_month_reaches_what_is_approved_after_it_was_known() {
    made("MILK_AID");
    var before = Aid.propose(person, "MILK_AID", "OTHER");
    change("MILK_AID", null, 260_000, NOW.plusMonths(1).atDay(2));
    change("MILK_AID", null, 270_000, NOW.plusMonths(3).atDay(1));

    Aid.granted(before);

    assertThat(inForce(NOW.plusMonths(1))).isEqualTo(200_000);
    assertThat(inForce(NOW.plusMonths(2))).isEqualTo(260_000);
    assertThat(inForce(NOW.plusMonths(3))).isEqualTo(270_000);
    change("MILK_AID", null, 280_000, NOW.plusMonths(3).atDay(1));
    assertThat(inForce(NOW.plusMonths(3))).as("brought by its change").isEqualTo(280_000);
  }

  private void granted(String code) {
    made(code);
    Aid.granted(Aid.propose(person, code, "OTHER"));
    aid.payWhatIsDue();
    assertThat(units()).containsExactly("CURRENT 200000");
  }

  private static void made(String code) {
    change(
        code,
        Map.of(
            "nameUk",
            "Вигадана допомога " + code,
            "kind",
            "RECURRING",
            "per",
            "PERSON",
            "payer",
            "00035323"),
        200_000,
        LocalDate.of(2026, 1, 1));
  }

  private static void change(String code, Map<String, ?> shape, int minor, LocalDate from) {
    change(code, "OTHER", shape, minor, from);
  }

  private static void change(
      String code, String category, Map<String, ?> shape, int minor, LocalDate from) {
    var law =
        Map.of(
            "act",
            "Вигадана постанова",
            "article",
            "п. 1",
            "source",
            "test",
            "validFrom",
            from.toString());
    var amount = Map.of("category", category, "amountMinor", minor, "law", law);
    var body = new HashMap<String, Object>(Map.of("code", code, "amounts", List.of(amount)));
    if (shape != null) {
      body.put("programme", shape);
    }
    var id =
        Payments.post(Payments.administrator("administrator-1"), "programme-changes", body)
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    Payments.post(
            Payments.administrator("administrator-2"), "programme-changes/" + id + "/approval")
        .then()
        .statusCode(200);
  }

  private List<String> units() {
    return books
        .rows(
            "select u.kind || ' ' || u.amount_minor as unit from payable_unit u"
                + " join award a on a.id = u.award_id where a.resident_id = ?"
                + " order by u.month, u.kind",
            person.residentId())
        .stream()
        .map(row -> row.get("unit"))
        .toList();
  }

  private List<String> openFalls() {
    return books
        .rows(
            "select f.amount_minor from difference f join award a on a.id = f.award_id"
                + " where a.resident_id = ? and f.kind = 'AMOUNT_FELL' and f.lapsed_at is null",
            person.residentId())
        .stream()
        .map(row -> row.get("amount_minor"))
        .toList();
  }

  /** What a run would make of a month. */
  private long inForce(YearMonth month) {
    return books.count(
        "select coalesce((select f.amount_minor from award_amount f where f.award_id = a.id"
            + " and f.from_month <= ? order by f.from_month desc, f.id desc limit 1),"
            + " a.monthly_amount_minor) as count from award a where a.resident_id = ?",
        month.atDay(1),
        person.residentId());
  }
}
