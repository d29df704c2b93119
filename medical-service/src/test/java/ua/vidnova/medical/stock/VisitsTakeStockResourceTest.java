package ua.vidnova.medical.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static ua.vidnova.medical.stock.TestStock.MEDIC;
import static ua.vidnova.medical.stock.TestStock.arrival;
import static ua.vidnova.medical.stock.TestStock.get;
import static ua.vidnova.medical.stock.TestStock.medicine;
import static ua.vidnova.medical.stock.TestStock.put;
import static ua.vidnova.medical.stock.TestStock.receive;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.asMedic;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.trip.TestTrips;

/** A visit takes what it gives from its brigade's stock; a correction gives back and takes anew. */
@QuarkusTest
@WithPlatform
class VisitsTakeStockResourceTest {

  private static final LocalDate DAY = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);

  private UUID trip;
  private UUID brigade;
  private UUID medicine;

  @BeforeEach
  void a_brigade_on_a_trip_has_ten() {
    var told = TestTrips.oneDay(DAY, "medic-1");
    trip = TestTrips.heard(told);
    brigade = told.brigadeId();
    put(
            TestStock.COORDINATOR,
            "stock-places/" + brigade,
            Map.of("kind", "BRIGADE", "name", "Склад", "territory", TestResidents.HROMADA))
        .statusCode(201);
    medicine = medicine(false);
    receive(MEDIC, brigade, arrival(medicine, "B1", 10)).statusCode(200);
  }

  @Test
  void medicines_and_vaccines_are_taken_once_given_back_and_taken_anew() {
    var visit = giving(4);
    visit.put(
        "vaccinations",
        List.of(
            Map.of(
                "medicineId", medicine.toString(),
                "vaccineCode", "TD",
                "vaccine", "Вигадана вакцина",
                "batch", "B1",
                "expiresOn", "2031-05-31")));
    var id = recorded(visit);
    send(visit).statusCode(200);
    assertThat(present()).isEqualTo(5);

    var correction = giving(2);
    correct(id, 1, with(correction, "residentId", visit.get("residentId")));
    assertThat(present()).isEqualTo(8);
    var withdrawal = with(correction, "residentId", visit.get("residentId"));
    correct(id, 2, with(withdrawal, "withdrawn", true));
    assertThat(present()).isEqualTo(10);
  }

  @Test
  void a_correction_of_something_else_books_nothing_and_withdrawal_closes_the_differences() {
    var visit = giving(12);
    var id = recorded(visit);
    var movements = movements();
    var difference = openDifferences();
    assertThat(difference).hasSize(1);

    var correction = with(giving(12), "residentId", visit.get("residentId"));
    correction.put("complaint", "Болить горло");
    correct(id, 1, correction);
    assertThat(movements()).isEqualTo(movements);
    assertThat(openDifferences()).isEqualTo(difference);

    correct(id, 2, with(correction, "withdrawn", true));
    assertThat(present()).isEqualTo(10);
    assertThat(openDifferences()).isEmpty();
  }

  @Test
  void what_was_out_of_date_is_taken_with_a_warning_and_waits_for_an_explanation() {
    var expired = DAY.minusDays(1).toString();
    var visit = givingOf(3, expired);
    visit.put(
        "vaccinations",
        List.of(
            Map.of(
                "vaccineCode", "TD",
                "vaccine", "Вигадана вакцина",
                "batch", "V1",
                "expiresOn", expired)));

    send(visit)
        .statusCode(201)
        .body("warnings.code", contains("expired", "expired"))
        .body("warnings.field", contains("medicines[0].expiresOn", "vaccinations[0].expiresOn"));
    send(visit).statusCode(200).body("warnings", hasSize(2));
    get(MEDIC, "stock-places/" + brigade + "/differences?open=true")
        .body("items.kind", containsInAnyOrder("EXPIRED", "UNKNOWN_BATCH"))
        .body("items.quantity", contains(3, 3));
  }

  @Test
  void a_visit_that_arrives_after_its_batch_expired_is_not_odd() {
    var visit = givingOf(3, DAY.minusDays(2).toString());
    visit.put("startedAt", anHourAgo().minus(2, ChronoUnit.DAYS).toString());
    visit.remove("endedAt");

    send(visit).statusCode(201).body("warnings", empty());
    get(MEDIC, "stock-places/" + brigade + "/differences")
        .body("items.kind", contains("UNKNOWN_BATCH"));
  }

  @Test
  void medicine_of_the_catalogue_is_of_a_trips_stock() {
    refusedField(send(with(giving(1), "tripId", null)), "tripId", "required");
    problem(send(with(giving(1), "tripId", Ids.newId().toString())), 422, "trip-unknown");
    medicine = Ids.newId();
    refusedField(send(giving(1)), "medicines[0].medicineId", "unknown-medicine");
  }

  private Map<String, Object> giving(int quantity) {
    return givingOf(quantity, "2031-05-31");
  }

  private Map<String, Object> givingOf(int quantity, String expiresOn) {
    var visit = visitOf(TestResidents.living());
    visit.put("tripId", trip.toString());
    visit.put(
        "medicines",
        List.of(
            Map.of(
                "medicineId", medicine.toString(),
                "name", "Вигаданол",
                "batch", "B1",
                "expiresOn", expiresOn,
                "quantity", quantity,
                "unit", "таблетка",
                "given", "DISPENSED")));
    return visit;
  }

  private static void correct(UUID visit, int read, Map<String, Object> body) {
    asMedic()
        .header("If-Match", "\"" + read + "\"")
        .contentType(ContentType.JSON)
        .body(with(with(body, "id", Ids.newId().toString()), "reason", "Не та кількість"))
        .post("/api/medical/v1/visits/" + visit + "/corrections")
        .then()
        .statusCode(201);
  }

  private List<String> movements() {
    return get(MEDIC, "stock-places/" + brigade + "/movements").extract().path("items.id");
  }

  private List<String> openDifferences() {
    return get(MEDIC, "stock-places/" + brigade + "/differences?open=true")
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  private int present() {
    return get(MEDIC, "stock-places/" + brigade + "/stock")
        .statusCode(200)
        .extract()
        .<Number>path("items[0].quantity")
        .intValue();
  }
}
