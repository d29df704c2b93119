package ua.vidnova.registry.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.life;
import static ua.vidnova.registry.facts.FactsApi.name;
import static ua.vidnova.registry.facts.FactsApi.since;
import static ua.vidnova.registry.facts.FactsApi.state;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;

@QuarkusTest
@WithPlatform
class HistoryResourceTest {

  @Inject AgroalDataSource database;

  @Test
  void the_view_of_a_past_day_is_what_was_known_then_whenever_it_was_true() throws SQLException {
    var id = registered(woman());
    String before = show(id, registrar()).extract().path("name.family");
    recordedDaysAgo(id, 3);
    state(
            id,
            since("2026-11-18", "ORIGINAL", name("Заміжненко")),
            by("OCCUPATION_ISSUED", life("DEATH", "2026-05-01")),
            by("ORIGINAL", "{\"kind\":\"DOCUMENT\",\"type\":\"OTHER\",\"number\":\"Б-1\"}"))
        .statusCode(201);
    var today = LocalDate.now(KyivCalendar.KYIV);
    asOf(id, today.toString())
        .statusCode(200)
        .body("name.family", equalTo("Заміжненко"))
        .body("documents", hasSize(2))
        .body("awaitsCourt", hasSize(1));
    asOf(id, today.minusDays(1).toString())
        .statusCode(200)
        .body("name.family", equalTo(before))
        .body("documents", hasSize(1))
        .body("awaitsCourt", nullValue())
        .body("otherNames", nullValue());
    asOf(id, today.minusDays(4).toString()).statusCode(404);
    show(id, registrar()).body("name.family", equalTo("Заміжненко"));
  }

  @Test
  void a_day_that_has_not_come_or_cannot_be_read_is_a_bad_request() {
    var id = registered(woman());
    var tomorrow = LocalDate.now(KyivCalendar.KYIV).plusDays(1);
    asOf(id, tomorrow.toString()).statusCode(400).body("errors[0].code", equalTo("future"));
    asOf(id, "yesterday").statusCode(400).body("errors[0].code", equalTo("not-a-day"));
  }

  @Test
  void the_history_is_paged_and_never_shows_a_whole_account() {
    var id = registered(woman());
    for (var family : new String[] {"Першенко", "Другенко", "Третенко"}) {
      state(id, by("COPY", name(family))).statusCode(201);
    }
    var first =
        as(registrar()).queryParam("limit", 2).get(RESIDENTS + "/" + id + "/history").then();
    first
        .body("items.kind", contains("REGISTRATION", "NAME"))
        .body("items[0].stated.paymentChannel.ibanEnding", equalTo("0000"))
        .body("items[0].provenance.recordedBy", equalTo("registrar"))
        .body("items[1].evidenceLevel", equalTo("COPY"))
        .body("items[1].provenance.deviceTime", equalTo("2026-11-20T09:00:00Z"));
    assertThat(first.extract().asString()).doesNotContain("UA283004650000026200000000000");
    as(registrar())
        .queryParam("limit", 2)
        .queryParam("after", first.extract().<String>path("next"))
        .get(RESIDENTS + "/" + id + "/history")
        .then()
        .body("items.stated.family", contains("Другенко", "Третенко"))
        .body("next", nullValue());
    as(registrar())
        .queryParam("after", "!!")
        .get(RESIDENTS + "/" + id + "/history")
        .then()
        .statusCode(400);
  }

  private static ValidatableResponse asOf(String id, String day) {
    return as(registrar()).queryParam("on", day).get(RESIDENTS + "/" + id).then();
  }

  /** As if the registration had come some days ago; only a test can turn the clock back. */
  private void recordedDaysAgo(String id, int days) throws SQLException {
    try (var connection = database.getConnection();
        var sql = connection.createStatement()) {
      sql.execute("alter table statement disable trigger user");
      sql.execute(
          "update statement set recorded_at = recorded_at - interval '%d days' where resident_id = '%s'"
              .formatted(days, id));
      sql.execute("alter table statement enable trigger user");
    }
  }
}
