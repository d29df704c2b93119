package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.newFamily;
import static ua.vidnova.registry.matching.MatchPeople.man;
import static ua.vidnova.registry.matching.MatchPeople.newBirthDate;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class MatchingRunsResourceTest {

  private static final String RUNS = "/api/registry/v1/matching-runs";
  private static final String ESTIMATE = "/api/registry/v1/matching-weights/estimate";

  @Inject AgroalDataSource database;
  @Inject RegistrationCandidatesResourceTest.Heard heard;
  @Inject ProfileReader profiles;
  @Inject NameCensus census;
  @Inject RunMatching runMatching;

  @Test
  void residents_who_were_never_filed_are_found_alike_once() throws SQLException {
    var family = newFamily();
    var birth = newBirthDate();
    var first = registered(man(family, "Іван", "Петрович", birth));
    var second = registered(man(family, "Иван", "Петрович", birth));
    execute("delete from match_key where resident_id in ('%s', '%s')".formatted(first, second));

    var run = finished(start());

    assertThat(heard.about(second))
        .filteredOn(found -> found.origin() == Origin.IMPORT)
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.candidates())
                    .extracting(Candidate::residentId)
                    .containsExactly(UUID.fromString(first)));
    run.then()
        .body("comparedPercent", equalTo(100))
        .body("filed", greaterThanOrEqualTo(2))
        .body("compared", greaterThanOrEqualTo(1))
        .body("found", greaterThanOrEqualTo(1))
        .body("finishedAt", notNullValue());
  }

  @Test
  void a_run_counts_how_common_names_are() throws SQLException {
    var family = newFamily();
    registered(man(family, "Іван", "Петрович", newBirthDate()));
    registered(man(family, "Петро", "Іванович", newBirthDate()));
    finished(start());
    var frequencies = census.read();
    assertThat(frequencies.people()).isPositive();
    assertThat(frequencies.counts().get(Feature.FAMILY_NAME)).containsValue(2);
    assertThat(frequencies.counts().get(Feature.SETTLEMENT)).isNotEmpty();
  }

  @Test
  void a_run_that_stopped_half_way_goes_on_from_its_position() throws SQLException {
    var family = newFamily();
    var birth = newBirthDate();
    registered(man(family, "Іван", "Петрович", birth));
    var second = registered(man(family, "Іван", "Петрович", birth));
    finished(start());
    var keys = MatchKeys.of(profiles.withIds(List.of(UUID.fromString(second))).getFirst());
    var before = importsHeard(second);
    var id = Ids.newId();
    execute(
        """
        insert into matching_run (id, phase, compared_up_to, started_by, started_at)
        values ('%s', 'COMPARING', %d, 'test', now())
        """
            .formatted(id, keys[keys.length - 1]));
    start(409);
    runMatching.goOn();
    finished(id.toString());
    assertThat(importsHeard(second)).isEqualTo(before);
  }

  @Test
  void residents_who_were_there_before_there_were_new_keys_are_filed_anew() throws Exception {
    var resident = registered(man(newFamily(), "Іван", "Петрович", newBirthDate()));
    finished(start());
    execute("delete from match_key where resident_id = '%s'".formatted(resident));
    execute(resource("/db/migration/V202611221022__residents_are_filed_anew.sql"));
    runMatching.goOn();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("matching_run where phase <> 'DONE'") == 0);
    assertThat(count("match_key where resident_id = '%s'".formatted(resident))).isPositive();
    assertThat(count("matching_run where started_by = 'vidnova'")).isPositive();
  }

  @Test
  void an_estimate_is_a_table_that_the_matcher_can_read() throws Exception {
    var family = newFamily();
    var birth = newBirthDate();
    registered(man(family, "Іван", "Петрович", birth));
    registered(man(family, "Іван", "Петрович", birth));
    var csv = as(staff(Roles.ADMINISTRATOR)).get(ESTIMATE).then().statusCode(200).extract();
    assertThat(csv.contentType()).startsWith("text/csv");
    var read =
        MatchWeights.read(new StringReader(csv.asString()), new StringReader("name,value\n"));
    assertThat(read.levelsOf(Feature.BIRTH_DATE))
        .isEqualTo(MatchWeights.shipped().levelsOf(Feature.BIRTH_DATE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.MEDIC,
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.COORDINATOR,
        Roles.AUDITOR
      })
  void only_an_administrator_may(String role) {
    as(staff(role)).post(RUNS).then().statusCode(403).body("code", equalTo("forbidden"));
    as(staff(role)).get(RUNS + "/" + Ids.newId()).then().statusCode(403);
    as(staff(role)).get(ESTIMATE).then().statusCode(403);
  }

  @Test
  void a_run_that_is_not_there_is_not_found() {
    as(staff(Roles.ADMINISTRATOR)).get(RUNS + "/" + Ids.newId()).then().statusCode(404);
  }

  private long importsHeard(String residentId) {
    return heard.about(residentId).stream().filter(f -> f.origin() == Origin.IMPORT).count();
  }

  private static String start() {
    return start(202).then().header("Location", startsWith(RUNS + "/")).extract().path("id");
  }

  private static Response start(int status) {
    return as(staff(Roles.ADMINISTRATOR)).post(RUNS).then().statusCode(status).extract().response();
  }

  private static Response finished(String runId) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> as(staff(Roles.ADMINISTRATOR)).get(RUNS + "/" + runId),
            response -> response.path("phase").equals("DONE"));
  }

  private static String resource(String path) throws IOException {
    try (var file = MatchingRunsResourceTest.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private long count(String rows) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var counted = statement.executeQuery("select count(*) from " + rows);
      counted.next();
      return counted.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
