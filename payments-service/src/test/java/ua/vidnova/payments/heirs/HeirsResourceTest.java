package ua.vidnova.payments.heirs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class HeirsResourceTest {

  private static final long MONTH = 346_025;

  @Inject Books books;
  @Inject Aid aid;

  private Person dead;
  private Person son;
  private Person daughter;

  /** One month of arrears was owed, of which nothing had been paid. */
  @BeforeEach
  void somebodyDiesUnpaid() {
    dead = Person.anyone().unpaidSince(Payments.thisMonth().minusMonths(1).toString());
    Payments.resumed(dead);
    son = aid.known(Person.anyone());
    daughter = aid.known(Person.anyone());
    Told.died(dead.residentId(), Payments.thisMonth().minusMonths(1).atDay(20));
    aid.awaitStopped(dead);
  }

  @Test
  void what_was_unpaid_goes_to_the_family_in_equal_whole_kopiykas() {
    unpaid()
        .body("items[0].totalMinor", equalTo((int) MONTH))
        .body("items[0].months.claimed", contains(false));
    var claim =
        Payments.post(Payments.officer(), "heir-claims", family(son, daughter))
            .then()
            .statusCode(201)
            .body("totalMinor", equalTo((int) MONTH))
            .body("openConditions", empty())
            .body("heirs.payouts.flatten().amountMinor", containsInAnyOrder(173_013, 173_012))
            .extract()
            .jsonPath()
            .getString("id");
    unpaid().body("items[0].months.claimed", contains(true));
    Payments.post(Payments.officer(), "heir-claims", family(son))
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-left"));

    Payments.post(Payments.approver(), "heir-claims/" + claim + "/approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("heirs.payouts.flatten().awardId", everyItem(notNullValue()));
    unpaid().body("items", empty());
    assertThat(books.unitsOf(dead.residentId()).values()).containsOnly("PASSED_TO_HEIRS");
    assertThat(
            books.count(
                "select sum(u.amount_minor) as count from payable_unit u"
                    + " join award a on a.id = u.award_id where a.about_id = ?",
                dead.residentId()))
        .isEqualTo(MONTH);
    assertThat(balanceOf("HEIRS_PAYOUT", "PROGRAMME_COST", son, daughter)).isZero();

    Payments.post(Payments.approver(), "heir-claims/" + claim + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"));
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    aid.payWhatIsDue();
    assertThat(books.instructionsOf(son.residentId())).hasSize(1);
    assertThat(books.instructionsOf(daughter.residentId())).hasSize(1);
    assertThatThrownBy(
            () ->
                books.execute(
                    "update payable_unit set state = 'OUTSTANDING' where award_id in"
                        + " (select id from award where resident_id = ?)",
                    dead.residentId()))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("passed to heirs");
  }

  @Test
  void a_certificate_divides_by_its_parts() {
    Payments.post(
            Payments.officer(),
            "heir-claims",
            Map.of(
                "deceasedId",
                dead.residentId(),
                "basis",
                "INHERITANCE",
                "heirs",
                List.of(certified(son, 1), certified(daughter, 3))))
        .then()
        .statusCode(201)
        .body("openConditions", empty())
        .body(
            "heirs.find { it.residentId == '" + son.residentId() + "' }.payouts[0].amountMinor",
            equalTo(86_506));
  }

  @Test
  void a_refused_claim_leaves_the_sums_for_another() {
    var claim =
        Payments.post(Payments.officer(), "heir-claims", family(son)).jsonPath().getString("id");
    Payments.post(
            Payments.approver(), "heir-claims/" + claim + "/refusal", Map.of("reason", "Не син"))
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"));
    Payments.post(Payments.approver(), "heir-claims/" + claim + "/approval")
        .then()
        .statusCode(409)
        .body("state", equalTo("REFUSED"));
    Payments.post(Payments.officer(), "heir-claims", family(daughter)).then().statusCode(201);
  }

  @Test
  void missing_papers_keep_a_claim_from_approval() {
    var request =
        Map.of(
            "deceasedId",
            dead.residentId(),
            "basis",
            "FAMILY",
            "heirs",
            List.of(Map.of("residentId", son.residentId())));
    var claim =
        Payments.post(Payments.officer(), "heir-claims", request)
            .then()
            .statusCode(201)
            .body("openConditions.code", contains("PAPERS_MISSING"))
            .body(
                "openConditions[0].papers",
                contains("DEATH_CERTIFICATE", "JOINT_RESIDENCE", "KINSHIP"))
            .extract()
            .jsonPath()
            .getString("id");
    Payments.post(Payments.approver(), "heir-claims/" + claim + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("conditions-open"));
  }

  @Test
  void who_lives_after_heirs_were_paid_leaves_people_a_difference_to_settle() {
    var claim =
        Payments.post(Payments.officer(), "heir-claims", family(son)).jsonPath().getString("id");
    Payments.post(Payments.approver(), "heir-claims/" + claim + "/approval").then().statusCode(200);

    Told.alive(dead.residentId(), Payments.today());
    aid.awaitDormant(dead);

    Payments.get(Payments.officer(), "differences?residentId=" + dead.residentId())
        .then()
        .statusCode(200)
        .body("items.kind", contains("HEIRS_PAID"))
        .body("items[0].month", equalTo(Payments.thisMonth().minusMonths(1).toString()))
        .body("items[0].amountMinor", equalTo((int) MONTH));
    assertThat(books.unitsOf(dead.residentId()).values()).containsOnly("PASSED_TO_HEIRS");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                Payments.get(
                        Payments.officer(),
                        "resumptions?state=OPENED&residentId=" + dead.residentId())
                    .then()
                    .body("items.arrears.months.flatten()", empty())
                    .body("items", hasSize(1)));
    assertThat(books.unitsOf(son.residentId()).values()).containsOnly("OUTSTANDING");

    Told.died(dead.residentId(), Payments.today());
    aid.awaitStopped(dead);
    Told.alive(dead.residentId(), Payments.today());
    aid.awaitDormant(dead);
    Payments.get(Payments.officer(), "differences?residentId=" + dead.residentId())
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void what_an_heir_was_to_have_is_left_to_heirs_of_their_own_whenever_they_died() {
    var claim =
        Payments.post(Payments.officer(), "heir-claims", family(son)).jsonPath().getString("id");
    Payments.post(Payments.approver(), "heir-claims/" + claim + "/approval").then().statusCode(200);

    Told.died(son.residentId(), Payments.thisMonth().minusMonths(1).atDay(10));
    aid.awaitDeath(son);

    assertThat(books.unitsOf(son.residentId()).values()).containsOnly("UNPAID_ON_DEATH");
    Payments.get(Payments.officer(), "unpaid-on-death?residentId=" + son.residentId())
        .then()
        .body("items[0].months.programme", contains("HEIRS_PAYOUT"));
  }

  @Test
  void a_reappearance_takes_the_sums_back_before_the_claim_is_decided() {
    var claim =
        Payments.post(Payments.officer(), "heir-claims", family(son)).jsonPath().getString("id");
    Told.alive(dead.residentId(), Payments.today());
    aid.awaitDormant(dead);
    Payments.post(Payments.approver(), "heir-claims/" + claim + "/approval")
        .then()
        .statusCode(409)
        .body("openConditions.code", contains("DEATH_NOT_RECORDED", "SUMS_CHANGED"));
  }

  @Test
  void refuses_what_cannot_be() {
    unacceptable(Map.of("basis", "FAMILY", "heirs", List.of()), "deceasedId", "heirs");
    unacceptable(
        Map.of(
            "deceasedId",
            dead.residentId(),
            "basis",
            "FAMILY",
            "heirs",
            List.of(certified(son, 1), certified(daughter, 2))),
        "heirs");
    unacceptable(
        Map.of(
            "deceasedId",
            dead.residentId(),
            "basis",
            "INHERITANCE",
            "heirs",
            List.of(certified(son, 1), certified(son, 2))),
        "heirs");
    unacceptable(
        Map.of(
            "deceasedId",
            UUID.randomUUID(),
            "basis",
            "INHERITANCE",
            "heirs",
            List.of(certified(son, 1))),
        "deceasedId");
    unacceptable(
        Map.of(
            "deceasedId",
            dead.residentId(),
            "basis",
            "INHERITANCE",
            "heirs",
            List.of(certified(Person.anyone(), 1))),
        "heirs[0].residentId");
  }

  @Test
  void claims_are_listed() {
    Payments.post(Payments.officer(), "heir-claims", family(son, daughter));
    Payments.get(Payments.auditor(), "heir-claims?state=PROPOSED&residentId=" + dead.residentId())
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    Payments.get(Payments.auditor(), "audit?residentId=" + son.residentId())
        .then()
        .body("items.objectType", hasItem("heir-claim"));
  }

  /** What these people's claim left on an account of a programme; nothing, as it is passed on. */
  private long balanceOf(String programme, String kind, Person... heirs) {
    return books.count(
        "select coalesce(sum(case when e.debit_account = l.id then e.amount_minor"
            + " else -e.amount_minor end), 0) as count"
            + " from ledger_account l join ledger_entry e on l.id in (e.debit_account, e.credit_account)"
            + " join payable_unit u on u.id = e.unit_id join award a on a.id = u.award_id"
            + " where l.programme = ? and l.kind = ? and a.resident_id in (?, ?, ?)",
        programme,
        kind,
        dead.residentId(),
        heirs[0].residentId(),
        heirs[1].residentId());
  }

  private ValidatableResponse unpaid() {
    return Payments.get(Payments.officer(), "unpaid-on-death?residentId=" + dead.residentId())
        .then()
        .statusCode(200);
  }

  private Map<String, Object> family(Person... heirs) {
    return Map.of(
        "deceasedId",
        dead.residentId(),
        "basis",
        "FAMILY",
        "heirs",
        List.of(heirs).stream()
            .map(heir -> heir(heir, 1, "DEATH_CERTIFICATE", "KINSHIP", "JOINT_RESIDENCE"))
            .toList());
  }

  private static Map<String, Object> certified(Person heir, int weight) {
    return heir(heir, weight, "DEATH_CERTIFICATE", "INHERITANCE_CERTIFICATE");
  }

  private static Map<String, Object> heir(Person heir, int weight, String... papers) {
    return Map.of(
        "residentId",
        heir.residentId(),
        "weight",
        weight,
        "papers",
        List.of(papers).stream().map(paper -> Map.of("evidence", paper)).toList());
  }

  private static void unacceptable(Map<String, ?> request, String... fields) {
    Payments.post(Payments.officer(), "heir-claims", request)
        .then()
        .statusCode(422)
        .body("errors.field", containsInAnyOrder(fields));
  }
}
