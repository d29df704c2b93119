package ua.vidnova.payments.recalculation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.derivation.Details;
import ua.vidnova.payments.law.LawCode;
import ua.vidnova.payments.law.LawLoads;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Disability pensions have no minimum until these tests load one; nobody else's amount changes. */
@QuarkusTest
@WithPlatform
class RecalculationResourceTest {

  private static final YearMonth FROM = Payments.thisMonth().minusMonths(2);

  @Inject Books books;
  @Inject LawValues law;

  @BeforeEach
  void nobody_is_raised_yet() {
    loadMinimum("0.1");
  }

  @Test
  void law_that_is_loaded_later_adds_differences_and_rewrites_nothing() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(3).toString());
    var resumption = resumed(person);
    var made = units(person);
    var explained = derivation(resumption);

    loadMinimum("3");
    var preview = previewed(propose());
    assertThat(preview.getLong("preview.rises")).isGreaterThanOrEqualTo(2);
    assertThat(units(person)).isEqualTo(made);
    approveAndAwait(preview.getString("id"));

    var due = subsistence("3");
    var differences = differenceUnits(person);
    assertThat(differences).hasSize(2);
    for (var month : List.of(FROM, FROM.plusMonths(1))) {
      assertThat(Long.parseLong(differences.get(month.toString())))
          .isEqualTo(due - Long.parseLong(made.get(month.toString())));
    }
    assertThat(units(person)).isEqualTo(made);
    assertThat(inForce(person)).isEqualTo(due);
    assertThat(derivation(resumption).getList("months")).isEqualTo(explained.getList("months"));
    assertThat(derivation(resumption).getList("recalculated[0].months.month"))
        .contains(FROM.toString(), FROM.plusMonths(1).toString());
    assertThat(derivation(resumption).<String>getList("recalculated[0].months[0].steps.code"))
        .contains("MINIMUM");
    assertThat(differencesShown(person)).isEmpty();

    var again = previewed(propose());
    assertThat(again.getLong("preview.changed")).isZero();
    approveAndAwait(again.getString("id"));
    assertThat(differenceUnits(person)).isEqualTo(differences);

    loadMinimum("2");
    approveAndAwait(previewed(propose()).getString("id"));
    assertThat(differenceUnits(person)).isEqualTo(differences);
    assertThat(differencesShown(person)).containsOnly((int) (due - subsistence("2"))).hasSize(2);
    assertThat(inForce(person)).isEqualTo(subsistence("2"));

    approveAndAwait(previewed(propose()).getString("id"));
    assertThat(differencesShown(person)).hasSize(2);
  }

  @Test
  void a_month_that_has_a_unit_keeps_it_when_the_award_is_resumed_anew() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(3).toString());
    resumed(person);
    var made = units(person);
    Told.lifeState(person.residentId(), "MISSING", Payments.today().minusDays(1));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(person), "DORMANT"::equals);
    loadMinimum("4");

    Told.lifeState(person.residentId(), "LIVING", person.birthDate());
    decide(awaitOpened(person));

    assertThat(units(person)).isEqualTo(made);
    assertThat(differenceUnits(person))
        .hasSize(2)
        .containsEntry(
            FROM.toString(),
            String.valueOf(subsistence("4") - Long.parseLong(made.get(FROM.toString()))));
    assertThat(inForce(person)).isEqualTo(subsistence("4"));
  }

  @Test
  void who_proposes_cannot_approve_and_nothing_is_decided_twice() {
    var both =
        TestTokens.staff("both-1", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
            .within(Person.OBLAST)
            .token();
    var id =
        Payments.post(both, "recalculations", request(FROM.toString()))
            .then()
            .statusCode(202)
            .body("state", equalTo("PREVIEWING"))
            .body("execution", nullValue())
            .extract()
            .<String>path("id");
    awaitState(id, "PROPOSED");

    Payments.post(both, "recalculations/" + id + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));
    Payments.post(both, "recalculations/" + id + "/refusal", Map.of("reason", "Помилка."))
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"));
    Payments.post(Payments.approver(), "recalculations/" + id + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"))
        .body("state", equalTo("REFUSED"));
    Payments.post(both, "recalculations/" + id + "/refusal", Map.of("reason", "Ще раз."))
        .then()
        .statusCode(409);
  }

  @Test
  void names_what_is_wrong_with_a_request() {
    Payments.post(
            Payments.officer(),
            "recalculations",
            request(Payments.thisMonth().plusMonths(1).toString()))
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("from"))
        .body("errors[0].code", equalTo("in-the-future"));
    Payments.post(Payments.officer(), "recalculations", Map.of("reason", " "))
        .then()
        .statusCode(422)
        .body("errors", hasSize(2));
    Payments.post(Payments.officer(), "recalculations", request("March")).then().statusCode(400);
    Payments.get(Payments.officer(), "recalculations/" + UUID.randomUUID()).then().statusCode(404);
    Payments.post(Payments.approver(), "recalculations/" + UUID.randomUUID() + "/approval")
        .then()
        .statusCode(404);
  }

  @Test
  void only_officers_propose_only_approvers_approve_and_payments_staff_read() {
    var id = propose();
    awaitState(id, "PROPOSED");
    for (var token : List.of(Payments.approver(), Payments.auditor(), registrar())) {
      Payments.post(token, "recalculations", request(FROM.toString())).then().statusCode(403);
    }
    for (var token : List.of(Payments.officer(), Payments.auditor(), registrar())) {
      Payments.post(token, "recalculations/" + id + "/approval").then().statusCode(403);
    }
    Payments.get(Payments.auditor(), "recalculations?limit=1")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].preview.awards", greaterThanOrEqualTo(0));
    Payments.get(registrar(), "recalculations/" + id).then().statusCode(403);
    Payments.get(Payments.pensionFund(), "recalculations").then().statusCode(403);
    given().get(Payments.BASE + "recalculations").then().statusCode(401);
  }

  private static Map<String, String> request(String from) {
    return Map.of("from", from, "reason", "Мінімум завантажено із запізненням.");
  }

  private static String propose() {
    return Payments.post(Payments.officer(), "recalculations", request(FROM.toString()))
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static JsonPath previewed(String id) {
    return awaitState(id, "PROPOSED");
  }

  private static void approveAndAwait(String id) {
    Payments.post(Payments.approver(), "recalculations/" + id + "/approval").then().statusCode(200);
    awaitState(id, "DONE");
  }

  private static JsonPath awaitState(String id, String state) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> Payments.get(Payments.officer(), "recalculations/" + id).jsonPath(),
            shown -> state.equals(shown.getString("state")));
  }

  private static String resumed(Person person) {
    Details.importOne(person, "DISABILITY,2010-05-11,3000.00,36,true,FEMALE");
    Told.identified(person);
    var resumption = Payments.awaitResumption(person.residentId());
    decide(resumption);
    return resumption;
  }

  private static void decide(String resumption) {
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200);
    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200);
  }

  private static String awaitOpened(Person person) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Payments.get(
                        Payments.officer(),
                        "resumptions?state=OPENED&residentId=" + person.residentId())
                    .jsonPath()
                    .<String>getList("items.id"),
            opened -> opened.size() == 1)
        .getFirst();
  }

  private static void loadMinimum(String inSubsistences) {
    LawLoads.load(
        "MINIMUM_IN_SUBSISTENCES,DISABILITY,%s,Закон,ст. 28,тест,%s,\n"
            .formatted(inSubsistences, FROM.atDay(1)));
  }

  private long subsistence(String times) {
    var level =
        law.read()
            .find(LawCode.SUBSISTENCE, "UNABLE_TO_WORK", Payments.thisMonth().atDay(1))
            .orElseThrow()
            .value();
    return new BigDecimal(times).multiply(level).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private Map<String, String> units(Person person) {
    return amounts(person, "u.kind <> 'DIFFERENCE'");
  }

  private Map<String, String> differenceUnits(Person person) {
    return amounts(person, "u.kind = 'DIFFERENCE'");
  }

  private Map<String, String> amounts(Person person, String which) {
    var amounts = new TreeMap<String, String>();
    books
        .rows(
            "select to_char(u.month, 'YYYY-MM') as month, u.amount_minor from payable_unit u"
                + " join award a on a.id = u.award_id where a.rnokpp = ? and "
                + which,
            person.rnokpp())
        .forEach(row -> amounts.put(row.get("month"), row.get("amount_minor")));
    return amounts;
  }

  private long inForce(Person person) {
    return books.count(
        "select amount_minor as count from award_amount f join award a on a.id = f.award_id"
            + " where a.rnokpp = ? and f.from_month <= date_trunc('month', now())"
            + " order by f.from_month desc, f.id desc limit 1",
        person.rnokpp());
  }

  private static List<Integer> differencesShown(Person person) {
    return Payments.get(Payments.officer(), "differences?residentId=" + person.residentId())
        .jsonPath()
        .getList("items.findAll { it.kind == 'AMOUNT_FELL' }.amountMinor");
  }

  private static JsonPath derivation(String resumption) {
    return given()
        .auth()
        .oauth2(Payments.officer())
        .accept("application/json")
        .get(Payments.BASE + "resumptions/" + resumption + "/derivation")
        .jsonPath();
  }

  private static String registrar() {
    return TestTokens.staff("registrar-1", Roles.REGISTRAR).within(Person.OBLAST).token();
  }
}
