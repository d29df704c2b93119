package ua.vidnova.coordination.trip;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static ua.vidnova.coordination.trip.Trips.BRIGADES;
import static ua.vidnova.coordination.trip.Trips.LYSYCHANSK;
import static ua.vidnova.coordination.trip.Trips.NOVOAIDAR;
import static ua.vidnova.coordination.trip.Trips.TODAY;
import static ua.vidnova.coordination.trip.Trips.TRIPS;
import static ua.vidnova.coordination.trip.Trips.cancel;
import static ua.vidnova.coordination.trip.Trips.coordinator;
import static ua.vidnova.coordination.trip.Trips.get;
import static ua.vidnova.coordination.trip.Trips.lead;
import static ua.vidnova.coordination.trip.Trips.newUser;
import static ua.vidnova.coordination.trip.Trips.planned;
import static ua.vidnova.coordination.trip.Trips.post;
import static ua.vidnova.coordination.trip.Trips.put;
import static ua.vidnova.coordination.trip.Trips.savedBrigade;
import static ua.vidnova.coordination.trip.Trips.stop;
import static ua.vidnova.coordination.trip.Trips.trip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class TripResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final String TYPE = "ua.vidnova.coordination.TripChanged.v1";

  @Inject AgroalDataSource database;

  @BeforeEach
  void novoaidar_is_liberated() {
    Trips.liberate(NOVOAIDAR, TODAY.minusDays(60));
  }

  @Test
  void a_trip_is_planned_with_the_brigades_members_and_told_to_others() {
    var medic = newUser();
    var brigade = savedBrigade(medic, newUser());
    var id = Ids.newId();

    put(coordinator(), TRIPS + id, trip(brigade, TODAY, TODAY.plusDays(1)))
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .body("state", equalTo("PLANNED"))
        .body("brigadeName", equalTo("Вигадана бригада"))
        .body("members[0].user", equalTo(medic))
        .body("stops.settlement", contains(NOVOAIDAR, NOVOAIDAR))
        .body("stops.on", contains(TODAY.toString(), TODAY.plusDays(1).toString()));

    var told = awaitVersion(id, 0);
    assertThat(told.at("/members/0/user").asText()).isEqualTo(medic);
    assertThat(told.at("/brigadeKind").asText()).isEqualTo("MEDICAL");
    assertThat(told.at("/stops/1/on").asText()).isEqualTo(TODAY.plusDays(1).toString());
    get(Trips.coordinator(), TRIPS + "?territory=" + NOVOAIDAR + "&state=PLANNED&limit=200")
        .then()
        .body("items.id", hasItem(id.toString()));
    get(Trips.coordinator(), TRIPS + "?brigadeId=" + brigade)
        .then()
        .body("items.id", contains(id.toString()));
    get(Trips.coordinator(), TRIPS + "?territory=" + LYSYCHANSK + "&limit=200")
        .then()
        .body("items.id", not(hasItem(id.toString())));
  }

  @Test
  void saying_the_same_again_changes_nothing_and_a_moved_stop_is_told() {
    var brigade = savedBrigade(newUser());
    var id = Ids.newId();
    var trip = trip(brigade, TODAY, TODAY.plusDays(1));
    put(coordinator(), TRIPS + id, trip).then().statusCode(201);
    put(coordinator(), TRIPS + id, trip).then().statusCode(200).header("ETag", "\"0\"");

    trip.put("stops", List.of(stop(NOVOAIDAR, TODAY.plusDays(1))));
    put(coordinator(), TRIPS + id, trip).then().statusCode(200).header("ETag", "\"1\"");

    assertThat(awaitVersion(id, 1).at("/stops").size()).isEqualTo(1);
    assertThat(KafkaProbe.all("coordination.trips").stream().filter(e -> e.key().equals("" + id)))
        .hasSize(2);
  }

  @Test
  void the_lead_starts_and_completes_it_and_its_people_are_free_again() {
    var lead = newUser();
    var brigade = savedBrigade(lead);
    var id = planned(brigade, TODAY, TODAY.plusDays(5));

    post(lead(lead), id + "/completion")
        .then()
        .statusCode(409)
        .body("code", equalTo("trip-planned"));
    post(lead(lead), id + "/start")
        .then()
        .statusCode(200)
        .body("state", equalTo("UNDER_WAY"))
        .header("ETag", "\"1\"");
    post(lead(lead), id + "/start").then().statusCode(200).header("ETag", "\"1\"");
    post(lead(lead), id + "/completion")
        .then()
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("completedOn", equalTo(TODAY.toString()));
    post(lead(lead), id + "/completion").then().statusCode(200).header("ETag", "\"2\"");

    assertThat(awaitVersion(id, 2).at("/state").asText()).isEqualTo("COMPLETED");
    planned(brigade, TODAY.plusDays(1), TODAY.plusDays(2));
    put(coordinator(), TRIPS + id, trip(brigade, TODAY, TODAY.plusDays(1)))
        .then()
        .statusCode(409)
        .body("code", equalTo("trip-completed"));
    post(lead(lead), id + "/start").then().statusCode(409).body("code", equalTo("trip-completed"));
    cancel(coordinator(), id, "Пізно")
        .then()
        .statusCode(409)
        .body("code", equalTo("trip-completed"));
  }

  @Test
  void a_route_may_change_under_way_but_not_the_brigade() {
    var lead = newUser();
    var brigade = savedBrigade(lead);
    var id = planned(brigade, TODAY, TODAY.plusDays(1));
    post(lead(lead), id + "/start").then().statusCode(200);
    var other = trip(savedBrigade(newUser()), TODAY, TODAY.plusDays(2));

    put(coordinator(), TRIPS + id, other)
        .then()
        .statusCode(422)
        .body("errors.field", contains("brigadeId"))
        .body("errors.code", contains("fixed-under-way"));
    other.put("brigadeId", brigade);
    put(coordinator(), TRIPS + id, other)
        .then()
        .statusCode(200)
        .body("state", equalTo("UNDER_WAY"))
        .body("endsOn", equalTo(TODAY.plusDays(2).toString()));
  }

  @Test
  void a_cancelled_trip_says_why_and_frees_its_people() {
    var lead = newUser();
    var brigade = savedBrigade(lead);
    var id = planned(brigade, TODAY, TODAY);
    cancel(coordinator(), id, " ")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("reason"));

    cancel(coordinator(), id, "Дорогу заміновано")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("cancelReason", equalTo("Дорогу заміновано"));

    assertThat(awaitVersion(id, 1).has("cancelReason")).isFalse();
    planned(brigade, TODAY, TODAY);
    for (var answer :
        List.of(
            post(lead(lead), id + "/start"),
            post(lead(lead), id + "/completion"),
            cancel(coordinator(), id, "Ще раз"))) {
      answer.then().statusCode(409).body("code", equalTo("trip-cancelled"));
    }
  }

  @Test
  void a_trip_is_not_started_before_its_day_or_to_places_lost_again() {
    var lead = newUser();
    var early = planned(savedBrigade(lead), TODAY.plusDays(3), TODAY.plusDays(3));
    post(lead(lead), early + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("before-first-day"));

    var lost = "UA44160030030026853";
    Trips.liberate(lost, TODAY.minusDays(9));
    var trip = trip(savedBrigade(newUser(), lead), TODAY, TODAY);
    trip.put("stops", List.of(stop(NOVOAIDAR, TODAY), stop(lost, TODAY)));
    var id = Ids.newId();
    put(coordinator(), TRIPS + id, trip).then().statusCode(201);
    Trips.setStatus(lost, "COMBAT", TODAY);

    post(lead(lead), id + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("stop-not-liberated"))
        .body("errors.field", contains("stops[1].settlement"));
    put(coordinator(), TRIPS + id, trip)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("not-liberated-on-that-day"));
  }

  @Test
  void nobody_is_on_two_trips_on_one_day() {
    var nurse = newUser();
    var first = planned(savedBrigade(newUser(), nurse), TODAY.plusDays(1), TODAY.plusDays(3));
    var other = savedBrigade(newUser(), newUser(), nurse);

    put(coordinator(), TRIPS + Ids.newId(), trip(other, TODAY.plusDays(3), TODAY.plusDays(4)))
        .then()
        .statusCode(409)
        .body("code", equalTo("member-busy"))
        .body("errors.field", contains("members[2].user"))
        .body("errors[0].message", org.hamcrest.Matchers.containsString(first.toString()));
    var without = trip(other, TODAY.plusDays(3), TODAY.plusDays(4));
    without.put("members", List.of(Map.of("user", newUser(), "role", "NURSE")));
    put(coordinator(), TRIPS + Ids.newId(), without).then().statusCode(201);
    planned(savedBrigade(nurse), TODAY.plusDays(4), TODAY.plusDays(4));
  }

  @Test
  void a_brigade_is_not_on_two_trips_at_once() {
    var brigade = savedBrigade(newUser());
    var first = planned(brigade, TODAY, TODAY.plusDays(1));
    var other = trip(brigade, TODAY.plusDays(1), TODAY.plusDays(2));
    other.put("members", List.of(Map.of("user", newUser(), "role", "NURSE")));

    put(coordinator(), TRIPS + Ids.newId(), other)
        .then()
        .statusCode(409)
        .body("code", equalTo("brigade-busy"))
        .body("tripId", equalTo(first.toString()));
  }

  @Test
  void of_plans_made_at_once_one_gets_the_brigade() {
    var brigade = savedBrigade(newUser());
    var all =
        IntStream.range(0, 5)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () ->
                            put(coordinator(), TRIPS + Ids.newId(), trip(brigade, TODAY, TODAY))
                                .statusCode()))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join)).containsOnlyOnce(201).contains(409);
  }

  @Test
  void the_database_keeps_people_from_two_trips_by_itself() throws SQLException {
    var user = newUser();
    planned(savedBrigade(user), TODAY, TODAY.plusDays(1));
    var second = planned(savedBrigade(newUser()), TODAY.plusDays(1), TODAY.plusDays(1));
    assertThatThrownBy(
            () ->
                run(
                    "insert into trip_member (trip_id, rank, user_name, role) values ('%s', 9, '%s', 'NURSE')"
                        .formatted(second, user)))
        .hasMessageContaining("a_member_is_on_one_trip_a_day");
    var third = planned(savedBrigade(user), TODAY.plusDays(2), TODAY.plusDays(2));
    assertThatThrownBy(
            () -> run("update trip set starts_on = starts_on - 1 where id = '%s'".formatted(third)))
        .hasMessageContaining("a_member_is_on_one_trip_a_day");
  }

  @Test
  void a_stop_keeps_to_its_trip() {
    var stop = stop(NOVOAIDAR, TODAY);
    var first = trip(savedBrigade(newUser()), TODAY, TODAY);
    first.put("stops", List.of(stop));
    put(coordinator(), TRIPS + Ids.newId(), first).then().statusCode(201);
    var second = trip(savedBrigade(newUser()), TODAY, TODAY);
    second.put("stops", List.of(stop(NOVOAIDAR, TODAY), stop));

    put(coordinator(), TRIPS + Ids.newId(), second)
        .then()
        .statusCode(409)
        .body("code", equalTo("stop-id-taken"))
        .body("errors.field", contains("stops[1].stopId"));
  }

  @Test
  void an_edit_of_what_has_changed_meanwhile_is_refused() {
    var lead = newUser();
    var brigade = savedBrigade(lead);
    var id = planned(brigade, TODAY, TODAY);
    for (var path : List.of("/start", "/completion")) {
      given()
          .auth()
          .oauth2(lead(lead))
          .header("If-Match", "\"7\"")
          .post(TRIPS + id + path)
          .then()
          .statusCode(412)
          .body("code", equalTo("changed-meanwhile"));
    }
    given()
        .auth()
        .oauth2(coordinator())
        .header("If-Match", "\"7\"")
        .contentType("application/json")
        .body(trip(brigade, TODAY, TODAY))
        .put(TRIPS + id)
        .then()
        .statusCode(412);
  }

  @Test
  void a_user_pages_through_their_trips_the_latest_first() {
    var user = newUser();
    var days = List.of(TODAY, TODAY.plusDays(1), TODAY.plusDays(2));
    var ids = days.stream().map(day -> planned(savedBrigade(user), day, day).toString()).toList();
    var token = lead(user);

    var first = get(token, TRIPS + "mine?limit=2").then().statusCode(200);
    first.body("items.id", contains(ids.get(2), ids.get(1))).body("next", notNullValue());
    get(token, TRIPS + "mine?limit=2&after=" + first.extract().path("next"))
        .then()
        .body("items.id", contains(ids.get(0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "brigadeId | null                                              | 422 | brigadeId",
        "brigadeId | \"x\"                                             | 400 | brigadeId",
        "brigadeId | \"019aa7d0-9100-7b20-8d41-5e2c9f7a1b99\"          | 422 | brigadeId",
        "startsOn  | \"2026-02-30\"                                    | 400 | startsOn",
        "startsOn  | null                                              | 422 | startsOn",
        "endsOn    | \"1999-01-01\"                                    | 422 | endsOn",
        "members   | [{\"user\":\"\",\"role\":\"NURSE\"}]               | 422 | members[0].user",
        "members   | [{\"user\":\"a b\",\"role\":\"NURSE\"}]            | 422 | members[0].user",
        "members   | [{\"user\":\"a\",\"role\":\"PILOT\"}]              | 400 | members[0].role",
        "members   | [{\"user\":\"a\",\"role\":\"SPECIALIST\"}]         | 422 | members[0].organisation",
        "members   | [null]                                            | 422 | members[0]",
        "stops     | []                                                | 422 | stops",
        "stops     | [null]                                            | 422 | stops[0]",
        "stops     | [{\"settlement\":\"x\",\"on\":\"2026-12-01\"}]     | 422 | stops[0].stopId",
        "captain   | \"x\"                                             | 400 | captain",
      })
  void a_plan_that_is_not_acceptable_is_refused_with_the_field(
      String field, String value, int status, String at) throws JsonProcessingException {
    var body = (ObjectNode) JSON.valueToTree(trip(savedBrigade(newUser()), TODAY, TODAY));
    body.set(field, JSON.readTree(value));
    put(coordinator(), TRIPS + Ids.newId(), body.toString())
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(at));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "state=LOST",
        "after=%%%",
        "after=eA",
        "from=yesterday",
        "brigadeId=1",
        "after=MjAyNi0xMi0wMS94"
      })
  void a_search_that_cannot_be_read_is_refused(String query) {
    get(coordinator(), TRIPS + "?" + query).then().statusCode(400);
  }

  @Test
  void a_brigade_is_described_shown_and_listed() {
    var id = Ids.newId();
    var brigade = Trips.brigade("medic-1");
    @SuppressWarnings("unchecked")
    var members = (List<Map<String, Object>>) brigade.get("members");
    members.add(Map.of("user", "helper-1", "role", "SPECIALIST", "organisation", "Вигаданий фонд"));
    put(coordinator(), BRIGADES + id, brigade).then().statusCode(201).header("ETag", "\"0\"");
    put(coordinator(), BRIGADES + id, brigade).then().statusCode(200).header("ETag", "\"0\"");
    members.removeFirst();

    put(coordinator(), BRIGADES + id, brigade)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("members.user", contains("helper-1"))
        .body("members[0].organisation", equalTo("Вигаданий фонд"));
    get(coordinator(), BRIGADES + id).then().body("members.user", contains("helper-1"));
    get(coordinator(), BRIGADES + "?limit=200").then().body("items.id", hasItem(id.toString()));
    given()
        .auth()
        .oauth2(coordinator())
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(Trips.brigade("medic-2"))
        .put(BRIGADES + id)
        .then()
        .statusCode(412);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name      | \" x\"                                             | 422 | name",
        "kind      | \"NAVAL\"                                          | 400 | kind",
        "territory | \"UA44\"                                           | 422 | territory",
        "members   | []                                                 | 422 | members",
        "members   | [{\"user\":\"a\",\"role\":\"NURSE\"},{\"user\":\"a\",\"role\":\"DRIVER\"}] | 422 | members[1].user",
        "members   | [{\"user\":\"a\",\"role\":\"NURSE\",\"organisation\":\"Фонд\"}] | 422 | members[0].organisation",
      })
  void a_description_of_a_brigade_is_refused_with_the_field(
      String field, String value, int status, String at) throws JsonProcessingException {
    var body = (ObjectNode) JSON.valueToTree(Trips.brigade("medic-1"));
    body.set(field, JSON.readTree(value));
    put(coordinator(), BRIGADES + Ids.newId(), body.toString())
        .then()
        .statusCode(status)
        .body("errors[0].field", equalTo(at));
  }

  private static JsonNode awaitVersion(UUID id, int version) {
    return KafkaProbe.await(
            "coordination.trips",
            TYPE,
            data ->
                data.get("tripId").asText().equals(id.toString())
                    && data.get("version").asInt() == version)
        .data();
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
