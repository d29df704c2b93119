package ua.vidnova.payments.resumption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class ResumptionResourceTest {

  @Inject Books books;
  @Inject Cash cash;

  @Test
  void shows_the_arrears_by_month_with_the_rule_behind_each() {
    var firstUnpaid = Payments.thisMonth().minusMonths(38);
    var person = Person.anyone().unpaidSince(firstUnpaid.toString());

    var resumption = Payments.opened(person);

    Payments.get(Payments.officer(), "resumptions?residentId=" + person.residentId())
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].state", equalTo("OPENED"))
        .body("items[0].openConditions", hasSize(0))
        .body("items[0].arrears.months", hasSize(38))
        .body("next", nullValue());
    var shown =
        Payments.get(Payments.officer(), "resumptions/" + resumption)
            .then()
            .statusCode(200)
            .header("ETag", equalTo("\"0\""))
            .body("arrears.months[0].amountMinor", equalTo(346_025))
            .body("arrears.months.amountMinor", everyItem(greaterThanOrEqualTo(346_025)))
            .body("arrears.months[0].month", equalTo(firstUnpaid.toString()))
            .body("arrears.months[0].payable", equalTo(false))
            .body("arrears.months[0].rule.code", equalTo("BEYOND_LIMIT"))
            .body("arrears.months[0].rule.value", equalTo(36))
            .body("arrears.months[0].rule.act", equalTo("Закон України № 1058-IV"))
            .body("arrears.months[0].rule.article", equalTo("ст. 46 ч. 1"))
            .body("arrears.months[0].rule.source", notNullValue())
            .body("arrears.months[0].scheduledPeriod", nullValue())
            .body("arrears.months[37].payable", equalTo(true))
            .body("arrears.months[37].rule.code", equalTo("WITHIN_LIMIT"))
            .body("arrears.months[37].scheduledPeriod", equalTo(Payments.thisMonth().toString()))
            .body("arrears.months[37].scheduleRule.code", equalTo("FIRST_PAYMENT"))
            .extract()
            .asString();
    assertThat(shown).doesNotContain(person.rnokpp()).doesNotContain(person.familyName());
  }

  @Test
  void two_people_resume_an_award_and_its_units_are_scheduled_as_proposed() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(14).toString());
    var resumption = Payments.opened(person);

    propose(resumption)
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("proposal.by", equalTo("officer-1"));
    var arrears =
        approve(resumption)
            .then()
            .statusCode(200)
            .body("state", equalTo("APPROVED"))
            .body("approval.by", equalTo("approver-1"))
            .body("arrears.cutMinor", equalTo(0))
            .extract()
            .jsonPath();
    var amounts = arrears.getList("arrears.months.amountMinor", Long.class);
    assertThat(amounts).hasSize(14);
    assertThat(arrears.getLong("arrears.payableMinor")).isEqualTo(sum(amounts));
    assertThat(arrears.getLong("arrears.firstPaymentMinor")).isEqualTo(sum(amounts.subList(2, 14)));
    assertThat(
            books.count(
                "select sum(amount_minor) as count from payable_unit u join award a"
                    + " on a.id = u.award_id where a.resident_id = ?",
                person.residentId()))
        .isEqualTo(sum(amounts));

    assertThat(books.awardStateOf(person)).isEqualTo("RESUMED");
    assertThat(books.unitsOf(person.residentId())).hasSize(14).containsValue("OUTSTANDING");
    KafkaProbe.await(
        "payments.awards",
        "ua.vidnova.payments.AwardResumed.v1",
        data -> data.path("residentId").asText().equals(person.residentId().toString()));
  }

  @Test
  void warns_of_what_would_hold_the_money_today_and_keeps_nobody_from_deciding() {
    var place = cash.settlement();
    var resumption = Payments.opened(Person.anyone().livingIn(place));
    Payments.get(Payments.officer(), "resumptions/" + resumption)
        .then()
        .body("warnings", hasSize(0));

    Told.postOffice(place, "OUT");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                Payments.get(Payments.officer(), "resumptions/" + resumption)
                    .then()
                    .body("warnings.code", contains("POST_NOT_WORKING"))
                    .body("warnings[0].message", notNullValue())
                    .body("openConditions", hasSize(0)));
    propose(resumption).then().statusCode(200);
    approve(resumption).then().statusCode(200).body("warnings", hasSize(0));
  }

  @Test
  void who_proposes_cannot_approve() {
    var resumption = Payments.opened(Person.anyone());
    var both =
        TestTokens.staff("both-1", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
            .within(Person.OBLAST)
            .token();
    Payments.post(both, "resumptions/" + resumption + "/proposal").then().statusCode(200);

    Payments.post(both, "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("same-person"));

    approve(resumption).then().statusCode(200);
  }

  @Test
  void what_is_missing_stands_in_the_way_and_is_listed() {
    var person = Person.anyone();
    Payments.importLines(person.line());
    Told.identified(
        person,
        identity -> {
          identity.put("evidenceLevel", "WITNESS");
          identity.remove("noRussianPensionDeclaredOn");
        });
    var resumption = Payments.awaitResumption(person.residentId());

    propose(resumption)
        .then()
        .statusCode(409)
        .body("code", equalTo("conditions-open"))
        .body("openConditions.code", contains("EVIDENCE_INSUFFICIENT", "DECLARATION_MISSING"))
        .body("openConditions.message", everyItem(notNullValue()));

    Payments.get(Payments.officer(), "resumptions/" + resumption)
        .then()
        .body("state", equalTo("OPENED"))
        .body("openConditions.code", contains("EVIDENCE_INSUFFICIENT", "DECLARATION_MISSING"));
  }

  @Test
  void only_what_was_proposed_can_be_approved() {
    var resumption = Payments.opened(Person.anyone());

    approve(resumption)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"))
        .body("state", equalTo("OPENED"));
  }

  @Test
  void nothing_is_decided_twice() {
    var resumption = Payments.resumed(Person.anyone());

    propose(resumption).then().statusCode(409).body("code", equalTo("not-now"));
    approve(resumption).then().statusCode(409).body("code", equalTo("not-now"));
    refuse(resumption, "Передумали").then().statusCode(409).body("code", equalTo("not-now"));
  }

  @Test
  void a_refusal_needs_a_reason_and_leaves_the_award_dormant() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);

    refuse(resumption, " ")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("reason"))
        .body("errors[0].code", equalTo("required"));
    refuse(resumption, "Особу не підтверджено.")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("refusal.reason", equalTo("Особу не підтверджено."))
        .body("refusal.by", equalTo("officer-1"));

    assertThat(books.awardStateOf(person)).isEqualTo("DORMANT");
    assertThat(books.unitsOf(person.residentId())).isEmpty();
  }

  @Test
  void an_approver_may_refuse_what_was_proposed() {
    var resumption = Payments.opened(Person.anyone());
    propose(resumption);

    Payments.post(
            Payments.approver(), "resumptions/" + resumption + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"));
  }

  @Test
  void a_decision_on_an_old_version_is_refused() {
    var resumption = Payments.opened(Person.anyone());

    ifMatch(resumption, "\"7\"").then().statusCode(412).body("code", equalTo("changed-meanwhile"));
    ifMatch(resumption, "nonsense").then().statusCode(412);
    ifMatch(resumption, "\"0\"").then().statusCode(200).header("ETag", equalTo("\"1\""));
  }

  @Test
  void the_same_key_proposes_once_and_gets_the_same_answer() {
    var resumption = Payments.opened(Person.anyone());
    var key = UUID.randomUUID().toString();

    var first = proposeWithKey(resumption, key).then().statusCode(200).extract().asString();
    var second = proposeWithKey(resumption, key).then().statusCode(200).extract().asString();

    assertThat(second).isEqualTo(first);
  }

  @Test
  void refuses_parameters_it_cannot_read() {
    Payments.get(Payments.officer(), "resumptions?limit=0")
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-parameter"));
    Payments.get(Payments.officer(), "resumptions?after=%%%").then().statusCode(400);
    Payments.get(Payments.officer(), "resumptions?residentId=not-an-id")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("residentId"));
    Payments.get(Payments.officer(), "resumptions?state=MAYBE")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("state"));
  }

  @Test
  void refuses_a_body_with_unknown_fields_or_none() {
    var resumption = Payments.opened(Person.anyone());
    var path = "resumptions/" + resumption + "/refusal";

    Payments.post(Payments.officer(), path, Map.of("reason", "Ні", "force", true))
        .then()
        .statusCode(400)
        .body("code", equalTo("unknown-field"));
    Payments.post(Payments.officer(), path, "{\"reason\":")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-json"));
  }

  @Test
  void lists_page_by_page_and_by_state() {
    for (var i = 0; i < 3; i++) {
      Payments.opened(Person.anyone());
    }

    var first = Payments.get(Payments.officer(), "resumptions?state=OPENED&limit=2").jsonPath();
    assertThat(first.getList("items")).hasSize(2);
    var second =
        Payments.get(
                Payments.officer(),
                "resumptions?state=OPENED&limit=2&after=" + first.getString("next"))
            .jsonPath();
    assertThat(second.getList("items.id"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(first.getList("items.id"));
    assertThat(second.getList("items.state")).containsOnly("OPENED");
  }

  @Test
  void leaves_a_trace_of_who_read_and_decided() {
    var person = Person.anyone();
    Payments.resumed(person);

    Payments.get(Payments.auditor(), "audit?residentId=" + person.residentId())
        .then()
        .statusCode(200)
        .body("items.findAll { it.objectType == 'resumption' }.action.unique().size()", equalTo(4));
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }

  private static Response propose(String resumption) {
    return Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal");
  }

  private static Response approve(String resumption) {
    return Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval");
  }

  private static Response refuse(String resumption, String reason) {
    return Payments.post(
        Payments.officer(), "resumptions/" + resumption + "/refusal", Map.of("reason", reason));
  }

  private static Response ifMatch(String resumption, String tag) {
    return given()
        .auth()
        .oauth2(Payments.officer())
        .header("If-Match", tag)
        .post(Payments.BASE + "resumptions/" + resumption + "/proposal");
  }

  private static Response proposeWithKey(String resumption, String key) {
    return given()
        .auth()
        .oauth2(Payments.officer())
        .header("Idempotency-Key", key)
        .post(Payments.BASE + "resumptions/" + resumption + "/proposal");
  }
}
