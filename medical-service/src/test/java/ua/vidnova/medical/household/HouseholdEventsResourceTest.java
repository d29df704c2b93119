package ua.vidnova.medical.household;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ua.vidnova.medical.household.TestHouseholds.heard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;

/** What the clinic hears of households. */
@QuarkusTest
@WithPlatform
class HouseholdEventsResourceTest {

  private static final String TOPIC = "registry.households";
  private static final String CHANGED = "ua.vidnova.registry.HouseholdChanged.v1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject AgroalDataSource database;

  @Test
  void the_sample_of_contracts_makes_a_household() throws SQLException {
    var id = Ids.newId();
    var data = (ObjectNode) EventSamples.json(TOPIC, "HouseholdChanged.v1").deepCopy();
    data.put("householdId", id.toString());
    KafkaProbe.send(TOPIC, id.toString(), CHANGED, data);

    await().atMost(PATIENCE).until(() -> !members(id).isEmpty());

    assertThat(members(id))
        .containsExactlyInAnyOrder(
            UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01"),
            UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a05"));
  }

  @Test
  void the_newest_version_wins_however_late_or_often_the_others_come() throws SQLException {
    var id = Ids.newId();
    var mother = Ids.newId();
    var child = Ids.newId();
    heard(id, 1, mother);
    heard(id, 3, child);
    heard(id, 2, mother, child);
    heard(id, 3, child);
    heard(id, 0, mother);
    assertThat(members(id)).containsExactly(child);

    heard(id, 4);
    heard(id, 3, child);
    assertThat(members(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"householdId": "ID", "version": 1}                                       | INVALID_DATA
          {"householdId": "ID", "version": -1, "residentIds": []}                   | INVALID_DATA
          {"householdId": "ID", "version": "1", "residentIds": []}                  | INVALID_DATA
          {"householdId": "ID", "version": 1, "residentIds": ["x; drop table y"]}  | INVALID_DATA
          {"householdId": "ID", "version": 1, "residentIds": [null]}                | INVALID_DATA
          {"householdId": "ID", "version": 1, "residentIds": ["ONE", "ONE"]}        | INVALID_DATA
          {"householdId": "ID", "version": 1, "residentIds": ["ONE", "one"]}        | HANDLER_FAILED
          """)
  void what_registry_would_never_tell_is_parked_and_changes_nothing(String data, String reason)
      throws SQLException {
    var id = Ids.newId();
    var member = Ids.newId();
    heard(id, 0, member);
    var hostile =
        data.replace("\"ID\"", "\"" + id + "\"")
            .replace("ONE", member.toString().toUpperCase(Locale.ROOT))
            .replace("one", member.toString());
    KafkaProbe.send(TOPIC, id.toString(), CHANGED, hostile.getBytes(StandardCharsets.UTF_8));

    await().atMost(PATIENCE).until(() -> reasonsParked(id).contains(reason));
    assertThat(members(id)).containsExactly(member);
  }

  private static List<String> reasonsParked(UUID key) {
    return given()
        .auth()
        .oauth2(TestTokens.staff("administrator-1", Roles.ADMINISTRATOR).token())
        .queryParam("limit", 200)
        .get("/api/medical/v1/parked-messages")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items", Map.class)
        .stream()
        .filter(parked -> key.toString().equals(parked.get("key")))
        .map(parked -> (String) parked.get("reason"))
        .toList();
  }

  private List<UUID> members(UUID household) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select resident_id from household_member where household_id = ?")) {
      query.setObject(1, household);
      var found = new ArrayList<UUID>();
      var rows = query.executeQuery();
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
      return found;
    }
  }
}
