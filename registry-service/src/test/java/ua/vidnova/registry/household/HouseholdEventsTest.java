package ua.vidnova.registry.household;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.review.Reviews.same;
import static ua.vidnova.registry.review.Reviews.unmerge;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.review.Reviews;

/** What others are told of households. */
@QuarkusTest
@WithPlatform
class HouseholdEventsTest {

  private static final String HOUSEHOLDS = "/api/registry/v1/households";
  private static final String TOPIC = "registry.households";
  private static final String CHANGED = "ua.vidnova.registry.HouseholdChanged.v1";

  @Inject Reviews reviews;

  @Test
  void a_household_is_told_whole_with_every_command_by_ids_alone() {
    var mother = registered(woman());
    var father = registered(woman());
    var child = registered(woman());
    var id = formed(mother, father);
    var told = awaitTold(id, 0);
    assertThat(told.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("householdId", "version", "residentIds");
    assertThat(people(told)).containsExactlyInAnyOrder(mother, father);

    command(id, "joins", Map.of("residentId", child, "role", "CHILD")).statusCode(200);
    assertThat(people(awaitTold(id, 1))).containsExactlyInAnyOrder(mother, father, child);

    command(id, "leaves", Map.of("residentId", mother, "newHeadId", father)).statusCode(200);
    assertThat(people(awaitTold(id, 2))).containsExactlyInAnyOrder(father, child);

    command(id, "head-changes", Map.of("residentId", child, "formerHeadRole", "GUARDIAN"))
        .statusCode(200);
    assertThat(people(awaitTold(id, 3))).containsExactlyInAnyOrder(father, child);
  }

  @Test
  void of_a_split_both_are_told_and_of_the_last_who_leaves_that_nobody_is_there() {
    var mother = registered(woman());
    var father = registered(woman());
    var id = formed(mother, father);
    var other = Ids.newId().toString();
    var split =
        Map.of(
            "id",
            other,
            "settlement",
            TestPeople.ALCHEVSK,
            "address",
            "вул. Нова, 7",
            "members",
            List.of(seat(father, "HEAD")));
    command(id, "splits", split).statusCode(201);

    assertThat(people(awaitTold(id, 1))).containsExactly(mother);
    assertThat(people(awaitTold(other, 0))).containsExactly(father);
    command(id, "leaves", Map.of("residentId", mother)).statusCode(200);
    assertThat(people(awaitTold(id, 2))).isEmpty();
  }

  @Test
  void what_changes_nothing_is_told_to_nobody() {
    var mother = registered(woman());
    var father = registered(woman());
    var id = formed(mother, father);
    form(id, mother, father).statusCode(200);
    command(id, "joins", Map.of("residentId", father, "role", "CHILD")).statusCode(409);
    command(id, "leaves", Map.of("residentId", father)).statusCode(200);
    awaitTold(id, 1);

    assertThat(KafkaProbe.all(TOPIC))
        .filteredOn(event -> event.key().equals(id))
        .extracting(event -> event.data().get("version").asLong())
        .containsExactly(0L, 1L);
  }

  @Test
  void who_is_shielded_is_not_told_to_live_there_until_the_shield_is_lifted() {
    var mother = registered(woman());
    var atRisk = registered(woman());
    var id = formed(mother, atRisk);
    shield(atRisk, "shield", Map.of("reason", "Погрози")).statusCode(201);
    assertThat(people(awaitTold(id, 1))).containsExactly(mother);

    var child = registered(woman());
    command(id, "joins", Map.of("residentId", child, "role", "CHILD")).statusCode(200);
    assertThat(people(awaitTold(id, 2))).containsExactlyInAnyOrder(mother, child);

    shield(atRisk, "shield/lifting", Map.of("reason", "Загрози більше немає")).statusCode(204);
    assertThat(people(awaitTold(id, 3))).containsExactlyInAnyOrder(mother, child, atRisk);
  }

  @Test
  void who_is_shielded_already_is_told_of_no_household() {
    var mother = registered(woman());
    var atRisk = registered(woman());
    shield(atRisk, "shield", Map.of("reason", "Погрози", "staff", List.of("registrar")))
        .statusCode(201);
    var id = formed(mother, atRisk);

    assertThat(people(awaitTold(id, 0))).containsExactly(mother);
  }

  @Test
  void someone_is_told_under_the_record_by_which_they_are_known() {
    var mother = registered(woman());
    var merged = registered(woman());
    var survivor = registered(withoutNumber());
    var id = formed(mother, merged);
    same(reviews.proposed(merged, survivor), survivor).statusCode(200);
    assertThat(people(awaitTold(id, 1))).containsExactlyInAnyOrder(mother, survivor);

    shield(survivor, "shield", Map.of("reason", "Погрози", "staff", List.of("registrar")))
        .statusCode(201);
    assertThat(people(awaitTold(id, 2))).containsExactly(mother);

    unmerge(merged).statusCode(200);
    assertThat(people(awaitTold(id, 3))).containsExactlyInAnyOrder(mother, merged);
  }

  private static String formed(String head, String other) {
    var id = Ids.newId().toString();
    form(id, head, other).statusCode(201);
    return id;
  }

  private static ValidatableResponse form(String id, String head, String other) {
    return as(registrar())
        .contentType("application/json")
        .body(
            Map.of(
                "id",
                id,
                "settlement",
                TestPeople.ALCHEVSK,
                "address",
                "вул. Вигадана, 5",
                "members",
                List.of(seat(head, "HEAD"), seat(other, "SPOUSE"))))
        .post(HOUSEHOLDS)
        .then();
  }

  private static Map<String, String> seat(String residentId, String role) {
    return Map.of("residentId", residentId, "role", role);
  }

  private static ValidatableResponse command(String id, String command, Map<String, ?> body) {
    return as(registrar())
        .contentType("application/json")
        .body(body)
        .post(HOUSEHOLDS + "/" + id + "/" + command)
        .then();
  }

  private static ValidatableResponse shield(String id, String command, Map<String, ?> body) {
    return as(staff(Roles.ADMINISTRATOR))
        .contentType("application/json")
        .body(body)
        .post(RESIDENTS + "/" + id + "/" + command)
        .then();
  }

  private static JsonNode awaitTold(String id, long version) {
    var told =
        KafkaProbe.await(
            TOPIC,
            CHANGED,
            data ->
                data.get("householdId").asText().equals(id)
                    && data.get("version").asLong() == version);
    assertThat(told.key()).isEqualTo(id);
    return told.data();
  }

  private static List<String> people(JsonNode told) {
    return told.get("residentIds").valueStream().map(JsonNode::asText).toList();
  }
}
