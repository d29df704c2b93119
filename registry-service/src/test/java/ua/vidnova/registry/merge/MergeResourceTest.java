package ua.vidnova.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.TestPeople.stranger;
import static ua.vidnova.registry.TestPeople.strangerWithoutNumber;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.review.Reviews.same;
import static ua.vidnova.registry.review.Reviews.unmerge;
import static ua.vidnova.registry.review.Reviews.viewOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.review.Reviews;

@QuarkusTest
@WithPlatform
class MergeResourceTest {

  private static final String MERGED = "ua.vidnova.registry.ResidentMerged.v1";
  private static final String UNMERGED = "ua.vidnova.registry.ResidentUnmerged.v1";
  private static final String IDENTIFIED = "ua.vidnova.registry.IdentityEstablished.v1";

  @Inject Reviews reviews;

  @Test
  void a_merged_record_answers_with_the_survivor() {
    var survivor = registered(withoutNumber());
    var other = woman();
    var merged = registered(other);
    merge(merged, survivor);

    show(merged, registrar())
        .statusCode(200)
        .body("id", equalTo(survivor))
        .body("mergedInto", equalTo(survivor))
        .body("rnokpp", equalTo(other.get("rnokpp").asText()))
        .body("rnokppAbsence", nullValue())
        .body("documents", hasSize(2));
    show(survivor, registrar())
        .body("mergedInto", nullValue())
        .body("mergedRecords", equalTo(List.of(merged)))
        .body("rnokpp", equalTo(other.get("rnokpp").asText()));
  }

  @Test
  void the_survivor_keeps_its_own_word_and_takes_what_it_lacks() {
    var own = withoutNumber();
    own.remove(List.of("paymentChannel", "noRussianPension"));
    own.put("phone", "+380501111111");
    with(own, "/documents/0/evidenceLevel", "\"WITNESS\"");
    var survivor = registered(own);
    var merged = registered(woman());
    merge(merged, survivor);

    show(survivor, registrar())
        .body("name.family", equalTo(own.at("/name/family").asText()))
        .body("phone", equalTo("+380501111111"))
        .body("paymentChannel.kind", equalTo("BANK"))
        .body("noRussianPension.declaredOn", equalTo("2026-11-16"))
        .body("evidenceLevel", equalTo("ORIGINAL"));
  }

  @Test
  void merge_then_unmerge_restores_both_whoever_they_are() {
    var random = new Random(20261122);
    for (var i = 0; i < 12; i++) {
      var survivor = registered(anyone(random));
      var merged = new ArrayList<String>();
      merged.add(registered(withoutItsNumber(anyone(random))));
      merged.add(registered(withoutItsNumber(anyone(random))));
      var before = views(survivor, merged);
      var pairs = merged.stream().map(one -> reviews.proposed(one, survivor)).toList();
      merged.forEach(one -> same(reviews.pairOf(one, survivor), survivor).statusCode(200));

      if (random.nextBoolean()) {
        merged = new ArrayList<>(merged.reversed());
      }
      merged.forEach(one -> unmerge(one).statusCode(200));

      assertThat(views(survivor, merged)).containsExactlyInAnyOrderElementsOf(before);
      pairs.forEach(
          pair ->
              Reviews.show(pair, registrar())
                  .body("state", equalTo("PROPOSED"))
                  .body("decision", nullValue()));
    }
  }

  @Test
  void one_of_two_merges_is_undone_and_the_other_fills_the_gap() {
    var survivor = registered(withoutNumber());
    var first = woman();
    var second = woman();
    var lender = registered(first);
    merge(lender, survivor);
    var other = registered(withoutNumber());
    merge(other, survivor);

    unmerge(lender).statusCode(200).body("rnokpp", equalTo(first.get("rnokpp").asText()));

    show(survivor, registrar())
        .body("rnokpp", nullValue())
        .body("rnokppAbsence", equalTo("LOST"))
        .body("mergedRecords", equalTo(List.of(other)));
    var next = registered(second);
    merge(next, survivor);
    show(survivor, registrar()).body("rnokpp", equalTo(second.get("rnokpp").asText()));
  }

  @Test
  void merged_records_are_left_out_of_search() {
    var survivor = registered(withoutNumber());
    var other = woman();
    var merged = registered(other);
    merge(merged, survivor);

    assertThat(found(other.at("/name/family").asText())).doesNotContain(merged);
    assertThat(found(other.get("rnokpp").asText())).containsExactly(survivor);
    unmerge(merged).statusCode(200);
    assertThat(found(other.at("/name/family").asText())).containsExactly(merged);
    assertThat(found(other.get("rnokpp").asText())).containsExactly(merged);
  }

  @Test
  void the_number_of_a_merged_record_cannot_be_registered_again() {
    var survivor = registered(withoutNumber());
    var other = woman();
    var merged = registered(other);
    merge(merged, survivor);
    register(woman().put("rnokpp", other.get("rnokpp").asText()))
        .statusCode(409)
        .body("code", equalTo("resident-already-registered"))
        .body("residentId", equalTo(survivor));
  }

  @Test
  void a_device_that_repeats_the_registration_of_a_merged_record_is_told_of_the_survivor() {
    var survivor = registered(woman());
    var other = withoutNumber().put("id", Ids.newId().toString());
    var merged = registered(other);
    merge(merged, survivor);
    register(other)
        .statusCode(200)
        .body("id", equalTo(survivor))
        .body("mergedInto", equalTo(survivor));
  }

  @Test
  void a_death_of_a_merged_record_is_the_persons_and_goes_with_it_at_the_unmerge() {
    var survivor = registered(woman());
    var merged = registered(withoutNumber());
    merge(merged, survivor);
    var death =
        EventSamples.json("medical.outcomes", "DeathRecorded.v1")
            .put("residentId", merged)
            .put("diedOn", "2026-11-19");
    KafkaProbe.send("medical.outcomes", merged, "ua.vidnova.medical.DeathRecorded.v1", death);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> viewOf(survivor).get("lifeState"), "DECEASED"::equals);
    assertThat(viewOf(survivor)).containsEntry("lifeStateSince", "2026-11-19");
    as(registrar())
        .queryParam("q", viewOf(survivor).get("rnokpp"))
        .get(RESIDENTS)
        .then()
        .body("items[0].lifeState", equalTo("DECEASED"));

    unmerge(merged).statusCode(200).body("lifeState", equalTo("DECEASED"));
    assertThat(viewOf(survivor)).containsEntry("lifeState", "LIVING");
  }

  @Test
  void who_is_merged_and_who_they_are_now_is_told_once_and_in_order() {
    var survivor = registered(withoutNumber());
    var other = woman();
    var merged = registered(other);
    merge(merged, survivor);
    unmerge(merged).statusCode(200);

    var undone = KafkaProbe.await("registry.residents", UNMERGED, about(merged));
    assertThat(undone.key()).isEqualTo(merged);
    assertThat(undone.data().path("survivorId").asText()).isEqualTo(survivor);
    assertThat(KafkaProbe.all("registry.residents"))
        .filteredOn(told -> merged.equals(told.key()))
        .extracting(KafkaProbe.Received::type)
        .endsWith(MERGED, UNMERGED)
        .hasSize(3);
    var number = other.get("rnokpp").asText();
    KafkaProbe.await(
        "registry.identity",
        IDENTIFIED,
        data -> about(merged).test(data) && !data.at("/rnokpp").isMissingNode());
    assertThat(numbersTold(survivor)).containsExactly("", number, "");
    assertThat(numbersTold(merged)).containsExactly(number, number);
  }

  @Test
  void a_merge_that_changes_nothing_of_who_they_are_tells_no_identity() {
    var survivor = registered(woman());
    var merged = registered(withoutNumber());
    merge(merged, survivor);
    KafkaProbe.await("registry.residents", MERGED, about(merged));
    var last = registered(woman());
    KafkaProbe.await("registry.identity", IDENTIFIED, about(last));
    assertThat(numbersTold(survivor)).hasSize(1);
  }

  @Test
  void what_is_not_merged_cannot_be_unmerged() {
    var alone = registered(woman());
    unmerge(alone).statusCode(409).body("code", equalTo("not-merged"));
    unmerge(Ids.newId().toString()).statusCode(404);
    unmerge("not-an-id").statusCode(404);
    var merged = registered(withoutNumber());
    merge(merged, alone);
    unmerge(alone).statusCode(409).body("code", equalTo("not-merged"));
    unmerge(merged).statusCode(200);
    unmerge(merged).statusCode(409);
  }

  @Test
  void an_unmerge_needs_a_reason_and_the_version_that_was_read() {
    var survivor = registered(woman());
    var merged = registered(withoutNumber());
    merge(merged, survivor);
    var path = RESIDENTS + "/" + merged + "/unmerge";
    var json = as(registrar()).contentType("application/json");
    json.body(Map.of())
        .post(path)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("reason"));
    as(registrar())
        .contentType("application/json")
        .header("If-Match", "\"99\"")
        .body(Map.of("reason", "Помилка"))
        .post(path)
        .then()
        .statusCode(412);
    var tag = show(merged, registrar()).extract().header("ETag");
    as(registrar())
        .contentType("application/json")
        .header("If-Match", tag)
        .body(Map.of("reason", "Помилка"))
        .post(path)
        .then()
        .statusCode(200)
        .header("ETag", notNullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update resident set merged_into = id where id = '%1$s'       | do not chain
          update resident set merged_into = '%3$s' where id = '%2$s'   | do not chain
          update resident set merged_into = '%1$s' where id = '%3$s'   | do not chain
          update resident set merged_into = '%3$s' where id = '%4$s'   | disagree
          update resident set merged_into = null where id = '%1$s'     | rnokpp_or_why_not
          delete from resident_merge where merged_id = '%1$s'          | is kept
          update resident_merge set merged_by = 'x' where merged_id = '%1$s' | is kept
          delete from match_pair where '%1$s' in (low, high)           | cannot change so
          update match_pair set state = 'DIFFERENT' where '%1$s' in (low, high) | cannot change so
          """)
  void the_database_refuses_what_must_never_be(String sql, String why) {
    var survivor = registered(strangerWithoutNumber());
    var merged = registered(stranger());
    merge(merged, survivor);
    var other = registered(stranger());
    assertThatThrownBy(
            () -> reviews.execute(sql.formatted(merged, survivor, other, registered(stranger()))))
        .hasMessageContaining(why);
  }

  private void merge(String merged, String survivor) {
    same(reviews.proposed(merged, survivor), survivor).statusCode(200);
  }

  private static List<Map<String, Object>> views(String survivor, List<String> merged) {
    var views = new ArrayList<Map<String, Object>>();
    views.add(viewOf(survivor));
    merged.forEach(one -> views.add(viewOf(one)));
    return views;
  }

  /** Someone of whom more or less is known. */
  private static ObjectNode anyone(Random random) {
    var person = random.nextInt(3) == 0 ? withoutNumber() : woman();
    for (var field : List.of("phone", "paymentChannel", "noRussianPension")) {
      if (random.nextBoolean()) {
        person.remove(field);
      }
    }
    var level = List.of("ORIGINAL", "COPY", "WITNESS", "OCCUPATION_ISSUED").get(random.nextInt(4));
    return with(person, "/documents/0/evidenceLevel", "\"" + level + "\"");
  }

  private static ObjectNode withoutItsNumber(ObjectNode person) {
    person.remove("rnokpp");
    return person.put("rnokppAbsence", "NOT_ISSUED");
  }

  private static List<String> found(String query) {
    return as(registrar())
        .queryParam("q", query)
        .get(RESIDENTS)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }

  private static List<String> numbersTold(String resident) {
    return KafkaProbe.all("registry.identity").stream()
        .filter(told -> resident.equals(told.key()))
        .map(told -> told.data().path("rnokpp").asText())
        .toList();
  }

  private static Predicate<JsonNode> about(String resident) {
    return data -> data.path("residentId").asText().equals(resident);
  }
}
