package ua.vidnova.payments.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.derivation.Details;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** The kind of pension is unknown, so that no minimum hides what the facts say. */
@QuarkusTest
@WithPlatform
class AwardCorrectionResourceTest {

  private static final String TOLD = ",2010-05-11,2500.00,36,true,FEMALE";
  private static final String CORRECTED = ",2010-05-11,2600.00,36,true,FEMALE";

  @Inject Books books;
  @Inject Aid aid;

  private final Person person =
      Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(2).toString());

  @Test
  void corrected_facts_add_differences_and_rewrite_nothing() {
    var resumption = resumed();
    var made = amounts("<>");
    var correction = stated(facts(400_000, 250_000));

    shown(Payments.approver(), correction)
        .then()
        .body("state", equalTo("PROPOSED"))
        .body("facts.monthlyAmountMinor", equalTo(400_000))
        .body("formerFacts.monthlyAmountMinor", equalTo(346_025))
        .body("preview.rises", equalTo(made.size()))
        .body("preview.riseMinor", equalTo(made.size() * (400_000 - 346_025)));
    assertThat(amounts("=")).isEmpty();
    approve(correction).then().statusCode(200).body("state", equalTo("APPLIED"));

    assertThat(amounts("<>")).isEqualTo(made);
    assertThat(amounts("=")).hasSameSizeAs(made).containsOnly("53975");
    shown(Payments.pensionFund(), correction)
        .then()
        .body("preview", nullValue())
        .body("decidedBy", equalTo("approver-1"));
    Payments.get(Payments.officer(), "resumptions/" + resumption + "/derivation")
        .then()
        .body("recalculated.correctionId", contains(correction))
        .body("recalculated[0].reason", equalTo("Архівна довідка № 31."));
    Payments.get(Payments.auditor(), "ledger/verification").then().body("intact", equalTo(true));
  }

  @Test
  void months_with_a_russian_pension_rise_by_nothing() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    resumed();
    var month = Payments.thisMonth().minusMonths(1).toString();
    Payments.run(Payments.thisMonth());
    books.instructionsOf(person.residentId()).forEach(aid::handedOver);
    Payments.overlap(
        books.awardOf(person), Map.of("from", month, "to", month, "source", "Заява № 31"));

    approve(stated(facts(400_000, 250_000))).then().statusCode(200);

    assertThat(
            books.rows(
                "select to_char(month, 'YYYY-MM') as month from payable_unit"
                    + " where award_id = ? and kind = 'DIFFERENCE' order by month",
                books.awardOf(person)))
        .extracting(row -> row.get("month"))
        .containsExactly(
            Payments.thisMonth().minusMonths(2).toString(), Payments.thisMonth().toString());
  }

  @Test
  void what_months_fell_by_is_put_before_people() {
    resumed();
    var made = amounts("<>");
    var correction = stated(facts(340_000, 250_000));

    approve(correction).then().statusCode(200);

    assertThat(amounts("=")).isEmpty();
    Payments.get(Payments.officer(), "differences?residentId=" + person.residentId())
        .then()
        .body(
            "items.findAll { it.kind == 'AMOUNT_FELL' }.amountMinor",
            equalTo(made.stream().map(any -> 6_025).toList()));
  }

  @Test
  void a_line_that_tells_the_corrected_facts_is_no_news_and_the_former_one_differs() {
    Details.importOne(person, TOLD);
    approve(stated(facts(346_025, 260_000))).then().statusCode(200);

    imported(CORRECTED).then().body("unchanged", equalTo(1));
    imported(TOLD).then().body("refusedLines.code", contains("award-differs"));
  }

  @Test
  void an_open_case_is_derived_from_the_corrected_facts() {
    Details.importOne(person, TOLD);
    Told.identified(person);
    var resumption = Payments.awaitResumption(person.residentId());
    approve(stated(facts(400_000, 250_000))).then().statusCode(200);

    decide(resumption);

    assertThat(amounts("<>")).containsOnly("400000");
  }

  @Test
  void a_refused_correction_changes_nothing() {
    resumed();
    var correction = stated(facts(400_000, 250_000));

    refuse(correction)
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("refusalReason", equalTo("Довідки немає."));

    assertThat(amounts("=")).isEmpty();
    refused(approve(correction), "not-now");
    refused(refuse(correction), "not-now");
    stated(facts(400_000, 250_000));
  }

  @Test
  void refuses_what_says_nothing_new_and_a_second_one_at_a_time() {
    Details.importOne(person, TOLD);

    refused(state(facts(346_025, 250_000)), "nothing-differs");
    stated(facts(346_025, 260_000));
    refused(state(facts(346_025, 270_000)), "another-proposed");
  }

  @Test
  void refuses_facts_of_a_stopped_award() {
    resumed();
    var correction = stated(facts(400_000, 250_000));
    Told.died(person.residentId(), Payments.today());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(person), "STOPPED"::equals);

    refused(approve(correction), "award-stopped");
    refuse(correction).then().statusCode(200);
    refused(state(facts(410_000, 250_000)), "award-stopped");
  }

  @Test
  void lets_a_proposed_case_be_decided_first() {
    Details.importOne(person, TOLD);
    Told.identified(person);
    var resumption = Payments.awaitResumption(person.residentId());
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200);
    var correction = stated(facts(400_000, 250_000));

    refused(approve(correction), "case-proposed");

    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200);
    approve(correction).then().statusCode(200);
    assertThat(amounts("=")).isNotEmpty();
  }

  @Test
  void waits_for_a_value_of_law_that_the_facts_need() {
    resumed(person.unpaidSince("2021-02"), ",2021-01-11,2500.00,36,true,FEMALE");
    var indexedIn2021 = stated(facts(346_025, 250_000));

    refused(approve(indexedIn2021), "law-missing");
  }

  @Test
  void names_what_cannot_be() {
    Details.importOne(person, TOLD);
    var unborn = facts(346_025, 260_000);
    unborn.put("grantedOn", "1900-01-01");
    var late = facts(346_025, 260_000);
    late.put("grantedOn", Payments.today().plusYears(1).toString());
    var wild = facts(0, -1);
    wild.put("insuranceYears", 100);

    state(unborn).then().statusCode(422).body("errors.code", hasItem("before-birth"));
    state(late).then().statusCode(422).body("errors.code", hasItem("after-stop"));
    state(wild)
        .then()
        .statusCode(422)
        .body(
            "errors.field",
            hasItems("facts.monthlyAmountMinor", "facts.baseAmountMinor", "facts.insuranceYears"));
    state(facts(1, 1), " ").then().statusCode(422).body("errors.field", contains("reason"));
    var unknown = facts(346_025, 260_000);
    unknown.put("familyName", "Інша");
    state(unknown).then().statusCode(400);
  }

  @Test
  void the_fund_states_its_own_awards_only_and_an_approver_of_the_territory_decides() {
    Details.importOne(person, TOLD);
    var body = request(facts(346_025, 260_000), "Архівна довідка № 31.");
    var otherFund = TestTokens.partner("other-fund", "14360570", "payments.awards:write");
    Payments.post(otherFund, "award-corrections", body).then().statusCode(404);
    for (var token : List.of(Payments.ukrposhta(), Payments.officer(), Payments.approver())) {
      Payments.post(token, "award-corrections", body).then().statusCode(403);
    }
    var correction = stated(facts(346_025, 260_000));

    shown(otherFund, correction).then().statusCode(404);
    shown(Payments.ukrposhta(), correction).then().statusCode(403);
    shown(registrar(), correction).then().statusCode(403);
    assertThat(listed(otherFund)).doesNotContain(correction);
    assertThat(listed(Payments.pensionFund())).contains(correction);
    var elsewhere =
        TestTokens.staff("approver-2", Roles.PAYMENTS_APPROVER).within("UA80000000000093317");
    shown(elsewhere.token(), correction).then().statusCode(404);
    assertThat(listed(elsewhere.token())).isEmpty();
    decide(elsewhere.token(), correction, "approval").then().statusCode(404);
    decide(elsewhere.token(), correction, "refusal").then().statusCode(404);
    for (var token : List.of(Payments.pensionFund(), Payments.officer(), Payments.auditor())) {
      decide(token, correction, "approval").then().statusCode(403);
      decide(token, correction, "refusal").then().statusCode(403);
    }
    decide(Payments.approver(), UUID.randomUUID().toString(), "approval").then().statusCode(404);
    shown(Payments.auditor(), correction).then().statusCode(200);
  }

  @Test
  void nobody_applies_what_they_stated_whatever_the_code_does() {
    Details.importOne(person, TOLD);
    var stated = stated(facts(346_025, 260_000));
    var correction = UUID.fromString(stated);
    var themselves =
        TestTokens.staff("pension-fund", Roles.PAYMENTS_APPROVER).within(Person.OBLAST).token();

    refused(decide(themselves, stated, "approval"), "same-person");

    assertThatThrownBy(
            () ->
                books.execute(
                    "update award_correction set state = 'APPLIED', decided_by = stated_by,"
                        + " decided_at = now() where id = ?",
                    correction))
        .hasMessageContaining("two_people_for_corrections");
    assertThatThrownBy(
            () ->
                books.execute("update award_correction set facts = '{}' where id = ?", correction))
        .hasMessageContaining("kept as it was");
  }

  private String resumed() {
    return resumed(person, TOLD);
  }

  private static String resumed(Person person, String details) {
    Details.importOne(person, details);
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

  private Map<String, Object> facts(int monthlyAmountMinor, int baseAmountMinor) {
    return new HashMap<>(
        Map.of(
            "monthlyAmountMinor",
            monthlyAmountMinor,
            "grantedOn",
            "2010-05-11",
            "baseAmountMinor",
            baseAmountMinor,
            "insuranceYears",
            36,
            "working",
            true,
            "sex",
            "FEMALE"));
  }

  private Map<String, Object> request(Map<String, Object> facts, String reason) {
    return Map.of("rnokpp", person.rnokpp(), "reason", reason, "facts", facts);
  }

  private Response state(Map<String, Object> facts) {
    return state(facts, "Архівна довідка № 31.");
  }

  private Response state(Map<String, Object> facts, String reason) {
    return Payments.post(Payments.pensionFund(), "award-corrections", request(facts, reason));
  }

  private String stated(Map<String, Object> facts) {
    return state(facts).then().statusCode(201).extract().path("id");
  }

  private Response imported(String details) {
    return Payments.importFile(
        Payments.HEADER
            + ",pensionKind,grantedOn,baseAmount,insuranceYears,working,sex\n"
            + person.line()
            + ","
            + details
            + "\n");
  }

  private static Response shown(String token, String correction) {
    return Payments.get(token, "award-corrections/" + correction);
  }

  private static List<String> listed(String token) {
    return Payments.get(token, "award-corrections?limit=200").jsonPath().getList("items.id");
  }

  private static Response approve(String correction) {
    return decide(Payments.approver(), correction, "approval");
  }

  private static Response refuse(String correction) {
    return decide(Payments.approver(), correction, "refusal");
  }

  private static Response decide(String token, String correction, String decision) {
    var path = "award-corrections/" + correction + "/" + decision;
    return decision.equals("approval")
        ? Payments.post(token, path)
        : Payments.post(token, path, Map.of("reason", "Довідки немає."));
  }

  private static void refused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }

  private static String registrar() {
    return TestTokens.staff("registrar-1", Roles.REGISTRAR).within(Person.OBLAST).token();
  }

  /** Of the person's units that are differences ({@code =}) or not ({@code <>}). */
  private List<String> amounts(String comparison) {
    return books
        .rows(
            "select u.amount_minor from payable_unit u join award a on a.id = u.award_id"
                + " where a.rnokpp = ? and u.kind "
                + comparison
                + " 'DIFFERENCE' order by u.month",
            person.rnokpp())
        .stream()
        .map(row -> row.get("amount_minor"))
        .toList();
  }
}
