package ua.vidnova.payments.derivation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class DerivationResourceTest {

  @Inject Books books;

  @Test
  void shows_before_a_proposal_what_would_be_proposed_with_every_step() {
    var person = Person.anyone().unpaidSince("2025-01");
    var resumption = openedWithDetails(person, "OLD_AGE,2010-05-11,3000.00,25,false,FEMALE");

    var shown =
        derivation(Payments.officer(), resumption)
            .then()
            .statusCode(200)
            .body("months[0].month", equalTo("2025-01"))
            .body("months[0].steps.code", hasItems("BASE", "AGE_SUPPLEMENT"))
            .body("months[2].steps.code", hasItem("INDEXATION"))
            .body("months[2].steps[1].since", equalTo("2025-03"))
            .body("months[2].steps[1].changeMinor", equalTo(34_500))
            .body("law.act", hasItem("Постанова КМУ № 209 від 25.02.2025"))
            .body("unknown", empty())
            .body("lawMissing", empty())
            .body("current[0].fromMonth", equalTo(Payments.thisMonth().toString()))
            .body("proposal", nullValue())
            .extract()
            .asString();
    assertThat(shown).doesNotContain(person.rnokpp()).doesNotContain(person.familyName());
  }

  @Test
  void every_step_names_values_of_law_that_are_listed() {
    var person = Person.anyone().unpaidSince("2025-01");
    var resumption = openedWithDetails(person, "OLD_AGE,2010-05-11,3000.00,25,false,FEMALE");

    var json = derivation(Payments.officer(), resumption).jsonPath();
    assertThat(json.<String>getList("law.id"))
        .containsAll(json.<String>getList("months.steps.flatten().law.flatten()"));
    assertThat(json.getList("law.source")).doesNotContainNull();
  }

  @Test
  void what_was_proposed_is_what_is_approved_paid_and_explained() {
    var person = Person.anyone().unpaidSince("2025-01");
    var resumption = openedWithDetails(person, "OLD_AGE,2010-05-11,3000.00,25,false,FEMALE");
    var before = derivation(Payments.officer(), resumption).jsonPath();
    decide(resumption);

    var after = derivation(Payments.auditor(), resumption).jsonPath();

    assertThat(after.getList("months")).isEqualTo(before.getList("months"));
    assertThat(after.getList("current")).isEqualTo(before.getList("current"));
    assertThat(after.getMap("facts")).isEqualTo(before.getMap("facts"));
    assertThat(after.getString("proposal.by")).isEqualTo("officer-1");
    assertThat(after.getString("approval.by")).isEqualTo("approver-1");
    assertThat(
            books.rows(
                "select to_char(u.month, 'YYYY-MM') as month, u.amount_minor from payable_unit u"
                    + " join award a on a.id = u.award_id where a.rnokpp = ? order by u.month",
                person.rnokpp()))
        .extracting(row -> row.get("month") + " " + row.get("amount_minor"))
        .isEqualTo(
            after.getList("months").stream()
                .map(Map.class::cast)
                .map(month -> month.get("month") + " " + month.get("amountMinor"))
                .toList());
    assertThat(
            books.count(
                "select amount_minor as count from award_amount f join award a on a.id = f.award_id"
                    + " where a.rnokpp = ? order by f.from_month limit 1",
                person.rnokpp()))
        .isEqualTo(after.getLong("current[0].amountMinor"));
  }

  @Test
  void prints_in_ukrainian_which_act_which_coefficient_which_month() throws IOException {
    var person = Person.anyone().unpaidSince("2025-01");
    var resumption = openedWithDetails(person, "OLD_AGE,2010-05-11,3000.00,25,false,FEMALE");
    decide(resumption);

    var answer =
        given()
            .auth()
            .oauth2(Payments.officer())
            .accept("application/pdf")
            .get(Payments.BASE + "resumptions/" + resumption + "/derivation");

    answer.then().statusCode(200).contentType("application/pdf");
    try (var pdf = Loader.loadPDF(answer.asByteArray())) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("uk-UA");
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Розрахунок пенсії за минулий період")
          .contains("Вигаданенко Ганна Прикладівна")
          .contains("Індексація з 01.03.2025: коефіцієнт 1,115")
          .contains("Постанова КМУ № 209")
          .contains("Доплата за віком")
          .contains("01.2025 – 02.2025, щомісяця")
          .contains("Закон України № 1058-IV, ст. 46 ч. 1")
          .contains("Подав(ла)")
          .contains("Затвердив(ла)")
          .doesNotContain("?")
          .doesNotContain(person.rnokpp());
    }
  }

  @Test
  void says_which_facts_nobody_told() {
    var resumption = Payments.opened(Person.anyone());

    derivation(Payments.officer(), resumption)
        .then()
        .body("unknown", contains("KIND", "GRANT_DATE", "BASE", "INSURANCE_YEARS", "WORKING"));
  }

  @Test
  void nothing_is_proposed_while_a_value_of_law_is_missing() {
    var someone = Person.anyone();
    var person =
        new Person(
            someone.residentId(),
            someone.rnokpp(),
            someone.familyName(),
            someone.birthDate(),
            someone.monthlyAmount(),
            "2021-11",
            "AUTHORITY",
            someone.settlement());
    var resumption = Payments.opened(person);

    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(409)
        .body("code", equalTo("law-missing"))
        .body("missing[0].code", equalTo("SUBSISTENCE"))
        .body("missing[0].month", equalTo("2021-11"));
    derivation(Payments.officer(), resumption)
        .then()
        .statusCode(200)
        .body("lawMissing", not(empty()));
  }

  @Test
  void every_read_leaves_a_trace() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);
    derivation(Payments.approver(), resumption).then().statusCode(200);

    Payments.get(Payments.auditor(), "audit?residentId=" + person.residentId())
        .then()
        .body("items.findAll { it.objectType == 'derivation' }", hasSize(1))
        .body("items.find { it.objectType == 'derivation' }.actor", equalTo("approver-1"));
  }

  @Test
  void only_payments_staff_of_the_territory_see_it() {
    var resumption = Payments.opened(Person.anyone());
    var far = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within("UA44040010000091230").token();
    var registrar = TestTokens.staff("r", Roles.REGISTRAR).within(Person.OBLAST).token();

    derivation(far, resumption).then().statusCode(404);
    derivation(registrar, resumption).then().statusCode(403);
    derivation(Payments.pensionFund(), resumption).then().statusCode(403);
    given().get(Payments.BASE + "resumptions/" + resumption + "/derivation").then().statusCode(401);
    derivation(Payments.officer(), UUID.randomUUID().toString()).then().statusCode(404);
    given()
        .auth()
        .oauth2(far)
        .accept("application/pdf")
        .get(Payments.BASE + "resumptions/" + resumption + "/derivation")
        .then()
        .statusCode(404)
        .body("code", notNullValue());
  }

  private static Response derivation(String token, String resumption) {
    return given()
        .auth()
        .oauth2(token)
        .accept("application/json")
        .get(Payments.BASE + "resumptions/" + resumption + "/derivation");
  }

  private static String openedWithDetails(Person person, String details) {
    Details.importOne(person, details);
    Told.identified(person);
    return Payments.awaitResumption(person.residentId());
  }

  private static void decide(String resumption) {
    for (var step :
        List.of(
            Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal"),
            Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval"))) {
      step.then().statusCode(200);
    }
  }
}
