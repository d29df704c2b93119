package ua.vidnova.medical.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.stock.TestStock.COORDINATOR;
import static ua.vidnova.medical.stock.TestStock.LEAD;
import static ua.vidnova.medical.stock.TestStock.MEDIC;
import static ua.vidnova.medical.stock.TestStock.brigade;
import static ua.vidnova.medical.stock.TestStock.get;
import static ua.vidnova.medical.stock.TestStock.medicine;
import static ua.vidnova.medical.stock.TestStock.offer;
import static ua.vidnova.medical.stock.TestStock.onHand;
import static ua.vidnova.medical.stock.TestStock.post;
import static ua.vidnova.medical.stock.TestStock.received;
import static ua.vidnova.medical.stock.TestStock.reserve;
import static ua.vidnova.medical.visit.TestVisits.refusedField;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class HandoverResourceTest {

  private UUID reserve;
  private UUID brigade;
  private UUID batch;

  @BeforeEach
  void the_reserve_has_a_hundred() {
    reserve = reserve();
    brigade = brigade();
    batch = received(COORDINATOR, reserve, medicine(true), 100);
  }

  @Test
  void what_is_offered_moves_when_another_person_accepts_it() {
    var id = offered(60);
    assertThat(onHand(COORDINATOR, reserve, batch)).isEqualTo(100);

    accept(MEDIC, id, 60, null)
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("offeredBy", equalTo("coordinator-1"))
        .body("answeredBy", equalTo("medic-1"));
    assertThat(onHand(COORDINATOR, reserve, batch)).isEqualTo(40);
    assertThat(onHand(MEDIC, brigade, batch)).isEqualTo(60);
    get(MEDIC, "stock-handovers?placeId=" + brigade).body("items.id", contains(id));
    get(MEDIC, "stock-places/" + brigade + "/movements")
        .body("items[0].kind", equalTo("HANDED_OVER"))
        .body("items[0].handoverId", equalTo(id));
  }

  @Test
  void what_did_not_arrive_is_explained_and_stays_with_the_giver() {
    var id = offered(60);
    refusedField(accept(MEDIC, id, 55, null), "lines[0].explanation", "required");

    accept(MEDIC, id, 55, "П’ять ампул розбито дорогою").statusCode(200);
    assertThat(onHand(COORDINATOR, reserve, batch)).isEqualTo(45);
    assertThat(onHand(MEDIC, brigade, batch)).isEqualTo(55);
  }

  @ParameterizedTest
  @CsvSource({
    "received,      61,  received,      more-than-offered",
    "received,      -1,  received,      out-of-range",
    "coldChainKept, ,    coldChainKept, required",
    "batchId, 019aa7d0-0000-7000-8000-000000000000, batchId, not-offered",
  })
  void what_cannot_have_arrived_is_refused(String member, String value, String field, String code) {
    var id = offered(60);
    var line = line(60, "Бракує");
    line.put(member, member.equals("received") ? Integer.valueOf(value) : value);

    refusedField(
        post(MEDIC, "stock-handovers/" + id + "/acceptance", Map.of("lines", List.of(line))),
        "lines[0]." + field,
        code);
    assertThat(onHand(COORDINATOR, reserve, batch)).isEqualTo(100);
  }

  @Test
  void what_was_too_warm_on_the_way_is_marked_and_not_handed_on() {
    var id = offered(60);
    var line = line(60, null);
    line.put("coldChainKept", false);
    post(MEDIC, "stock-handovers/" + id + "/acceptance", Map.of("lines", List.of(line)))
        .statusCode(200);

    get(MEDIC, "stock-places/" + brigade + "/stock")
        .body("items[0].coldChainBroken", equalTo(true));
    refusedField(
        post(MEDIC, "stock-handovers", offer(brigade, brigade(), batch, 1)),
        "lines[0].batchId",
        "cold-chain-broken");
    post(MEDIC, "stock-handovers", offer(brigade, reserve, batch, 1)).statusCode(201);
  }

  @Test
  void who_offers_does_not_accept() {
    var back = brigade();
    var mine = received(MEDIC, brigade, medicine(false), 5);
    var id =
        post(MEDIC, "stock-handovers", offer(brigade, back, mine, 5))
            .statusCode(201)
            .extract()
            .<String>path("id");
    var line = Map.of("lines", List.of(Map.of("batchId", mine, "received", 5)));

    post(MEDIC, "stock-handovers/" + id + "/acceptance", line)
        .statusCode(409)
        .body("code", equalTo("same-person"));
    post(LEAD, "stock-handovers/" + id + "/acceptance", line).statusCode(200);
  }

  @Test
  void it_is_answered_once() {
    var id = offered(60);
    post(MEDIC, "stock-handovers/" + id + "/refusal", Map.of("reason", "Не наше"))
        .statusCode(200)
        .body("state", equalTo("DECLINED"))
        .body("reason", equalTo("Не наше"));

    accept(MEDIC, id, 60, null).statusCode(409).body("code", equalTo("answered-before"));
    post(COORDINATOR, "stock-handovers/" + id + "/recall", Map.of("reason", "Помилка"))
        .statusCode(409)
        .body("code", equalTo("answered-before"));
    assertThat(onHand(COORDINATOR, reserve, batch)).isEqualTo(100);
  }

  @Test
  void an_offer_is_taken_back_by_its_place_alone() {
    var id = offered(60);
    post(MEDIC, "stock-handovers/" + id + "/recall", Map.of("reason", "Помилка")).statusCode(404);

    post(COORDINATOR, "stock-handovers/" + id + "/recall", Map.of("reason", "Помилка"))
        .statusCode(200)
        .body("state", equalTo("RECALLED"));
  }

  @Test
  void nothing_is_offered_or_accepted_that_is_not_there() {
    post(COORDINATOR, "stock-handovers", offer(reserve, brigade, batch, 101))
        .statusCode(409)
        .body("code", equalTo("not-enough"));
    var first = offered(60);
    var second = offered(60);
    accept(MEDIC, first, 60, null).statusCode(200);

    accept(MEDIC, second, 60, null)
        .statusCode(409)
        .body("code", equalTo("not-enough"))
        .body("errors[0].field", equalTo("lines[0].received"));
  }

  @Test
  void of_many_who_accept_at_once_the_stock_serves_only_as_many_as_it_has() {
    var offers = IntStream.range(0, 6).mapToObj(i -> offered(30)).toList();

    var answers =
        offers.stream()
            .map(
                id ->
                    CompletableFuture.supplyAsync(
                        () -> accept(MEDIC, id, 30, null).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200, 409);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(3);
    assertThat(onHand(COORDINATOR, reserve, batch)).isEqualTo(10);
    assertThat(onHand(MEDIC, brigade, batch)).isEqualTo(90);
  }

  @Test
  void an_offer_goes_to_another_known_place_under_its_own_id() {
    var id = offered(1);
    refusedField(
        post(COORDINATOR, "stock-handovers", offer(reserve, reserve, batch, 1)),
        "toPlaceId",
        "unknown");
    var again = new LinkedHashMap<>(offer(reserve, brigade, batch, 1));
    again.put("id", id);
    post(COORDINATOR, "stock-handovers", again)
        .statusCode(409)
        .body("code", equalTo("handover-id-taken"));
    again.put("id", UUID.randomUUID());
    refusedField(post(COORDINATOR, "stock-handovers", again), "id", "not-uuid-v7");
  }

  private String offered(int quantity) {
    return post(COORDINATOR, "stock-handovers", offer(reserve, brigade, batch, quantity))
        .statusCode(201)
        .body("state", equalTo("OFFERED"))
        .extract()
        .path("id");
  }

  private Map<String, Object> line(int received, String explanation) {
    var line = new LinkedHashMap<String, Object>();
    line.put("batchId", batch);
    line.put("received", received);
    line.put("coldChainKept", true);
    line.put("explanation", explanation);
    return line;
  }

  private ValidatableResponse accept(String token, String id, int received, String explanation) {
    return post(
        token,
        "stock-handovers/" + id + "/acceptance",
        Map.of("lines", List.of(line(received, explanation))));
  }
}
