package ua.vidnova.medical.stock;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.medical.stock.TestStock.COORDINATOR;
import static ua.vidnova.medical.stock.TestStock.LEAD;
import static ua.vidnova.medical.stock.TestStock.MEDIC;
import static ua.vidnova.medical.stock.TestStock.arrival;
import static ua.vidnova.medical.stock.TestStock.brigade;
import static ua.vidnova.medical.stock.TestStock.get;
import static ua.vidnova.medical.stock.TestStock.medicine;
import static ua.vidnova.medical.stock.TestStock.offer;
import static ua.vidnova.medical.stock.TestStock.post;
import static ua.vidnova.medical.stock.TestStock.put;
import static ua.vidnova.medical.stock.TestStock.receive;
import static ua.vidnova.medical.stock.TestStock.received;
import static ua.vidnova.medical.stock.TestStock.reserve;
import static ua.vidnova.medical.stock.TestStock.staff;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TestTrips;

@QuarkusTest
@WithPlatform
class StockAccessTest {

  @ParameterizedTest
  @ValueSource(strings = {"stock", "movements", "differences"})
  void a_place_is_seen_by_those_who_keep_it_and_by_coordinators_and_auditors(String list) {
    var path = "stock-places/" + brigade() + "/" + list;

    get(MEDIC, path).statusCode(200);
    get(COORDINATOR, path).statusCode(200);
    get(staff("auditor-1", Roles.AUDITOR), path).statusCode(200);
    get(staff("registrar-1", Roles.REGISTRAR), path).statusCode(403);
    get(staff("officer-1", Roles.PAYMENTS_OFFICER), path).statusCode(403);
    get(elsewhere(Roles.MEDIC), path).statusCode(404);
    get(elsewhere(Roles.COORDINATOR), path).statusCode(404);
    get(TestTokens.partner("ukrposhta", "21560045", "payments.batches:read"), path).statusCode(403);
    RestAssured.get(TestStock.BASE + path).then().statusCode(401);
  }

  @Test
  void the_stock_of_a_brigade_is_no_other_medics() {
    var place = brigade();
    var batch = received(MEDIC, place, medicine(false), 5);
    var other = staff("medic-2", Roles.MEDIC);
    var stock = "stock-places/" + place;
    var line = Map.of("batchId", batch, "quantity", 1);

    receive(other, place, arrival(medicine(false), "B1", 5)).statusCode(404);
    post(other, stock + "/counts", Map.of("lines", List.of(Map.of("batchId", batch, "counted", 5))))
        .statusCode(404);
    post(other, stock + "/write-offs", Map.of("reason", "Акт", "lines", List.of(line)))
        .statusCode(404);
    post(other, stock + "/cold-chain-breaks", Map.of("reason", "Акт", "batchIds", List.of(batch)))
        .statusCode(404);
    post(other, "stock-handovers", offer(place, reserve(), batch, 1)).statusCode(404);
    get(other, stock + "/stock").statusCode(404);
    get(other, "stock-handovers?placeId=" + place).statusCode(404);
    get(other, "stock-places?limit=200").body("items.id", not(hasItem(place.toString())));

    get(MEDIC, "stock-places?limit=200").body("items.id", hasItem(place.toString()));
    get(LEAD, stock + "/stock").body("items.quantity", contains(5));
    get(LEAD, "stock-places?limit=200").body("items.id", hasItem(place.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "-40, -31, 404",
    "-40, -30, 200",
    "7,   9,   200",
    "8,   9,   404",
  })
  void a_medic_keeps_a_brigades_stock_from_before_a_trip_until_after_it(
      int first, int last, int status) {
    var today = LocalDate.now(KyivCalendar.KYIV);
    var medic = "keeper" + first + last;
    var trip = TestTrips.trip(today.plusDays(first), today.plusDays(last), List.of(), medic);
    TestTrips.heard(trip);
    TestStock.place(trip.brigadeId(), "BRIGADE", COORDINATOR, TestResidents.HROMADA);

    receive(staff(medic, Roles.MEDIC), trip.brigadeId(), arrival(medicine(false), "B1", 5))
        .statusCode(status);
  }

  @Test
  void a_reserve_is_no_medics_to_see() {
    var reserve = reserve();

    get(MEDIC, "stock-places/" + reserve + "/stock").statusCode(404);
    get(MEDIC, "stock-handovers?placeId=" + reserve).statusCode(404);
    get(elsewhere(Roles.COORDINATOR), "stock-places?limit=200")
        .body("items.id", not(hasItem(reserve.toString())));
  }

  @Test
  void each_place_is_filled_by_its_own_keeper() {
    var line = arrival(medicine(false), "B1", 5);

    receive(COORDINATOR, brigade(), line).statusCode(404);
    receive(MEDIC, reserve(), line).statusCode(404);
    receive(staff("auditor-1", Roles.AUDITOR), brigade(), line).statusCode(403);
    receive(elsewhere(Roles.MEDIC), brigade(), line).statusCode(404);
  }

  @Test
  void only_the_keepers_of_a_place_offer_and_accept_for_it() {
    var reserve = reserve();
    var brigade = brigade();
    var batch = received(COORDINATOR, reserve, medicine(false), 5);
    post(MEDIC, "stock-handovers", offer(reserve, brigade, batch, 5)).statusCode(404);
    var id =
        post(COORDINATOR, "stock-handovers", offer(reserve, brigade, batch, 5))
            .statusCode(201)
            .extract()
            .<String>path("id");
    var arrived = Map.of("lines", List.of(Map.of("batchId", batch, "received", 5)));

    for (var stranger : List.of(elsewhere(Roles.MEDIC), staff("medic-2", Roles.MEDIC))) {
      post(stranger, "stock-handovers/" + id + "/acceptance", arrived).statusCode(404);
    }
    post(
            staff("coordinator-2", Roles.COORDINATOR),
            "stock-handovers/" + id + "/acceptance",
            arrived)
        .statusCode(404);
    post(MEDIC, "stock-handovers/" + Ids.newId() + "/acceptance", arrived).statusCode(404);
    post(MEDIC, "stock-handovers/" + id + "/acceptance", arrived).statusCode(200);
  }

  @Test
  void a_place_is_opened_by_the_coordinator_of_its_territory() {
    var told = Map.of("kind", "RESERVE", "name", "Склад", "territory", TestResidents.HROMADA);

    put(MEDIC, "stock-places/" + Ids.newId(), told).statusCode(403);
    put(elsewhere(Roles.COORDINATOR), "stock-places/" + Ids.newId(), told)
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    var theirs =
        Map.of("kind", "RESERVE", "name", "Склад", "territory", TestResidents.OTHER_HROMADA);
    put(elsewhere(Roles.COORDINATOR), "stock-places/" + reserve(), theirs)
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
  }

  @ParameterizedTest
  @CsvSource({"medic", "brigade-lead", "coordinator", "auditor"})
  void the_catalogue_is_kept_by_administrators(String role) {
    put(staff("somebody", role), "medicines/" + Ids.newId(), Map.of("name", "Х", "unit", "шт"))
        .statusCode(403);
  }

  private static String elsewhere(String role) {
    return TestTokens.staff("stranger", role).within(TestResidents.OTHER_HROMADA).token();
  }
}
