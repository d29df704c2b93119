package ua.vidnova.coordination.cashpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.coordination.cashpoint.CashPoints.LYSYCHANSK;
import static ua.vidnova.coordination.cashpoint.CashPoints.NOVOAIDAR;
import static ua.vidnova.coordination.cashpoint.CashPoints.UKRPOSHTA;
import static ua.vidnova.coordination.cashpoint.CashPoints.coordinator;
import static ua.vidnova.coordination.cashpoint.CashPoints.mobilePost;
import static ua.vidnova.coordination.cashpoint.CashPoints.working;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class CashPointResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "coordination.cash-points";
  private static final String TYPE = "ua.vidnova.coordination.CashPointChanged.v1";
  private static final String HEADER =
      "code,kind,name,homeSettlement,serves,postalIndex,amountMin,amountMax,amountMultiple,"
          + "dailyFloat,state,since,power,link\n";

  @Test
  void a_place_is_described_shown_found_by_whom_it_serves_and_told_to_others() {
    var id = Ids.newId();

    CashPoints.put(coordinator(), id, mobilePost())
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .body("serves.settlement", contains(LYSYCHANSK, NOVOAIDAR))
        .body("serves[0].weekdays", contains("TUESDAY"))
        .body("status.power", equalTo("GENERATOR"))
        .body("limits.dailyFloatMinor", equalTo(90_000_000));

    CashPoints.get(coordinator(), "?settlement=" + LYSYCHANSK + "&kind=MOBILE_POST&limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id.toString()));
    CashPoints.get(coordinator(), "?settlement=UA44120110010072887&limit=200")
        .then()
        .body("items.id", not(hasItem(id.toString())));
    var told = KafkaProbe.await(TOPIC, TYPE, data -> is(data.get("cashPointId").asText(), id));
    assertThat(told.key()).isEqualTo(id.toString());
    assertThat(told.data().at("/serves/0/weekdays/0").asText()).isEqualTo("TUESDAY");
    assertThat(told.data().at("/serves/1").has("weekdays")).isFalse();
    assertThat(told.data().has("power")).isFalse();
  }

  @Test
  void its_status_follows_and_what_was_told_is_kept() {
    var id = Ids.newId();
    CashPoints.put(coordinator(), id, mobilePost()).then().statusCode(201);
    Map<String, Object> out = Map.of("state", "OUT", "since", "2026-11-15", "source", "лист № 7");

    CashPoints.postStatus(coordinator(), id, out)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("status.state", equalTo("OUT"));
    CashPoints.postStatus(coordinator(), id, out).then().header("ETag", "\"1\"");

    CashPoints.get(coordinator(), id + "/history")
        .then()
        .body("items.was.status.state", contains("OUT", "WORKING"))
        .body("items[0].was.status.source", equalTo("лист № 7"))
        .body("items[0].recordedBy", equalTo("coordinator"));
    KafkaProbe.await(
        TOPIC,
        TYPE,
        data -> is(data.get("cashPointId").asText(), id) && is(data.get("state").asText(), "OUT"));
    assertThat(KafkaProbe.all(TOPIC).stream().filter(event -> is(event.key(), id))).hasSize(2);
  }

  @Test
  void whom_it_serves_can_change() {
    var id = Ids.newId();
    var place = mobilePost();
    CashPoints.put(coordinator(), id, place).then().statusCode(201);
    place.put("serves", List.of(Map.of("settlement", NOVOAIDAR, "dates", List.of("2026-12-09"))));

    CashPoints.put(coordinator(), id, place)
        .then()
        .statusCode(200)
        .body("serves", hasSize(1))
        .body("serves[0].dates", contains("2026-12-09"));
    CashPoints.get(coordinator(), id.toString()).then().body("serves", hasSize(1));
  }

  @Test
  void an_edit_of_what_has_changed_meanwhile_is_refused() {
    var id = Ids.newId();
    var place = mobilePost();
    CashPoints.put(coordinator(), id, place).then().statusCode(201);

    given()
        .auth()
        .oauth2(coordinator())
        .header("If-Match", "\"7\"")
        .contentType("application/json")
        .body(place)
        .put(CashPoints.BASE + id)
        .then()
        .statusCode(412)
        .body("code", equalTo("changed-meanwhile"));
    given()
        .auth()
        .oauth2(coordinator())
        .header("If-Match", "\"7\"")
        .contentType("application/json")
        .body(working("2026-11-20"))
        .post(CashPoints.BASE + id + "/status")
        .then()
        .statusCode(412);
  }

  @Test
  void a_number_of_the_operator_names_one_place() {
    var id = Ids.newId();
    var place = mobilePost();
    CashPoints.put(coordinator(), id, place).then().statusCode(201);

    CashPoints.put(coordinator(), Ids.newId(), place)
        .then()
        .statusCode(409)
        .body("code", equalTo("operator-code-taken"))
        .body("cashPointId", equalTo(id.toString()));
  }

  @Test
  void many_who_describe_it_at_once_make_one_place() {
    var id = Ids.newId();
    var place = mobilePost();
    var all =
        IntStream.range(0, 6)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> CashPoints.put(coordinator(), id, place).statusCode()))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join)).containsOnlyOnce(201).contains(200);
    CashPoints.get(coordinator(), id + "/history").then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "operator, '\"21560046\"', 422, operator",
    "operator, 21560045, 400, operator",
    "operatorCode, '\"a b\"', 422, operatorCode",
    "kind, '\"KIOSK\"', 400, kind",
    "placeName, '\"\"', 422, placeName",
    "placeName, '\"A\\u0000\"', 400, placeName",
    "homeSettlement, '\"UA44000000000018893\"', 422, homeSettlement",
    "serves, '[]', 422, serves",
    "serves, '[{\"settlement\":\"x\"}]', 422, serves[0].settlement",
    "serves, '[null]', 422, serves[0]",
    "postalIndex, null, 422, postalIndex",
    "limits, '{\"amountMinMinor\":-1}', 422, limits.amountMinMinor",
    "limits, '{\"amountMinMinor\":1.5}', 400, limits.amountMinMinor",
    "status, '{\"state\":\"WORKING\",\"since\":\"2999-01-01\"}', 422, status.since",
    "status, null, 422, status",
  })
  void a_description_that_is_not_acceptable_is_refused_with_the_field(
      String field, String value, int status, String at) throws JsonProcessingException {
    var body = (ObjectNode) JSON.valueToTree(mobilePost());
    body.set(field, JSON.readTree(value));
    given()
        .auth()
        .oauth2(coordinator())
        .contentType("application/json")
        .body(body.toString())
        .put(CashPoints.BASE + Ids.newId())
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(at));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "kind=KIOSK", "state=FINE", "after=%%%", "after=eA"})
  void a_search_that_cannot_be_read_is_refused(String query) {
    CashPoints.get(coordinator(), "?" + query).then().statusCode(400);
  }

  @Test
  void a_list_of_an_operator_is_taken_over_line_by_line() {
    var code = "L" + Ids.newId().toString().substring(24).toUpperCase(Locale.ROOT);
    var good =
        code
            + ",TILL,\"Магазин «Приклад», каса 1\","
            + NOVOAIDAR
            + ","
            + NOVOAIDAR
            + ":MONDAY+2026-12-09;"
            + LYSYCHANSK
            + ",,500.00,5000,1,20000.50,WORKING,2026-11-10,MAINS,MOBILE\n";
    var list =
        HEADER
            + good
            + good
            + code
            + "B,TILL,Магазин,"
            + NOVOAIDAR
            + ","
            + NOVOAIDAR
            + ":SOMEDAY,,,,,,WORKING,2026-11-10,,\n"
            + code
            + "C,TILL,Магазин,UA1,UA1,,-5,,,,WORKING,2026-11-10,,\n"
            + code
            + "D,TILL,Магазин,UA1\n"
            + code
            + "E,TILL,Магазин,UA1,UA1,,,,,,WORKING,2026-11-10,,\n"
            + code
            + "F,ATM,Банкомат,UA80000000000093317,UA80000000000093317,,,,,,WORKING,2026-11-10,,\n";

    CashPoints.load(coordinator(), "32855961", list)
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("refusedLines.line", contains(2, 3, 4, 5, 6, 7))
        .body(
            "refusedLines.field",
            contains("operatorCode", "serves", "amountMin", "line", "homeSettlement", "serves"))
        .body("refusedLines[5].code", equalTo("outside-your-territory"));
    CashPoints.load(coordinator(), "32855961", HEADER + good)
        .then()
        .body("created", equalTo(0))
        .body("unchanged", equalTo(1));
    CashPoints.load(coordinator(), "32855961", HEADER + good.replace("WORKING", "LIMITED"))
        .then()
        .body("changed", equalTo(1));
    CashPoints.get(coordinator(), "?operator=32855961&state=LIMITED&limit=200")
        .then()
        .body("items.operatorCode", hasItem(code))
        .body(
            "items.find { it.operatorCode == '" + code + "' }.limits.amountMinMinor",
            equalTo(50_000));
  }

  @Test
  void a_list_may_be_json() {
    var mine = mobilePost();
    var strange = mobilePost();
    strange.put("operator", "00032129");
    given()
        .auth()
        .oauth2(coordinator())
        .contentType("application/json")
        .body(Map.of("cashPoints", List.of(mine, strange)))
        .post(CashPoints.LISTS + UKRPOSHTA)
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("refusedLines[0].line", equalTo(2))
        .body("refusedLines[0].code", equalTo("another-operator"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "21560046 | code,kind | 422",
        "21560045 | code,kind | 400",
        "21560045 | ''        | 400",
        "21560045 | '\"'      | 400",
      })
  void a_list_that_cannot_be_read_is_refused_whole(String operator, String csv, int status) {
    CashPoints.load(coordinator(), operator, csv).then().statusCode(status);
  }

  @Test
  void a_list_that_is_not_utf8_or_too_long_is_refused_whole() {
    given()
        .auth()
        .oauth2(coordinator())
        .contentType("text/csv")
        .body(new byte[] {(byte) 0xC0, (byte) 0x80, '\n'})
        .post(CashPoints.LISTS + UKRPOSHTA)
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-csv"));
    CashPoints.load(coordinator(), UKRPOSHTA, HEADER + "x,,,,,,,,,,,,,\n".repeat(5001))
        .then()
        .statusCode(413);
  }

  private static boolean is(String text, Object wanted) {
    return text.equals(wanted.toString());
  }
}
