package ua.vidnova.payments.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** The year's end as staff live it: the campaign, the warning, the suspension and the way back. */
@QuarkusTest
@WithPlatform
class DailyReviewTest {

  private static final String OTHER_HROMADA = "UA44040010000091230";

  @Inject Books books;

  @Test
  void warns_first_suspends_later_and_two_people_bring_the_payment_back() {
    var person = paidButIdentifiedLongAgo();
    var award = awardOf(person);
    campaign(person)
        .then()
        .statusCode(200)
        .body("items.awardId", hasItem(award))
        .body(
            "items.find { it.awardId == '" + award + "' }.grounds",
            contains("NO_DECLARATION", "NO_IDENTIFICATION"));

    review(Payments.today(), true)
        .then()
        .statusCode(200)
        .body("warned.NO_IDENTIFICATION", greaterThan(0));
    assertThat(noticesOf(award)).isZero();
    review(Payments.today().minusDays(29), false).then().statusCode(200);
    assertThat(noticesOf(award)).isEqualTo(2);
    review(Payments.today(), false).then().statusCode(200);
    assertThat(books.awardStateOf(person)).as("warned less than 30 days ago").isEqualTo("RESUMED");

    var soon = Payments.today().plusDays(1);
    review(soon, false).then().statusCode(422).body("errors[0].code", equalTo("in-future"));
    review(soon, true).then().body("suspended.NO_IDENTIFICATION", greaterThan(0));
    assertThat(books.awardStateOf(person)).isEqualTo("RESUMED");
    warnedLongAgo(person);
    review(Payments.today(), false)
        .then()
        .statusCode(200)
        .body("suspended.NO_IDENTIFICATION", greaterThan(0));

    assertThat(books.awardStateOf(person)).isEqualTo("DORMANT");
    KafkaProbe.await(
        "payments.awards",
        "ua.vidnova.payments.AwardSuspended.v2",
        data ->
            data.path("awardId").asText().equals(award)
                && data.path("reason").asText().equals("NO_IDENTIFICATION"));
    Payments.get(Payments.auditor(), "suspensions?residentId=" + person.residentId())
        .then()
        .statusCode(200)
        .body("items.ground", contains("NO_IDENTIFICATION"))
        .body("items.lasting", contains(true));
    campaign(person).then().body("items.awardId", not(hasItem(award)));
    review(Payments.today(), false).then().body("suspended.NO_IDENTIFICATION", equalTo(0));

    Payments.post(
            Payments.officer(),
            "residents/" + person.residentId() + "/identifications",
            Map.of(
                "method",
                "IN_PERSON",
                "heldOn",
                Payments.today().toString(),
                "result",
                "PASSED",
                "declared",
                true))
        .then()
        .statusCode(201);
    Payments.post(Payments.officer(), "awards/" + award + "/restoration")
        .then()
        .statusCode(409)
        .body("code", equalTo("case-open"));
    var resumption =
        Payments.get(
                Payments.officer(), "resumptions?state=OPENED&residentId=" + person.residentId())
            .jsonPath()
            .getString("items[0].id");
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200);
    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200);
    assertThat(books.awardStateOf(person)).isEqualTo("RESUMED");
    Payments.get(Payments.auditor(), "suspensions?residentId=" + person.residentId())
        .then()
        .body("items.lasting", contains(false));
  }

  @Test
  void who_was_identified_this_year_is_paid_to_the_end_of_the_next() {
    var person = Person.anyone();
    Payments.resumed(person);
    var award = awardOf(person);
    var nextYear = Payments.today().getYear() + 1;

    campaign(person).then().body("items.awardId", not(hasItem(award)));
    assertThat(dueOnOf(award, nextYear)).isEqualTo(nextYear + 1 + "-01-01");
  }

  /** Read page by page: the awards of other tests are on the list as well. */
  private static String dueOnOf(String award, int year) {
    var path = "identification/campaign?limit=200&year=" + year;
    for (var after = ""; after != null; ) {
      var page = Payments.get(Payments.officer(), path + after).then().statusCode(200).extract();
      String dueOn = page.path("items.find { it.awardId == '" + award + "' }?.dueOn");
      if (dueOn != null) {
        return dueOn;
      }
      String next = page.path("next");
      after = next == null ? null : "&after=" + next;
    }
    return null;
  }

  @Test
  void the_campaign_is_counted_for_coordinators_and_printed_for_a_trip() {
    var person = paidButIdentifiedLongAgo();

    Payments.get(staff(Roles.COORDINATOR), "identification/campaign/settlements")
        .then()
        .statusCode(200)
        .body(
            "items.find { it.settlement == '" + Person.LIBERATED + "' }.unidentified",
            greaterThan(0));
    var csv =
        Payments.get(
                Payments.officer(),
                "identification/campaign/list.csv?settlement=" + Person.LIBERATED)
            .then()
            .statusCode(200)
            .contentType("text/csv")
            .extract()
            .asString();
    assertThat(csv)
        .startsWith("settlement,name,phone,grounds,dueOn,identifiedOn,residentId\r\n")
        .contains(person.familyName())
        .contains("'+380")
        .contains(person.residentId().toString());
    Payments.get(Payments.officer(), "identification/campaign/list.csv")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("settlement"));
  }

  @Test
  void the_campaign_goes_page_by_page_and_refuses_what_it_cannot_read() {
    paidButIdentifiedLongAgo();
    paidButIdentifiedLongAgo();

    var first = Payments.get(Payments.officer(), "identification/campaign?limit=1").jsonPath();
    var second =
        Payments.get(
                Payments.officer(),
                "identification/campaign?limit=1&after=" + first.getString("next"))
            .jsonPath();
    assertThat(second.getList("items.awardId"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first.getList("items.awardId"));
    for (var query : List.of("year=1999", "year=2999", "year=x", "limit=0", "after=Zm9v")) {
      Payments.get(Payments.officer(), "identification/campaign?" + query).then().statusCode(400);
    }
  }

  @Test
  void nobody_sees_people_who_are_not_theirs() {
    paidButIdentifiedLongAgo();
    var far = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within(OTHER_HROMADA).token();

    Payments.get(far, "identification/campaign").then().body("items", hasSize(0));
    Payments.get(far, "identification/campaign/settlements").then().body("items", hasSize(0));
    assertThat(
            Payments.get(far, "identification/campaign/list.csv?settlement=" + Person.LIBERATED)
                .asString()
                .lines())
        .hasSize(1);
    Payments.get(far, "suspensions").then().body("items", hasSize(0));
    for (var role : List.of(Roles.COORDINATOR, Roles.REGISTRAR, Roles.ADMINISTRATOR)) {
      Payments.get(staff(role), "identification/campaign").then().statusCode(403);
      Payments.get(staff(role), "identification/campaign/list.csv?settlement=x")
          .then()
          .statusCode(403);
      Payments.get(staff(role), "suspensions").then().statusCode(403);
    }
    Payments.get(staff(Roles.REGISTRAR), "identification/campaign/settlements")
        .then()
        .statusCode(403);
    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      reviewAs(token, Payments.today(), true).then().statusCode(403);
    }
    given().get(Payments.BASE + "identification/campaign").then().statusCode(401);
  }

  private void warnedLongAgo(Person person) {
    try {
      books.execute(
          "insert into suspension_notice select award_id, ground, due_on, current_date - 60"
              + " from cut_off(current_date) where resident_id = ?"
              + " on conflict (award_id, ground, due_on) do nothing",
          person.residentId());
      books.execute("alter table suspension_notice disable trigger suspension_notice_is_final");
      books.execute(
          "update suspension_notice set noticed_on = current_date - 60 where award_id = ?::uuid",
          awardOf(person));
      books.execute("alter table suspension_notice enable trigger suspension_notice_is_final");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Person paidButIdentifiedLongAgo() {
    var person = Person.anyone();
    Payments.resumed(person);
    var longAgo = Payments.today().minusYears(2).toString();
    Told.identified(
        person,
        identity -> {
          identity.put("identifiedOn", longAgo);
          identity.put("noRussianPensionDeclaredOn", longAgo);
        });
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.count(
                        "select count(*) as count from cut_off(current_date)"
                            + " where resident_id = ? and due_on < current_date",
                        person.residentId())
                    == 2);
    return person;
  }

  private String awardOf(Person person) {
    return books
        .rows("select id from award where rnokpp = ?", person.rnokpp())
        .getFirst()
        .get("id");
  }

  private long noticesOf(String award) {
    return books.count(
        "select count(*) as count from suspension_notice where award_id = ?",
        UUID.fromString(award));
  }

  private static Response campaign(Person person) {
    return Payments.get(
        Payments.officer(), "identification/campaign?limit=200&settlement=" + person.settlement());
  }

  private static Response review(LocalDate day, boolean dryRun) {
    return reviewAs(staff(Roles.ADMINISTRATOR), day, dryRun);
  }

  private static Response reviewAs(String token, LocalDate day, boolean dryRun) {
    return Payments.post(token, "daily-reviews", Map.of("day", day.toString(), "dryRun", dryRun));
  }

  private static String staff(String role) {
    return TestTokens.staff("someone", role).within(Person.OBLAST).token();
  }
}
