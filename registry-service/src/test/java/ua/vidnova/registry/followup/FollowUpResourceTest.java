package ua.vidnova.registry.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.life;
import static ua.vidnova.registry.facts.FactsApi.state;
import static ua.vidnova.registry.followup.FollowUpsApi.FOLLOW_UPS;
import static ua.vidnova.registry.followup.FollowUpsApi.awaitOf;
import static ua.vidnova.registry.followup.FollowUpsApi.awaitTrail;
import static ua.vidnova.registry.followup.FollowUpsApi.close;
import static ua.vidnova.registry.followup.FollowUpsApi.listOf;
import static ua.vidnova.registry.followup.FollowUpsApi.opened;
import static ua.vidnova.registry.followup.FollowUpsApi.outcome;
import static ua.vidnova.registry.followup.FollowUpsApi.post;
import static ua.vidnova.registry.followup.FollowUpsApi.tell;
import static ua.vidnova.registry.review.Reviews.same;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.review.Reviews;

@QuarkusTest
@WithPlatform
class FollowUpResourceTest {

  @Inject Reviews reviews;

  @Test
  void a_birth_waits_for_a_registrar_and_says_no_more_than_needed() {
    var mother = registered(woman());
    var birth = outcome("BirthRecorded", mother);
    tell("BirthRecorded", birth);

    assertThat(awaitOf(mother, 1).getFirst())
        .containsEntry("kind", "BIRTH")
        .containsEntry("state", "OPEN")
        .containsEntry("residentId", mother)
        .containsEntry("visitId", birth.get("visitId").asText())
        .containsEntry("occurredOn", "2026-11-18")
        .containsEntry("child", 1)
        .containsEntry("version", 0)
        .containsEntry("note", null)
        .containsOnlyKeys(
            "id",
            "version",
            "kind",
            "state",
            "residentId",
            "visitId",
            "occurredOn",
            "child",
            "settlement",
            "heardAt",
            "note",
            "closedBy",
            "closedAt",
            "withdrawnAt");
    awaitTrail(mother, actions -> actions.containsAll(List.of("opened", "read")));
  }

  @ParameterizedTest
  @CsvSource({
    "DisabilityAssessmentReferred, DISABILITY_ASSESSMENT, 2026-11-18, ",
    "MissingPersonSeen, MISSING_SEEN, 2026-11-18, UA44020010010037242"
  })
  void each_outcome_becomes_its_kind(String name, String kind, String day, String settlement) {
    var resident = registered(woman());
    opened(name, resident);
    assertThat(listOf(resident, "&kind=" + kind, registrar()).getFirst())
        .containsEntry("occurredOn", day)
        .hasEntrySatisfying("kind", is -> assertThat(is).isEqualTo(kind))
        .satisfies(found -> assertThat(found.get("settlement")).isEqualTo(settlement));
    assertThat(listOf(resident, "&kind=BIRTH", registrar())).isEmpty();
    show(resident, registrar()).body("lifeState", equalTo("LIVING"));
  }

  @Test
  void what_is_told_again_is_kept_once_and_twins_are_two() {
    var mother = registered(woman());
    var first = outcome("BirthRecorded", mother);
    tell("BirthRecorded", first);
    tell("BirthRecorded", first);
    tell("BirthRecorded", first.deepCopy().put("child", 2));
    assertThat(awaitOf(mother, 2)).extracting(found -> found.get("child")).containsExactly(1, 2);
  }

  @Test
  void a_corrected_visit_changes_what_is_open_and_not_what_is_closed() {
    var mother = registered(woman());
    var birth = outcome("BirthRecorded", mother);
    tell("BirthRecorded", birth);
    var before = awaitOf(mother, 1).getFirst();

    tell("BirthRecorded", birth.put("bornOn", "2026-11-17"));
    awaitTrail(mother, actions -> actions.contains("corrected"));
    assertThat(awaitOf(mother, 1).getFirst())
        .containsEntry("id", before.get("id"))
        .containsEntry("occurredOn", "2026-11-17")
        .containsEntry("version", 1);
    var id = before.get("id").toString();
    as(registrar())
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body("{\"state\": \"DONE\", \"note\": \"x\"}")
        .post(FOLLOW_UPS + "/" + id + "/closure")
        .then()
        .statusCode(412)
        .body("code", equalTo("changed-meanwhile"));
    close(id, "DONE", "Зареєстровано", registrar()).statusCode(200);

    tell("BirthRecorded", birth.put("bornOn", "2026-11-16"));
    tell("BirthRecorded", birth.deepCopy().put("child", 2));
    awaitOf(mother, 1);
    assertThat(listOf(mother, "&state=DONE", registrar()))
        .extracting(found -> found.get("occurredOn"))
        .containsExactly("2026-11-17");
  }

  @Test
  void someone_unknown_is_waited_for_until_they_are_registered() {
    var id = Ids.newId().toString();
    tell("BirthRecorded", outcome("BirthRecorded", id));
    var parked =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    as(staff(Roles.ADMINISTRATOR))
                        .get("/api/registry/v1/parked-messages")
                        .jsonPath()
                        .getString("items.find { it.key == '%s' }?.id".formatted(id)),
                java.util.Objects::nonNull);
    registered(woman().put("id", id));
    as(staff(Roles.ADMINISTRATOR))
        .post("/api/registry/v1/parked-messages/" + parked + "/replay")
        .then()
        .statusCode(200);
    awaitOf(id, 1);
  }

  @Test
  void a_registrar_says_once_what_became_of_it() {
    var resident = registered(woman());
    var id = opened("DisabilityAssessmentReferred", resident);
    close(id, "DONE", " Подано заяву ", registrar())
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("state", equalTo("DONE"))
        .body("note", equalTo("Подано заяву"))
        .body("closedBy", equalTo("registrar"))
        .body("closedAt", notNullValue());
    close(id, "DONE", "Подано заяву", registrar()).statusCode(200);
    close(id, "DISMISSED", "Подано заяву", registrar())
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("closed-already"))
        .body("state", equalTo("DONE"));
    close(id, "DONE", "Інше", registrar()).statusCode(409);
    assertThat(listOf(resident, "", registrar())).isEmpty();
    assertThat(listOf(resident, "&state=DONE", registrar())).hasSize(1);
    awaitTrail(resident, actions -> actions.stream().filter("done"::equals).count() == 1);
    assertThatThrownBy(
            () -> reviews.execute("update follow_up set note = 'x' where id = '" + id + "'"))
        .hasMessageContaining("keeps whom it is about");
    assertThatThrownBy(() -> reviews.execute("delete from follow_up where id = '" + id + "'"))
        .hasMessageContaining("keeps whom it is about");
  }

  @Test
  void someone_missing_who_was_seen_lives_again_only_by_a_statement() {
    var resident = registered(woman());
    state(resident, by("COPY", life("MISSING", "2023-05-01"))).statusCode(201);
    var id = opened("MissingPersonSeen", resident);
    show(resident, registrar()).body("lifeState", equalTo("MISSING"));
    close(id, "DONE", "Паспорт при собі, фото збігається", registrar()).statusCode(200);
    show(resident, registrar()).body("lifeState", equalTo("MISSING"));

    state(resident, by("ORIGINAL", life("REAPPEARED", "2026-11-18"))).statusCode(201);
    show(resident, registrar()).body("lifeState", equalTo("LIVING"));
    KafkaProbe.await(
        "registry.residents",
        "ua.vidnova.registry.LifeStateChanged.v1",
        data ->
            data.path("residentId").asText().equals(resident)
                && data.path("legalState").asText().equals("LIVING"));
  }

  @Test
  void follow_ups_of_a_merged_record_stay_to_be_done() {
    var survivor = registered(withoutNumber());
    var merged = registered(woman());
    var id = opened("BirthRecorded", merged);
    same(reviews.proposed(merged, survivor), survivor).statusCode(200);
    assertThat(listOf(merged, "", registrar())).hasSize(1);
    tell("MissingPersonSeen", outcome("MissingPersonSeen", merged));
    awaitOf(merged, 2);
    close(id, "DISMISSED", "Уже зареєстровано", registrar())
        .statusCode(200)
        .body("state", equalTo("DISMISSED"));
  }

  @Test
  void the_list_comes_in_pages_oldest_first() {
    var residents = new ArrayList<String>();
    for (var i = 0; i < 3; i++) {
      var resident = registered(woman());
      residents.add(resident);
      opened("MissingPersonSeen", resident);
    }
    var listed = new ArrayList<String>();
    var next = "";
    do {
      var page =
          as(registrar())
              .get(FOLLOW_UPS + "?kind=MISSING_SEEN&limit=2" + next)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(2);
      listed.addAll(page.getList("items.residentId", String.class));
      next = page.getString("next") == null ? null : "&after=" + page.getString("next");
    } while (next != null);
    assertThat(listed).containsSubsequence(residents).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"note": "x"}                                       | 422 | invalid
          {"state": "DONE"}                                   | 422 | invalid
          {"state": "DONE", "note": "  "}                     | 422 | invalid
          {"state": "OPEN", "note": "x"}                      | 400 | wrong-type
          {"state": 1, "note": "x"}                           | 400 | wrong-type
          {"state": "DONE", "note": 7}                        | 400 | wrong-type
          {"state": "DONE", "note": "x", "lifeState": "LIVING"} | 400 | unknown-field
          {"state":                                           | 400 | malformed-json
          []                                                  | 400 | malformed-json
          """)
  void what_is_no_closure_is_refused(String body, int status, String code) {
    var resident = registered(woman());
    var id = opened("BirthRecorded", resident);
    post(id, body, registrar()).statusCode(status).body("code", equalTo(code));
    assertThat(listOf(resident, "", registrar())).hasSize(1);
  }

  @Test
  void a_note_is_bounded_and_holds_no_nul() {
    var id = opened("BirthRecorded", registered(woman()));
    close(id, "DONE", "я".repeat(1001), registrar())
        .statusCode(422)
        .body("errors.field", contains("note"));
    post(id, "{\"state\": \"DONE\", \"note\": \"a\\u0000b\"}", registrar()).statusCode(400);
    close(id, "DONE", "я".repeat(1000), registrar()).statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "after=x",
        "after=bm90LWFuLWlk",
        "state=GONE",
        "state=open",
        "kind=DEATH'--"
      })
  void a_parameter_that_cannot_be_read_is_400(String query) {
    as(registrar()).get(FOLLOW_UPS + "?" + query).then().statusCode(400);
  }

  @Test
  void what_is_not_there_cannot_be_closed() {
    close(Ids.newId().toString(), "DONE", "x", registrar())
        .statusCode(404)
        .body("code", equalTo("not-found"));
    close("nonsense", "DONE", "x", registrar()).statusCode(404);
  }

  @Test
  void the_registrar_of_where_the_person_lives_now_is_asked() {
    var resident = registered(woman());
    var id = opened("BirthRecorded", resident);
    as(FollowUpAccessTest.registrarElsewhere())
        .get(FOLLOW_UPS + "?limit=200")
        .then()
        .body("items.find { it.id == '%s' }".formatted(id), nullValue());
    state(
            resident,
            by(
                "ORIGINAL",
                "{\"kind\": \"RESIDENCE\", \"settlement\": \"%s\"}"
                    .formatted(TestPeople.SIVERSKODONETSK)))
        .statusCode(201);
    as(FollowUpAccessTest.registrarElsewhere())
        .get(FOLLOW_UPS + "?limit=200")
        .then()
        .body("items.id", hasItem(id));
  }
}
