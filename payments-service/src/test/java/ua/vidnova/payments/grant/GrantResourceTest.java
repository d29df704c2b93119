package ua.vidnova.payments.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class GrantResourceTest {

  @Inject Books books;
  @Inject Aid aid;

  @BeforeEach
  void theSettlementIsLiberated() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void one_off_aid_is_granted_by_two_people_and_paid_once() {
    var person = aid.known(Person.anyone());
    var grant =
        Aid.propose(person, "LIBERATED_ONE_OFF", "OTHER", "RESIDENCE_AT_LIBERATION")
            .then()
            .statusCode(201)
            .body("state", equalTo("PROPOSED"))
            .body("amountMinor", equalTo(200_000))
            .body("openConditions", empty())
            .extract()
            .jsonPath()
            .getString("id");
    Aid.approve(grant).then().statusCode(200).body("state", equalTo("APPROVED"));

    assertThat(books.unitsOf(person.residentId()))
        .containsExactly(Map.entry(Payments.thisMonth().toString(), "OUTSTANDING"));
    aid.payWhatIsDue();
    assertThat(books.instructionsOf(person.residentId())).hasSize(1);
    aid.makeUnitsUpTo(Payments.thisMonth().plusMonths(1));
    assertThat(books.unitsOf(person.residentId())).hasSize(1);
  }

  @Test
  void an_allowance_recurs_until_the_end_of_its_term() throws SQLException {
    var person = aid.known(Person.anyone());
    var grant = Aid.granted(Aid.propose(person, "IDP_ALLOWANCE", "OTHER", "IDP_CERTIFICATE"));

    var last = Payments.thisMonth().plusMonths(5).toString();
    Payments.get(Payments.officer(), "grants/" + grant)
        .then()
        .body("lastMonth", equalTo(last))
        .body("awardId", notNullValue());
    aid.endTermOf(person, Payments.thisMonth());
    aid.makeUnitsUpTo(Payments.thisMonth().plusMonths(1));
    assertThat(books.unitsOf(person.residentId()))
        .containsExactly(Map.entry(Payments.thisMonth().toString(), "OUTSTANDING"));
  }

  @Test
  void who_proposes_cannot_approve() {
    var both =
        TestTokens.staff("both", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
            .within(Person.OBLAST)
            .token();
    var person = aid.known(Person.anyone());
    var grant =
        Payments.post(
                both, "grants", Aid.request(person, "IDP_ALLOWANCE", "OTHER", "IDP_CERTIFICATE"))
            .jsonPath()
            .getString("id");
    Payments.post(both, "grants/" + grant + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));
    assertThatThrownBy(
            () ->
                books.execute(
                    "update aid_grant set state = 'APPROVED', approved_by = proposed_by,"
                        + " approved_at = now(), award_id = uuidv7() where id = ?",
                    UUID.fromString(grant)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("two_people_for_grants");
  }

  @Test
  void what_is_missing_is_listed_and_keeps_it_from_approval() {
    var person = aid.known(Person.anyone().livingIn(Person.OCCUPIED));
    var grant =
        Aid.propose(person, "LIBERATED_ONE_OFF", "DISABLED")
            .then()
            .statusCode(201)
            .body("openConditions.code", contains("SETTLEMENT_NOT_LIBERATED", "PAPERS_MISSING"))
            .body(
                "openConditions[1].which",
                contains("DISABILITY_CERTIFICATE", "RESIDENCE_AT_LIBERATION"))
            .extract()
            .jsonPath()
            .getString("id");
    Aid.approve(grant)
        .then()
        .statusCode(409)
        .body("code", equalTo("conditions-open"))
        .body("openConditions.code", hasItem("PAPERS_MISSING"));
    Payments.post(
            Payments.officer(), "grants/" + grant + "/refusal", Map.of("reason", "Не звільнено"))
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("openConditions", empty());
    Aid.approve(grant).then().statusCode(409).body("code", equalTo("not-now"));
  }

  @Test
  void the_same_is_granted_once_also_to_another_record_of_the_person() {
    var person = aid.known(Person.anyone());
    Aid.propose(person, "LIBERATED_ONE_OFF", "OTHER", "RESIDENCE_AT_LIBERATION")
        .then()
        .statusCode(201);
    Aid.propose(person, "LIBERATED_ONE_OFF", "OTHER", "RESIDENCE_AT_LIBERATION")
        .then()
        .statusCode(409)
        .body("code", equalTo("granted-before"));

    var doubled = aid.known(person.doubled());
    Told.merged(doubled.residentId(), person.residentId());
    aid.awaitMerge(doubled);
    var second =
        Aid.propose(doubled, "LIBERATED_ONE_OFF", "OTHER", "RESIDENCE_AT_LIBERATION")
            .then()
            .statusCode(201)
            .body("openConditions.code", contains("GRANTED_BEFORE"))
            .extract()
            .jsonPath()
            .getString("id");
    Aid.approve(second).then().statusCode(409).body("code", equalTo("conditions-open"));
  }

  @Test
  void who_was_ever_an_idp_gets_no_aid_of_the_liberated() {
    var person = aid.known(Person.anyone());
    Aid.granted(Aid.propose(person, "IDP_ALLOWANCE", "OTHER", "IDP_CERTIFICATE"));
    Aid.propose(person, "LIBERATED_ONE_OFF", "OTHER", "RESIDENCE_AT_LIBERATION")
        .then()
        .statusCode(201)
        .body("openConditions.code", contains("OTHER_AID"))
        .body("openConditions[0].which", contains("IDP_ALLOWANCE"));
  }

  @Test
  void burial_is_two_pensions_of_the_dead_to_who_buries() {
    var dead = Person.anyone().withAmount("3460.25");
    Payments.resumed(dead);
    var widow = aid.known(Person.anyone());
    var asked =
        Aid.request(widow, "BURIAL", "PENSIONER", "DEATH_CERTIFICATE", "BURIAL_BY_APPLICANT");
    Payments.post(Payments.officer(), "grants", asked)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("aboutId"))
        .body("errors[0].code", equalTo("required"));
    asked.put("aboutId", dead.residentId());
    var grant =
        Payments.post(Payments.officer(), "grants", asked)
            .then()
            .statusCode(201)
            .body("amountMinor", equalTo(2 * 346_025))
            .body("openConditions.code", contains("DEATH_NOT_RECORDED"))
            .extract()
            .jsonPath()
            .getString("id");
    Told.died(dead.residentId(), Payments.today());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Aid.approve(grant).statusCode(), status -> status == 200);

    var sister = aid.known(Person.anyone());
    var again = Aid.request(sister, "BURIAL", "PENSIONER");
    again.put("aboutId", dead.residentId());
    Payments.post(Payments.officer(), "grants", again)
        .then()
        .statusCode(409)
        .body("code", equalTo("granted-before"));
    assertThat(books.unitsOf(widow.residentId())).hasSize(1);
  }

  @Test
  void refuses_what_cannot_be() {
    var person = aid.known(Person.anyone());
    unacceptable(Aid.request(person, "PENSION", "OTHER"), "programme", "unknown");
    unacceptable(Aid.request(person, "NOTHING", "OTHER"), "programme", "unknown");
    unacceptable(Aid.request(person, "IDP_ALLOWANCE", "EVERYBODY"), "category", "no-amount");
    unacceptable(Aid.request(Person.anyone(), "IDP_ALLOWANCE", "OTHER"), "residentId", "unknown");
    var past = Aid.request(person, "IDP_ALLOWANCE", "OTHER");
    past.put("fromMonth", Payments.thisMonth().minusMonths(1).toString());
    unacceptable(past, "fromMonth", "in-the-past");
    past.put("fromMonth", Payments.thisMonth().plusMonths(13).toString());
    unacceptable(past, "fromMonth", "too-far-ahead");
    var about = Aid.request(person, "IDP_ALLOWANCE", "OTHER");
    about.put("aboutId", person.residentId());
    unacceptable(about, "aboutId", "not-here");
    unacceptable(
        Aid.request(person, "IDP_ALLOWANCE", "OTHER", "IDP_CERTIFICATE", "IDP_CERTIFICATE"),
        "papers",
        "repeated");
    var poor = Aid.request(person, "BURIAL", "PENSIONER");
    poor.put("aboutId", aid.known(Person.anyone()).residentId());
    unacceptable(poor, "aboutId", "no-pension");
    unacceptable(
        Aid.request(person, "IDP_ALLOWANCE", "OTHER", "a paper'; --"),
        "papers[0].evidence",
        "pattern");
  }

  @Test
  void a_step_on_an_older_version_is_refused() {
    var person = aid.known(Person.anyone());
    var grant =
        Aid.propose(person, "IDP_ALLOWANCE", "OTHER", "IDP_CERTIFICATE").jsonPath().getString("id");
    given()
        .auth()
        .oauth2(Payments.approver())
        .header("If-Match", "\"7\"")
        .post(Payments.BASE + "grants/" + grant + "/approval")
        .then()
        .statusCode(412);
  }

  @Test
  void grants_are_listed_and_the_reading_is_in_the_trail() {
    var person = aid.known(Person.anyone());
    Aid.propose(person, "IDP_ALLOWANCE", "OTHER");
    Payments.get(
            Payments.auditor(),
            "grants?state=PROPOSED&programme=IDP_ALLOWANCE&residentId=" + person.residentId())
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    Payments.get(Payments.auditor(), "audit?residentId=" + person.residentId())
        .then()
        .body("items.action", hasItem("proposed"))
        .body("items.action", hasItem("read"));
    Payments.get(Payments.officer(), "grants?state=LOST").then().statusCode(400);
  }

  private static void unacceptable(Map<String, Object> request, String field, String code) {
    Payments.post(Payments.officer(), "grants", request)
        .then()
        .statusCode(422)
        .body("errors.field", equalTo(List.of(field)))
        .body("errors[0].code", equalTo(code));
  }
}
