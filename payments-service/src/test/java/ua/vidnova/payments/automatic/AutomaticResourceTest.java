package ua.vidnova.payments.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Each test has a settlement of its own, so that its list is its own. */
@QuarkusTest
@WithPlatform
class AutomaticResourceTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  private static final String BOTH =
      TestTokens.staff("both", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
          .within(Person.OBLAST)
          .token();

  @Inject Books books;

  @Test
  void two_people_resume_a_settlements_pensions_and_who_is_met_later_is_paid_as_they_wish() {
    var place = liberated("UA44080010010047352");
    var first = Person.anyone().livingIn(place);
    var second = Person.anyone().livingIn(place);
    var stoppedEarlier = Person.anyone().livingIn(place).unpaidSince("2022-07");
    var met = Person.anyone().livingIn(place);
    Payments.importLines(first.line(), second.line(), stoppedEarlier.line(), met.line());
    Told.identified(met);
    Payments.awaitResumption(met.residentId());

    var list =
        propose(place)
            .then()
            .statusCode(201)
            .body("state", equalTo("PROPOSED"))
            .body("cases", equalTo(2))
            .body("payableMinor", greaterThan(0))
            .extract()
            .<String>path("id");
    propose(place).then().statusCode(409).body("code", equalTo("list-open"));
    assertThat(books.awardStateOf(first)).isEqualTo("DORMANT");
    approve(list)
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("decidedBy", equalTo("approver-1"))
        .body("cases", equalTo(2));
    approve(list).then().statusCode(409).body("code", equalTo("not-now"));

    assertThat(books.awardStateOf(first)).isEqualTo("RESUMED");
    assertThat(books.awardStateOf(second)).isEqualTo("RESUMED");
    assertThat(books.awardStateOf(stoppedEarlier)).isEqualTo("DORMANT");
    assertThat(books.awardStateOf(met)).isEqualTo("DORMANT");
    var payee = awardOf(first);
    assertThat(books.unitsOf(payee)).isNotEmpty().containsValue("OUTSTANDING");
    Payments.get(Payments.officer(), "resumptions?residentId=" + payee)
        .then()
        .body("items[0].kind", equalTo("AUTOMATIC"))
        .body("items[0].state", equalTo("APPROVED"))
        .body("items[0].appliedOn", equalTo(Payments.today().minusDays(1).toString()));

    Payments.run(Payments.thisMonth());
    assertThat(books.instructionsOf(payee)).isNotEmpty();

    Told.identified(first);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.count(
                        "select count(*) as count from person where record_id = ? and id = ?",
                        payee,
                        first.residentId())
                    == 1);
    assertThat(books.awardStateOf(first)).isEqualTo("RESUMED");
  }

  @Test
  void the_return_of_the_post_proposes_the_list_by_itself_once_and_two_people_resume_it() {
    var place = "UA44080010150012231";
    var first = Person.anyone().livingIn(place);
    var second = Person.anyone().livingIn(place);
    Payments.importLines(first.line(), second.line());

    Told.settlement(place, "LIBERATED", Payments.today().minusDays(3));

    var list = awaitProposed(place);
    Payments.get(Payments.approver(), "automatic-resumptions/" + list)
        .then()
        .body("proposedBy", equalTo("service:payments"))
        .body("restoredOn", equalTo(Payments.today().minusDays(3).toString()))
        .body("cases", equalTo(2));
    propose(place).then().statusCode(409).body("code", equalTo("list-open"));
    approve(list).then().statusCode(409).body("code", equalTo("not-endorsed"));
    endorse(BOTH, list)
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("endorsedBy", equalTo("both"));
    endorse(Payments.officer(), list)
        .then()
        .statusCode(409)
        .body("code", equalTo("endorsement-not-needed"));
    Payments.post(BOTH, "automatic-resumptions/" + list + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));
    assertThat(books.awardStateOf(first)).isEqualTo("DORMANT");
    approve(list).then().statusCode(200).body("state", equalTo("APPROVED"));
    assertThat(books.awardStateOf(first)).isEqualTo("RESUMED");

    var third = Person.anyone().livingIn(place);
    Payments.importLines(third.line());
    Told.postOffice(place, "WORKING");
    Told.postOffice(place, "OUT");
    awaitPost(place, "OUT");
    assertThat(books.awardStateOf(third)).as("nothing has come back").isEqualTo("DORMANT");
    assertThat(listsOf(place)).hasSize(1);
    Told.postOffice(place, "LIMITED");

    assertThat(awaitProposed(place)).isNotEqualTo(list);
    assertThat(listsOf(place)).hasSize(2);
  }

  @Test
  void pensions_that_are_told_of_after_the_post_is_back_are_proposed_at_night() {
    var place = liberated("UA44080010170082689");
    Payments.importLines(Person.anyone().livingIn(place).line());
    var review = Map.of("day", Payments.today().toString(), "dryRun", false);
    var admin = TestTokens.staff("admin", Roles.ADMINISTRATOR).within(Person.OBLAST).token();
    assertThat(listsOf(place)).isEmpty();

    Payments.post(admin, "daily-reviews", review)
        .then()
        .statusCode(200)
        .body("listed", greaterThan(0));

    assertThat(listsOf(place)).hasSize(1);
    Payments.post(admin, "daily-reviews", review).then().body("listed", equalTo(0));
  }

  @Test
  void a_settlement_that_was_served_before_it_was_liberated_has_its_list_too() {
    var place = "UA44080010160092756";
    Told.postOffice(place, "WORKING");
    awaitPost(place, "WORKING");
    Payments.importLines(Person.anyone().livingIn(place).line());
    Told.settlement(place, "OCCUPIED", Payments.today().minusDays(9));

    Told.settlement(place, "LIBERATED", Payments.today());

    awaitProposed(place);
  }

  private String awaitProposed(String place) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                listsOf(place).stream()
                    .filter(list -> list.get("state").equals("PROPOSED"))
                    .map(list -> (String) list.get("id"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static List<Map<String, Object>> listsOf(String place) {
    return Payments.get(Payments.approver(), "automatic-resumptions?limit=200")
        .jsonPath()
        .getList("items.findAll { it.settlement == '" + place + "' }");
  }

  private void awaitPost(String place, String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.count(
                        "select count(*) as count from cash_point"
                            + " where home_settlement = ? and state = ?",
                        place,
                        state)
                    == 1);
  }

  @Test
  void who_proposes_cannot_approve() {
    var place = liberated("UA44080010020078005");
    Payments.importLines(Person.anyone().livingIn(place).line());
    var list =
        Payments.post(BOTH, "automatic-resumptions", notice(place))
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");

    endorse(Payments.officer(), list)
        .then()
        .statusCode(409)
        .body("code", equalTo("endorsement-not-needed"));
    Payments.post(BOTH, "automatic-resumptions/" + list + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));
    Payments.post(
            Payments.approver(),
            "automatic-resumptions/" + list + "/refusal",
            Map.of("reason", "Пошта ще не працює"))
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("cases", equalTo(0));
    propose(place).then().statusCode(409).body("code", equalTo("nobody-concerned"));
  }

  @Test
  void refuses_what_the_law_does_not_name() {
    var place = "UA44080010030097841";
    propose(place).then().statusCode(409).body("code", equalTo("not-liberated"));
    Payments.post(kyiv(), "automatic-resumptions", notice("UA80000000000093317"))
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("not-concerned"));
    var late = new HashMap<String, Object>(notice(place));
    late.put("restoredOn", Payments.today().plusDays(1).toString());
    Payments.post(Payments.officer(), "automatic-resumptions", late)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("in-future"));
    Payments.post(Payments.officer(), "automatic-resumptions", Map.of("settlement", place))
        .then()
        .statusCode(422);
  }

  @Test
  void only_officers_propose_only_approvers_approve_and_only_their_own() {
    var place = liberated("UA44080010040092611");
    Payments.importLines(Person.anyone().livingIn(place).line());
    var far =
        TestTokens.staff("far", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
            .within(OTHER_HROMADA)
            .token();
    Payments.post(far, "automatic-resumptions", notice(place)).then().statusCode(404);
    for (var token : List.of(Payments.approver(), Payments.auditor(), Payments.ukrposhta())) {
      Payments.post(token, "automatic-resumptions", notice(place)).then().statusCode(403);
    }
    var list = propose(place).then().statusCode(201).extract().<String>path("id");
    var path = "automatic-resumptions/" + list;

    Payments.get(far, path).then().statusCode(404);
    Payments.get(far, "automatic-resumptions").then().body("items.size()", equalTo(0));
    Payments.get(Payments.approver(), "automatic-resumptions?limit=200")
        .then()
        .body("items.find { it.id == '" + list + "' }.cases", equalTo(1));
    Payments.post(far, path + "/approval").then().statusCode(404);
    endorse(far, list).then().statusCode(404);
    for (var token : List.of(Payments.approver(), Payments.auditor(), Payments.ukrposhta())) {
      endorse(token, list).then().statusCode(403);
    }
    Payments.post(far, path + "/refusal", Map.of("reason", "Ні")).then().statusCode(404);
    for (var token : List.of(Payments.officer(), Payments.auditor(), Payments.ukrposhta())) {
      Payments.post(token, path + "/approval").then().statusCode(403);
    }
    Payments.get(Payments.auditor(), path).then().statusCode(200);
  }

  private String liberated(String place) {
    Told.settlement(place, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(place);
    return place;
  }

  private static Response propose(String place) {
    return Payments.post(Payments.officer(), "automatic-resumptions", notice(place));
  }

  private static Response approve(String list) {
    return Payments.post(Payments.approver(), "automatic-resumptions/" + list + "/approval");
  }

  private static Response endorse(String token, String list) {
    return Payments.post(token, "automatic-resumptions/" + list + "/endorsement");
  }

  private static Map<String, Object> notice(String place) {
    return Map.of(
        "settlement",
        place,
        "restoredOn",
        Payments.today().minusDays(1).toString(),
        "notice",
        "Лист АТ «Укрпошта» № 145");
  }

  private static String kyiv() {
    return TestTokens.staff("kyiv", Roles.PAYMENTS_OFFICER).within("UA80000000000093317").token();
  }

  private UUID awardOf(Person person) {
    return UUID.fromString(
        books.rows("select id from award where rnokpp = ?", person.rnokpp()).getFirst().get("id"));
  }
}
