package ua.vidnova.registry.lifestate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.found;
import static ua.vidnova.registry.facts.FactsApi.life;
import static ua.vidnova.registry.facts.FactsApi.retraction;
import static ua.vidnova.registry.facts.FactsApi.state;
import static ua.vidnova.registry.facts.FactsApi.stated;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class LifeStateResourceTest {

  private static final String CHANGED = "ua.vidnova.registry.LifeStateChanged.v1";

  @Inject AgroalDataSource database;

  @Test
  void each_state_is_shown_and_told_until_the_person_is_back() {
    var id = registered(woman());
    state(id, by("COPY", life("MISSING", "2023-05-01"))).statusCode(201);
    show(id, registrar())
        .body("lifeState", equalTo("MISSING"))
        .body("lifeStateSince", equalTo("2023-05-01"));
    state(id, found(life("PRESUMED_DEAD", "2026-05-01"))).statusCode(201);
    show(id, registrar()).body("lifeState", equalTo("PRESUMED_DEAD"));
    state(id, by("ORIGINAL", life("REAPPEARED", "2026-11-20")))
        .body("statements.outcome", contains("AWAITS_COURT"));
    show(id, registrar())
        .body("lifeState", equalTo("PRESUMED_DEAD"))
        .body("awaitsCourt.finding", contains("REAPPEARANCE"));
    state(id, found(life("REAPPEARED", "2026-11-20"))).statusCode(201);
    show(id, registrar())
        .body("lifeState", equalTo("LIVING"))
        .body("lifeStateSince", equalTo("2026-11-20"))
        .body("awaitsCourt", nullValue());

    assertThat(toldOf(id))
        .containsExactly(
            "LIVING MISSING 2023-05-01",
            "DECEASED PRESUMED_DEAD 2026-05-01",
            "LIVING LIVING 2026-11-20");
  }

  @Test
  void a_death_certified_under_occupation_waits_and_nobody_is_told_until_the_court_finds_it() {
    var id = registered(woman());
    state(id, by("OCCUPATION_ISSUED", life("DEATH", "2026-05-01")))
        .body("statements.outcome", contains("AWAITS_COURT"));
    show(id, staff(Roles.PAYMENTS_OFFICER))
        .body("lifeState", equalTo("LIVING"))
        .body("awaitsCourt.finding", contains("DEATH"))
        .body("awaitsCourt.on", contains("2026-05-01"));
    assertThat(toldOf(id)).isEmpty();

    state(id, found(life("DEATH", "2026-05-01"))).body("statements.outcome", contains("STANDS"));

    show(id, registrar()).body("lifeState", equalTo("DECEASED")).body("awaitsCourt", nullValue());
    assertThat(toldOf(id)).containsExactly("DECEASED DECEASED 2026-05-01");
  }

  @Test
  void a_death_that_was_recorded_by_mistake_is_taken_back_and_told() {
    var id = registered(woman());
    var death = stated(id, by("ORIGINAL", life("DEATH", "2026-05-01")));
    state(id, by("WITNESS", retraction(death))).statusCode(201);
    show(id, registrar())
        .body("lifeState", equalTo("LIVING"))
        .body("lifeStateSince", equalTo("1951-04-17"));
    assertThat(toldOf(id))
        .containsExactly("DECEASED DECEASED 2026-05-01", "LIVING LIVING 1951-04-17");
  }

  @Test
  void a_better_proven_day_of_death_is_told_and_the_same_day_again_is_not() {
    var id = registered(woman());
    state(id, by("COPY", life("DEATH", "2026-05-01"))).statusCode(201);
    state(id, by("ORIGINAL", life("DEATH", "2026-05-02"))).statusCode(201);
    state(id, by("ORIGINAL", life("DEATH", "2026-05-02")))
        .body("statements.outcome", contains("CONFIRMS"));
    assertThat(toldOf(id))
        .containsExactly("DECEASED DECEASED 2026-05-01", "DECEASED DECEASED 2026-05-02");
  }

  /** What the others were told of a resident, once the outbox has nothing more of them. */
  private List<String> toldOf(String id) {
    await().atMost(Duration.ofSeconds(30)).until(() -> countUnsent(id) == 0);
    return KafkaProbe.all("registry.residents").stream()
        .filter(told -> told.key().equals(id) && told.type().equals(CHANGED))
        .map(
            told ->
                String.join(
                    " ",
                    told.data().get("lifeState").asText(),
                    told.data().get("legalState").asText(),
                    told.data().get("effectiveOn").asText()))
        .toList();
  }

  private int countUnsent(String id) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement("select count(*) from outbox_event where event_key = ?")) {
      query.setString(1, id);
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
