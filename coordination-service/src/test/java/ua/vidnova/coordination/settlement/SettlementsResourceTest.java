package ua.vidnova.coordination.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class SettlementsResourceTest {

  private static final String SETTLEMENTS = "/api/coordination/v1/settlements/";
  private static final String LUHANSK_OBLAST = "UA44000000000018893";
  private static final String LYSYCHANSK = "UA44120050010021900";
  private static final String SIVERSKODONETSK = "UA44120110010072887";
  private static final String NOVOAIDAR = "UA44160030010058180";
  private static final String KYIV = "UA80000000000093317";
  private static final String TYPE = "ua.vidnova.coordination.SettlementStatusChanged.v1";

  @Test
  void a_liberated_settlement_is_shown_found_and_told_to_others() {
    put(LYSYCHANSK, "LIBERATED", "2026-11-10")
        .statusCode(200)
        .body("status.status", equalTo("LIBERATED"))
        .body("status.effectiveOn", equalTo("2026-11-10"))
        .body("name", equalTo("Лисичанськ"))
        .body("nameLatin", equalTo("Lysychansk"))
        .body("within.category", contains("H", "P", "O"));
    staff()
        .queryParam("q", "Lysychansk")
        .get(SETTLEMENTS)
        .then()
        .body("items[0].status.status", equalTo("LIBERATED"));
    staff()
        .get(SETTLEMENTS + "?status=LIBERATED&limit=200")
        .then()
        .body("items.katottg", hasItem(LYSYCHANSK))
        .body("next", nullValue());
    var told =
        KafkaProbe.await(
            "coordination.settlements",
            TYPE,
            data -> data.get("settlement").asText().equals(LYSYCHANSK));
    assertThat(told.key()).isEqualTo(LYSYCHANSK);
    assertThat(told.data().get("effectiveOn").asText()).isEqualTo("2026-11-10");
  }

  @Test
  void saying_the_same_again_changes_nothing_and_tells_nobody() {
    put(SIVERSKODONETSK, "OCCUPIED", "2022-06-25").statusCode(200);
    var version = put(SIVERSKODONETSK, "OCCUPIED", "2022-06-25").extract().path("status.version");
    put(SIVERSKODONETSK, "OCCUPIED", "2022-06-25").body("status.version", equalTo(version));
    put(SIVERSKODONETSK, "LIBERATED", "2026-11-11").statusCode(200);
    KafkaProbe.await(
        "coordination.settlements",
        TYPE,
        data ->
            data.get("settlement").asText().equals(SIVERSKODONETSK)
                && data.get("status").asText().equals("LIBERATED"));
    assertThat(
            KafkaProbe.all("coordination.settlements").stream()
                .filter(event -> event.key().equals(SIVERSKODONETSK)))
        .hasSize(2);
    staff()
        .get(SETTLEMENTS + SIVERSKODONETSK + "/status-history")
        .then()
        .body("items.status", contains("LIBERATED", "OCCUPIED"));
  }

  @Test
  void an_earlier_day_than_the_present_status_is_a_conflict() {
    put(NOVOAIDAR, "OCCUPIED", "2022-03-03").statusCode(200);
    put(NOVOAIDAR, "LIBERATED", "2022-03-02")
        .statusCode(409)
        .body("code", equalTo("before-present-status"))
        .body("errors[0].field", equalTo("effectiveOn"));
  }

  @Test
  void many_who_say_the_same_at_once_are_told_once() {
    var found = staff().queryParam("q", "Новоайдарська").get(SETTLEMENTS).then();
    var settlement = found.extract().<String>path("items[3].katottg");
    var all =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.runAsync(
                        () -> put(settlement, "LIBERATED", "2026-11-12").statusCode(200)))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();
    staff().get(SETTLEMENTS + settlement + "/status-history").then().body("items", hasSize(1));
  }

  @Test
  void an_edit_of_what_has_changed_meanwhile_is_refused() {
    staff()
        .header("If-Match", "\"99\"")
        .contentType("application/json")
        .body("{\"status\":\"OCCUPIED\",\"effectiveOn\":\"2026-11-15\"}")
        .put(SETTLEMENTS + LYSYCHANSK + "/status")
        .then()
        .statusCode(412)
        .body("code", equalTo("changed-meanwhile"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"LIBERATED\",\"effectiveOn\":\"2999-01-01\"} | 422 | invalid | effectiveOn",
        "{\"status\":\"LIBERATED\"} | 422 | invalid | effectiveOn",
        "{\"effectiveOn\":\"2026-01-01\"} | 422 | invalid | status",
        "{\"status\":\"FREE\",\"effectiveOn\":\"2026-01-01\"} | 400 | wrong-type | status",
        "{\"status\":\"LIBERATED\",\"effectiveOn\":\"2026-02-30\"} | 400 | wrong-type | effectiveOn",
        "{\"status\":\"LIBERATED\",\"effectiveOn\":\"2026-01-01\",\"x\":1} | 400 | unknown-field | x",
      })
  void a_bad_request_is_refused_with_the_field(String body, int status, String code, String field) {
    staff()
        .contentType("application/json")
        .body(body)
        .put(SETTLEMENTS + NOVOAIDAR + "/status")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UA44000000000018893", "UA44160030000020916", "UA00", "x", "%D0%B0"})
  void a_code_that_is_no_settlement_is_not_there(String code) {
    staff()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body("{\"status\":\"LIBERATED\",\"effectiveOn\":\"2026-11-01\"}")
        .put(SETTLEMENTS + code + "/status")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-a-settlement"))
        .body("errors[0].field", equalTo("katottg"));
    staff().urlEncodingEnabled(false).get(SETTLEMENTS + code).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=5",
        "q=",
        "q=a&status=LIBERATED",
        "status=FREE",
        "q=a&limit=201",
        "q=a&after=eA"
      })
  void a_search_that_cannot_be_read_is_refused(String query) {
    staff()
        .get("/api/coordination/v1/settlements?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("bad-parameter"));
  }

  @Test
  void pages_of_a_search_follow_each_other() {
    var first = staff().queryParam("q", "Іванівка").get(SETTLEMENTS + "?limit=5").then();
    var next = first.body("items", hasSize(5)).extract().<String>path("next");
    var second =
        staff().queryParam("q", "Іванівка").queryParam("after", next).get(SETTLEMENTS).then();
    assertThat(second.extract().jsonPath().getList("items.katottg"))
        .doesNotContainAnyElementsOf(first.extract().jsonPath().getList("items.katottg"));
  }

  @Test
  void only_a_coordinator_of_the_territory_sets_a_status() {
    putAs(TestTokens.staff("r", Roles.REGISTRAR).within(LUHANSK_OBLAST).token()).statusCode(403);
    putAs(TestTokens.partner("ukrposhta", "21560045", "payments.batches:read")).statusCode(403);
    putAs(TestTokens.staff("c", Roles.COORDINATOR).within(KYIV).token())
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    putAs(TestTokens.staff("c", Roles.COORDINATOR).token()).statusCode(403);
    given().get(SETTLEMENTS + NOVOAIDAR).then().statusCode(401);
  }

  @Test
  void any_signed_in_caller_finds_settlements_but_only_some_see_their_history() {
    var partner = TestTokens.partner("ukrposhta", "21560045", "payments.batches:read");
    given().auth().oauth2(partner).get(SETTLEMENTS + NOVOAIDAR).then().statusCode(200);
    given()
        .auth()
        .oauth2(partner)
        .get(SETTLEMENTS + NOVOAIDAR + "/status-history")
        .then()
        .statusCode(403);
  }

  private static ValidatableResponse putAs(String token) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body("{\"status\":\"LIBERATED\",\"effectiveOn\":\"2026-11-01\"}")
        .put(SETTLEMENTS + NOVOAIDAR + "/status")
        .then();
  }

  private static ValidatableResponse put(String code, String status, String on) {
    return staff()
        .contentType("application/json")
        .body("{\"status\":\"%s\",\"effectiveOn\":\"%s\"}".formatted(status, on))
        .put(SETTLEMENTS + code + "/status")
        .then();
  }

  private static RequestSpecification staff() {
    return given()
        .auth()
        .oauth2(TestTokens.staff("coordinator", Roles.COORDINATOR).within(LUHANSK_OBLAST).token());
  }
}
