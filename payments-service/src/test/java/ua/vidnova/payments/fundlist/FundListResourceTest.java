package ua.vidnova.payments.fundlist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.report.Reporting;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class FundListResourceTest {

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void tells_what_was_decided_today() {
    var resumed = Person.anyone();
    var refused = Person.anyone();
    Payments.resumed(resumed);
    Payments.post(
            Payments.officer(),
            "resumptions/" + Payments.opened(refused) + "/refusal",
            Map.of("reason", "=не та особа"))
        .then()
        .statusCode(200);

    assertThat(find(decisions(), resumed))
        .containsEntry("decision", "RESUMED")
        .containsEntry("firstMonth", Payments.thisMonth().toString())
        .hasEntrySatisfying("arrearsMinor", sum -> assertThat((Integer) sum).isPositive());
    assertThat(find(decisions(), refused))
        .containsEntry("decision", "REFUSED")
        .containsEntry("reason", "=не та особа")
        .doesNotContainKey("firstMonth");
  }

  @Test
  void a_page_of_decisions_is_a_file_too_and_text_in_it_no_formula() {
    var refused = Person.anyone();
    Payments.post(
        Payments.officer(),
        "resumptions/" + Payments.opened(refused) + "/refusal",
        Map.of("reason", "=не та особа"));
    var all = new StringBuilder();
    var after = "";
    while (after != null) {
      var file =
          given()
              .auth()
              .oauth2(fund())
              .accept("text/csv")
              .get(Payments.BASE + today() + "&limit=200" + after);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.asString()).startsWith("\"resumptionId\",\"rnokpp\",\"decision\"");
      all.append(file.asString());
      after = file.header("Next-Cursor") == null ? null : "&after=" + file.header("Next-Cursor");
    }
    assertThat(all)
        .contains("\"" + refused.rnokpp() + "\",\"REFUSED\",\"" + Payments.today() + "\"")
        .contains("\"'=не та особа\"");
  }

  @Test
  void tells_what_came_back_and_stays_owed() {
    var person = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    var entry = Reporting.withThePost(books, List.of(person)).getFirst();
    Payments.report(
        Payments.ukrposhta(),
        entry.batchId(),
        List.of(Payments.outcome(entry.instructionId(), "UNPAID")));

    assertThat(find(all("unpaid-units?period=" + Payments.thisMonth()), person))
        .containsEntry("month", Payments.thisMonth().toString())
        .containsEntry("cause", "NOT_COLLECTED")
        .containsEntry("reason", "UNPAID")
        .containsEntry("amountMinor", 346_025);
    assertThat(find(all("unpaid-units?period=" + Payments.thisMonth().minusMonths(1)), person))
        .isNull();
  }

  @Test
  void lists_only_what_the_organisation_brought() {
    var person = Person.anyone();
    Payments.resumed(person);
    var other = TestTokens.partner("other-fund", "14360570", "payments.decisions:read");

    Payments.get(other, today()).then().statusCode(200).body("items", equalTo(List.of()));
    Payments.get(other, "unpaid-units?period=" + Payments.thisMonth())
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of()));
  }

  @Test
  void only_partners_with_the_scope_read_them() {
    for (var token : List.of(Payments.pensionFund(), Payments.oschadbank(), Payments.officer())) {
      Payments.get(token, today()).then().statusCode(403);
      Payments.get(token, "unpaid-units?period=2026-11").then().statusCode(403);
    }
    given().get(Payments.BASE + today()).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decisions",
        "decisions?from=2026-11-01",
        "decisions?from=2026-11-02&to=2026-11-01",
        "decisions?from=2026-01-01&to=2026-12-31",
        "decisions?from=soon&to=later",
        "unpaid-units",
        "unpaid-units?period=november"
      })
  void refuses_what_it_cannot_read(String path) {
    Payments.get(fund(), path).then().statusCode(400);
  }

  private static String fund() {
    return TestTokens.partner("pension-fund", "00035323", "payments.decisions:read");
  }

  private static String today() {
    return "decisions?from=" + Payments.today() + "&to=" + Payments.today();
  }

  private static List<Map<String, Object>> decisions() {
    return all(today());
  }

  private static List<Map<String, Object>> all(String path) {
    var items = new ArrayList<Map<String, Object>>();
    var after = "";
    while (after != null) {
      JsonPath page = Payments.get(fund(), path + "&limit=200" + after).jsonPath();
      items.addAll(page.getList("items"));
      after = page.getString("next") == null ? null : "&after=" + page.getString("next");
    }
    return items;
  }

  private static Map<String, Object> find(List<Map<String, Object>> items, Person person) {
    return items.stream()
        .filter(item -> person.rnokpp().equals(item.get("rnokpp")))
        .findFirst()
        .orElse(null);
  }
}
