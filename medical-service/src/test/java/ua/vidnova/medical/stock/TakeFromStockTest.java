package ua.vidnova.medical.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.medical.stock.TestStock.MEDIC;
import static ua.vidnova.medical.stock.TestStock.arrival;
import static ua.vidnova.medical.stock.TestStock.brigade;
import static ua.vidnova.medical.stock.TestStock.brigadeWithoutPlace;
import static ua.vidnova.medical.stock.TestStock.get;
import static ua.vidnova.medical.stock.TestStock.medicine;
import static ua.vidnova.medical.stock.TestStock.post;
import static ua.vidnova.medical.stock.TestStock.receive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;
import ua.vidnova.medical.visit.TestVisits;

@QuarkusTest
@WithPlatform
class TakeFromStockTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate EXPIRES_ON = LocalDate.of(2031, 5, 31);

  @Inject TakeFromStock takeFromStock;
  @Inject EntityManager entities;

  private UUID brigade;
  private UUID medicine;
  private UUID visit;

  @BeforeEach
  void a_brigade_has_ten() {
    brigade = brigade();
    medicine = medicine(true);
    var line = arrival(medicine, "B1", 10);
    line.put("coldChainKept", true);
    receive(MEDIC, brigade, line).statusCode(200);
    visit = TestVisits.recorded(TestVisits.visitOf(TestResidents.living()));
  }

  @Test
  void what_a_visit_gave_is_taken() {
    take(visit, List.of(), TODAY, taken("B1", 4));

    present().body("items.quantity", contains(6));
    get(MEDIC, "stock-places/" + brigade + "/movements")
        .body("items[0].kind", equalTo("DISPENSED"))
        .body("items[0].visitId", equalTo(visit.toString()));
    differences().body("items", empty());
  }

  @Test
  void what_the_books_do_not_have_was_given_all_the_same_and_waits_for_an_explanation() {
    take(visit, List.of(), TODAY, taken("B1", 12), taken("B2", 3));

    present().body("items", empty());
    var found =
        differences()
            .body("items.kind", containsInAnyOrder("NOT_IN_STOCK", "UNKNOWN_BATCH"))
            .body("items.quantity", containsInAnyOrder(2, 3))
            .extract();
    var id = found.<String>path("items[0].id");

    var why = Map.of("reason", "Отримано без накладної");
    post(MEDIC, "stock-differences/" + id + "/explanation", why)
        .statusCode(200)
        .body("explanation", equalTo("Отримано без накладної"))
        .body("explainedBy", equalTo("medic-1"));
    post(MEDIC, "stock-differences/" + id + "/explanation", why)
        .statusCode(409)
        .body("code", equalTo("explained-before"));
    differences().body("items.size()", equalTo(1));
  }

  @Test
  void what_should_not_have_been_given_is_taken_and_noted() {
    take(visit, List.of(), EXPIRES_ON.plusDays(1), taken("B1", 1));
    breakColdChain();
    take(visit, List.of(), TODAY, taken("B1", 1));

    present().body("items.quantity", contains(8));
    differences().body("items.kind", containsInAnyOrder("EXPIRED", "COLD_CHAIN_BROKEN"));
  }

  private void breakColdChain() {
    var batch = present().extract().<String>path("items[0].batchId");
    post(
            MEDIC,
            "stock-places/" + brigade + "/cold-chain-breaks",
            Map.of("reason", "Холодильник", "batchIds", List.of(batch)))
        .statusCode(200);
  }

  @Test
  void a_correction_gives_back_what_the_visit_had_taken() {
    take(visit, List.of(), TODAY, taken("B1", 4));
    var corrected = TestVisits.recorded(TestVisits.visitOf(TestResidents.living()));
    take(corrected, List.of(visit), TODAY, taken("B1", 1));

    present().body("items.quantity", contains(9));
    get(MEDIC, "stock-places/" + brigade + "/movements")
        .body("items.kind", contains("DISPENSED", "GIVEN_BACK", "DISPENSED", "RECEIVED"));
  }

  @Test
  void what_no_revision_holds_any_more_is_not_given_back_again() {
    take(visit, List.of(), TODAY, taken("B1", 4));
    var second = TestVisits.recorded(TestVisits.visitOf(TestResidents.living()));
    take(second, List.of(visit), TODAY, taken("B1", 1));
    var third = TestVisits.recorded(TestVisits.visitOf(TestResidents.living()));
    take(third, List.of(visit, second), TODAY, taken("B1", 2));

    present().body("items.quantity", contains(8));
  }

  @Test
  void a_correction_keeps_the_differences_that_it_finds_again_and_overtakes_the_others() {
    take(visit, List.of(), TODAY, taken("B1", 12), taken("B2", 3), taken("B3", 1));
    var found = differences().body("items", hasSize(3)).extract().jsonPath();
    var known = found.getString("items.find { it.batch == 'B2' }.id");
    var gone = found.getString("items.find { it.batch == 'B1' }.id");
    post(MEDIC, "stock-differences/" + known + "/explanation", Map.of("reason", "Дарунок"))
        .statusCode(200);

    var corrected = TestVisits.recorded(TestVisits.visitOf(TestResidents.living()));
    take(corrected, List.of(visit), TODAY, taken("B1", 11), taken("B2", 3), taken("B3", 1));

    differences()
        .body("items.batch", containsInAnyOrder("B1", "B3"))
        .body("items.find { it.batch == 'B1' }.quantity", equalTo(1))
        .body("items.find { it.batch == 'B1' }.visitId", equalTo(corrected.toString()))
        .body("items.find { it.batch == 'B3' }.visitId", equalTo(visit.toString()));
    get(MEDIC, "stock-places/" + brigade + "/differences")
        .body("items", hasSize(4))
        .body("items.find { it.id == '" + known + "' }.explanation", equalTo("Дарунок"))
        .body("items.find { it.id == '" + known + "' }.overtakenBy", nullValue())
        .body("items.find { it.id == '" + gone + "' }.overtakenBy", equalTo(corrected.toString()));
    post(MEDIC, "stock-differences/" + gone + "/explanation", Map.of("reason", "Дарунок"))
        .statusCode(409)
        .body("code", equalTo("difference-overtaken"));
  }

  @Test
  void a_correction_that_gives_nothing_closes_differences_of_which_nothing_was_booked() {
    take(visit, List.of(), TODAY, taken("B2", 3));
    var corrected = TestVisits.recorded(TestVisits.visitOf(TestResidents.living()));
    take(corrected, List.of(visit), TODAY);

    differences().body("items", empty());
  }

  @Test
  void a_brigade_without_a_place_gets_one() {
    brigade = brigadeWithoutPlace();
    take(visit, List.of(), TODAY, taken("B1", 4));

    differences().body("items.kind", contains("NOT_IN_STOCK"));
  }

  @Test
  void a_medicine_that_the_catalogue_lacks_is_known_to_be_unknown() {
    var other = Ids.newId();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                assertThat(TakeFromStock.unknownOf(List.of(medicine, other)))
                    .containsExactly(other));
  }

  @Test
  void the_database_itself_gives_no_more_than_there_is_and_forgets_nothing() {
    take(visit, List.of(), TODAY, taken("B1", 4));

    assertThatThrownBy(
            () ->
                execute(
                    "insert into stock_movement (id, kind, batch_id, from_place_id, quantity,"
                        + " reason, recorded_at, recorded_by, recorded_by_name)"
                        + " select uuidv7(), 'WRITTEN_OFF', batch_id, from_place_id, 7, 'x', now(),"
                        + " 'x', 'x' from stock_movement where visit_id = ?1"))
        .hasMessageContaining("stock_is_never_negative");
    assertThatThrownBy(() -> execute("delete from stock_movement where visit_id = ?1"))
        .hasMessageContaining("never changed or deleted");
  }

  private void execute(String sql) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery(sql).setParameter(1, visit).executeUpdate());
  }

  private void take(UUID revision, List<UUID> before, LocalDate day, Taken... given) {
    var whose = new TakeFromStock.Brigade(brigade, "Бригада", TestResidents.HROMADA);
    QuarkusTransaction.requiringNew()
        .run(() -> takeFromStock.take(whose, revision, before, day, List.of(given)));
  }

  private Taken taken(String batch, int quantity) {
    return new Taken(medicine, batch, EXPIRES_ON, new BigDecimal(quantity));
  }

  private ValidatableResponse present() {
    return get(MEDIC, "stock-places/" + brigade + "/stock").statusCode(200);
  }

  private ValidatableResponse differences() {
    return get(MEDIC, "stock-places/" + brigade + "/differences?open=true").statusCode(200);
  }
}
