package ua.vidnova.medical.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.medical.stock.TestStock.COORDINATOR;
import static ua.vidnova.medical.stock.TestStock.MEDIC;
import static ua.vidnova.medical.stock.TestStock.arrival;
import static ua.vidnova.medical.stock.TestStock.brigade;
import static ua.vidnova.medical.stock.TestStock.get;
import static ua.vidnova.medical.stock.TestStock.medicine;
import static ua.vidnova.medical.stock.TestStock.onHand;
import static ua.vidnova.medical.stock.TestStock.post;
import static ua.vidnova.medical.stock.TestStock.put;
import static ua.vidnova.medical.stock.TestStock.receive;
import static ua.vidnova.medical.stock.TestStock.received;
import static ua.vidnova.medical.stock.TestStock.reserve;
import static ua.vidnova.medical.visit.TestVisits.refusedField;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

@QuarkusTest
@WithPlatform
class StockPlaceResourceTest {

  private static final UUID NO_SUCH = UUID.fromString("019aa7d0-0000-7000-8000-000000000000");

  @Test
  void what_arrives_lies_there_and_what_expires_first_is_shown_first() {
    var place = reserve();
    var medicine = medicine(false);
    var late = arrival(medicine, "LATE", 10);
    late.put("expiresOn", "2032-01-31");
    receive(COORDINATOR, place, late).statusCode(200);
    receive(COORDINATOR, place, arrival(medicine, "SOON", 2.5)).statusCode(200);
    receive(COORDINATOR, place, arrival(medicine, "SOON", 4))
        .statusCode(200)
        .body("movements[0].kind", equalTo("RECEIVED"))
        .body("movements[0].reason", equalTo("Накладна № 7"));

    get(COORDINATOR, "stock-places/" + place + "/stock")
        .statusCode(200)
        .body("items.batch", contains("SOON", "LATE"))
        .body("items.quantity", contains(6.5f, 10))
        .body("items[0].name", equalTo("Вигаданол"))
        .body("items[0].coldChainBroken", equalTo(false));
    get(COORDINATOR, "stock-places/" + place + "/movements")
        .body("items.kind", contains("RECEIVED", "RECEIVED", "RECEIVED"));
  }

  @Test
  void a_list_longer_than_a_page_goes_on() {
    var place = reserve();
    var medicine = medicine(false);
    for (int i = 0; i < 3; i++) {
      received(COORDINATOR, place, medicine, 1);
    }
    var first = get(COORDINATOR, "stock-places/" + place + "/stock?limit=2").extract();
    assertThat(first.<List<?>>path("items")).hasSize(2);

    get(COORDINATOR, "stock-places/" + place + "/stock?limit=2&after=" + first.path("next"))
        .body("items", hasSize(1))
        .body("next", equalTo(null));
    get(COORDINATOR, "stock-places/" + place + "/stock?after=bm9uc2Vuc2U").statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({
    "quantity,      0,          quantity,   out-of-range",
    "quantity,      -1,         quantity,   out-of-range",
    "quantity,      1e9,        quantity,   out-of-range",
    "quantity,      0.0001,     quantity,   too-precise",
    "expiresOn,     2020-01-31, expiresOn,  expired",
    "medicineId,    019aa7d0-0000-7000-8000-000000000000, medicineId, unknown",
    "coldChainKept, ,           coldChainKept, required",
  })
  void what_cannot_have_arrived_is_refused_with_its_line(
      String member, String value, String field, String code) {
    var place = reserve();
    var line = arrival(medicine(true), "B1", 5);
    line.put("coldChainKept", true);
    line.put(member, member.equals("quantity") ? new BigDecimal(value) : value);

    refusedField(receive(COORDINATOR, place, line), "lines[0]." + field, code);
    get(COORDINATOR, "stock-places/" + place + "/movements").body("items", empty());
  }

  @Test
  void a_paper_is_booked_whole_or_not_at_all() {
    var place = reserve();
    var medicine = medicine(false);
    var good = arrival(medicine, "B1", 5);
    var paper = Map.of("source", "Накладна", "lines", List.of(good, good));

    refusedField(
        post(COORDINATOR, "stock-places/" + place + "/receipts", paper),
        "lines[1].batch",
        "repeated");
    get(COORDINATOR, "stock-places/" + place + "/stock").body("items", empty());
  }

  @Test
  void no_more_of_a_withdrawn_medicine_is_received() {
    var id = medicine(false);
    var administrator = TestTokens.staff("administrator-1", Roles.ADMINISTRATOR).token();
    put(
            administrator,
            "medicines/" + id,
            Map.of("name", "Вигаданол", "unit", "таблетка", "withdrawn", true))
        .statusCode(200);

    refusedField(
        receive(COORDINATOR, reserve(), arrival(id, "B1", 5)), "lines[0].medicineId", "withdrawn");
  }

  @Test
  void the_books_follow_a_count_whose_differences_are_explained() {
    var place = brigade();
    var medicine = medicine(false);
    var less = received(MEDIC, place, medicine, 10);
    var more = received(MEDIC, place, medicine, 10);
    var same = received(MEDIC, place, medicine, 10);

    post(
            MEDIC,
            "stock-places/" + place + "/counts",
            Map.of(
                "lines",
                List.of(
                    Map.of("batchId", less, "counted", 7, "explanation", "Розбилося"),
                    Map.of("batchId", more, "counted", 12, "explanation", "Знайшлося"),
                    Map.of("batchId", same, "counted", 10))))
        .statusCode(200)
        .body("movements.kind", containsInAnyOrder("SHORTAGE", "SURPLUS"))
        .body("movements.quantity", containsInAnyOrder(3, 2));
    assertThat(onHand(MEDIC, place, less)).isEqualTo(7);
    assertThat(onHand(MEDIC, place, more)).isEqualTo(12);

    var unexplained = Map.of("lines", List.of(Map.of("batchId", same, "counted", 9)));
    refusedField(
        post(MEDIC, "stock-places/" + place + "/counts", unexplained),
        "lines[0].explanation",
        "required");
    var unknown = Map.of("lines", List.of(Map.of("batchId", NO_SUCH, "counted", 9)));
    refusedField(
        post(MEDIC, "stock-places/" + place + "/counts", unknown), "lines[0].batchId", "unknown");
    assertThat(onHand(MEDIC, place, same)).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"-1, out-of-range", "1e9, out-of-range", "9.0001, too-precise"})
  void of_a_count_that_cannot_be_no_more_is_said_than_that(String counted, String code) {
    var place = brigade();
    var batch = received(MEDIC, place, medicine(false), 10);
    var count = Map.of("batchId", batch, "counted", new BigDecimal(counted));

    var answer =
        post(MEDIC, "stock-places/" + place + "/counts", Map.of("lines", List.of(count)))
            .body("errors", hasSize(1));
    refusedField(answer, "lines[0].counted", code);
    assertThat(onHand(MEDIC, place, batch)).isEqualTo(10);
  }

  @Test
  void no_more_is_written_off_than_lies_there() {
    var place = reserve();
    var batch = received(COORDINATOR, place, medicine(false), 10);

    writeOff(place, batch, 11)
        .statusCode(409)
        .body("code", equalTo("not-enough"))
        .body("errors[0].field", equalTo("lines[0].quantity"));
    assertThat(onHand(COORDINATOR, place, batch)).isEqualTo(10);
    writeOff(place, batch, 10).statusCode(200);
    assertThat(onHand(COORDINATOR, place, batch)).isNull();
    refusedField(writeOff(place, NO_SUCH, 1), "lines[0].batchId", "unknown");
  }

  private static ValidatableResponse writeOff(UUID place, UUID batch, int quantity) {
    return post(
        COORDINATOR,
        "stock-places/" + place + "/write-offs",
        Map.of(
            "reason", "Акт № 3", "lines", List.of(Map.of("batchId", batch, "quantity", quantity))));
  }

  @Test
  void a_batch_that_was_too_warm_is_marked_where_it_lies() {
    var place = reserve();
    var cold = received(COORDINATOR, place, medicine(true), 10);
    var warm = arrival(medicine(true), "WARM", 1);
    warm.put("coldChainKept", false);
    receive(COORDINATOR, place, warm).statusCode(200);

    get(COORDINATOR, "stock-places/" + place + "/stock")
        .body("items.findAll { it.coldChainBroken }.batch", contains("WARM"));
    post(
            COORDINATOR,
            "stock-places/" + place + "/cold-chain-breaks",
            Map.of("reason", "Не було світла", "batchIds", List.of(cold)))
        .statusCode(200);
    get(COORDINATOR, "stock-places/" + place + "/stock")
        .body("items.findAll { it.coldChainBroken }.batchId", hasItem(cold.toString()));
    refusedField(
        post(
            COORDINATOR,
            "stock-places/" + place + "/cold-chain-breaks",
            Map.of("reason", "Не було світла", "batchIds", List.of(NO_SUCH))),
        "lines[0].batchId",
        "unknown");
  }

  @Test
  void a_place_is_described_anew_and_stays_what_it_is() {
    var id = reserve();
    var told = Map.of("kind", "RESERVE", "name", "Інший", "territory", TestResidents.SETTLEMENT);
    put(COORDINATOR, "stock-places/" + id, told).statusCode(200).body("name", equalTo("Інший"));

    var other = Map.of("kind", "BRIGADE", "name", "Інший", "territory", TestResidents.HROMADA);
    put(COORDINATOR, "stock-places/" + id, other)
        .statusCode(409)
        .body("code", equalTo("other-kind"));
    refusedField(
        put(
            COORDINATOR,
            "stock-places/" + id,
            Map.of("kind", "RESERVE", "name", "Інший", "territory", "UA00000000000000000")),
        "territory",
        "unknown");
    get(COORDINATOR, "stock-places?limit=200").body("items.id", hasItem(id.toString()));
    get(MEDIC, "stock-places?limit=200").body("items.id", not(hasItem(id.toString())));
  }

  @Test
  void pages_of_places_are_full_though_most_serve_other_territories() {
    var here = "UA32080010000060215";
    var coordinator = TestTokens.staff("coordinator-9", Roles.COORDINATOR).within(here).token();
    var own = new ArrayList<String>();
    for (int i = 0; i < 9; i++) {
      reserve();
      if (i % 3 == 2) {
        own.add(TestStock.place(Ids.newId(), "RESERVE", coordinator, here).toString());
      }
    }

    var first = get(coordinator, "stock-places?limit=2").statusCode(200).extract();
    assertThat(first.<List<String>>path("items.id")).isEqualTo(own.subList(0, 2));
    get(coordinator, "stock-places?limit=2&after=" + first.path("next"))
        .body("items.id", contains(own.get(2)))
        .body("next", equalTo(null));
  }

  @Test
  void the_catalogue_is_searched_by_how_a_name_begins() {
    var id = medicine(true);

    get(MEDIC, "medicines?name=ВИГАДАНО&limit=200").body("items.id", hasItem(id.toString()));
    get(MEDIC, "medicines?name=аспірин").body("items", empty());
    get(MEDIC, "medicines?name=%25").body("items", empty());
    get(MEDIC, "medicines/" + id).statusCode(200).body("coldChain", equalTo(true));
    get(MEDIC, "medicines/" + NO_SUCH).statusCode(404);
  }

  @Test
  void a_medicine_has_a_code_of_the_classification_or_none() {
    var administrator = TestTokens.staff("administrator-1", Roles.ADMINISTRATOR).token();
    var told = Map.of("name", "Вигаданол", "unit", "таблетка", "atc", "N02BE1");

    refusedField(put(administrator, "medicines/" + Ids.newId(), told), "atc", "not-a-code");
  }
}
