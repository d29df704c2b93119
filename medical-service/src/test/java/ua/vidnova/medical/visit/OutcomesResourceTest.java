package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.LifeState;
import ua.vidnova.medical.resident.Resident;
import ua.vidnova.medical.resident.TestResidents;

/** What others hear of visits, through a real broker. */
@QuarkusTest
@WithPlatform
class OutcomesResourceTest {

  private static final LocalDate DAY = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);

  private static final Map<String, String> ASSESSMENT =
      Map.of(
          "kind", "DISABILITY_ASSESSMENT",
          "destination", "Вигадана експертна команда",
          "urgency", "ROUTINE",
          "transport", "NONE",
          "reason", "Таємне");

  @Inject AgroalDataSource database;

  @ParameterizedTest
  @CsvSource({
    "MISSING, -300, MissingPersonSeen",
    "MISSING, 0, MissingPersonSeen",
    "MISSING, 1, ",
    "PRESUMED_DEAD, -300, MissingPersonSeen",
    "PRESUMED_DEAD, 1, MissingPersonSeen",
    "LIVING, -300, "
  })
  void who_is_sought_is_told_of_when_a_brigade_sees_them(LifeState state, int days, String told) {
    var resident = TestResidents.living();
    isNow(resident, state, DAY.plusDays(days));

    recorded(visitOf(resident));

    assertThat(typesToldOf(resident)).isEqualTo(told == null ? List.of() : List.of(told));
  }

  @Test
  void a_sighting_says_who_when_and_where_and_nothing_clinical() {
    var resident = TestResidents.living();
    isNow(resident, LifeState.MISSING, DAY.minusDays(300));
    var visit = recorded(visitOf(resident));
    assertThat(toldOf(resident).getFirst().data().properties())
        .extracting(field -> field.getKey() + "=" + field.getValue().asText())
        .containsExactlyInAnyOrder(
            "visitId=" + visit,
            "residentId=" + resident,
            "seenOn=" + DAY,
            "settlement=" + TestResidents.SETTLEMENT);
  }

  @Test
  void a_merged_record_of_someone_sought_is_a_sighting_too() {
    var survivor = TestResidents.living();
    isNow(survivor, LifeState.MISSING, DAY.minusDays(300));
    var merged = TestResidents.living();
    TestResidents.merge(merged, survivor);
    recorded(visitOf(merged));
    assertThat(typesToldOf(merged)).containsExactly("MissingPersonSeen");
  }

  @Test
  void who_is_missing_and_dies_there_is_told_of_as_dead_only() {
    var resident = TestResidents.living();
    isNow(resident, LifeState.MISSING, DAY.minusDays(300));
    recorded(with(visitOf(resident), "outcome", dead()));
    assertThat(typesToldOf(resident)).containsExactly("DeathRecorded");
  }

  @Test
  void a_visit_handed_in_again_tells_nothing_again() {
    var resident = TestResidents.living();
    isNow(resident, LifeState.MISSING, DAY.minusDays(300));
    var visit = visitOf(resident);
    recorded(visit);
    TestVisits.send(visit).statusCode(200);
    assertThat(typesToldOf(resident)).containsExactly("MissingPersonSeen");
  }

  @Test
  void of_someone_who_said_no_name_only_the_visit_is_told() {
    var unnamed = anonymous();
    recorded(with(visitOf(unnamed), "outcome", dead()));
    assertThat(toldOf(unnamed)).isEmpty();
    assertThat(KafkaProbe.all("medical.visits"))
        .anyMatch(told -> told.key().equals(unnamed.toString()));
  }

  @Test
  void who_becomes_known_later_is_told_of_then() {
    var unnamed = anonymous();
    recorded(with(visitOf(unnamed), "referrals", List.of(ASSESSMENT)));
    assertThat(toldOf(unnamed)).isEmpty();

    KafkaProbe.send(
        "registry.identity",
        unnamed.toString(),
        "ua.vidnova.registry.IdentityEstablished.v1",
        EventSamples.json("registry.identity", "IdentityEstablished.v1")
            .put("residentId", unnamed.toString()));

    var told =
        KafkaProbe.await(
            "medical.outcomes",
            "ua.vidnova.medical.DisabilityAssessmentReferred.v1",
            data -> data.path("residentId").asText().equals(unnamed.toString()));
    assertThat(told.data().path("referredOn").asText()).isEqualTo(DAY.toString());
  }

  @Test
  void a_correction_tells_only_what_the_visit_had_not_said() {
    var mother = TestResidents.bornOn(LocalDate.of(1998, 3, 3));
    var visit = with(visitOf(mother), "referrals", List.of(ASSESSMENT));
    var id = recorded(visit);
    var birth = Map.of("bornOn", DAY.toString(), "sex", "MALE", "alive", true);
    CorrectionsResourceTest.correct(
            id, 1, with(CorrectionsResourceTest.correctionOf(visit), "births", List.of(birth)))
        .statusCode(201);
    assertThat(typesToldOf(mother))
        .containsExactly("DisabilityAssessmentReferred", "BirthRecorded");
  }

  @Test
  void what_a_correction_says_no_more_is_taken_back_and_told_again_if_it_returns() {
    var resident = TestResidents.living();
    isNow(resident, LifeState.MISSING, DAY.minusDays(300));
    var visit = with(visitOf(resident), "referrals", List.of(ASSESSMENT));
    var id = recorded(visit);
    var without = with(CorrectionsResourceTest.correctionOf(visit), "referrals", List.of());
    CorrectionsResourceTest.correct(id, 1, without).statusCode(201);
    CorrectionsResourceTest.correct(id, 1, without).statusCode(200);
    CorrectionsResourceTest.correct(id, 2, CorrectionsResourceTest.correctionOf(visit))
        .statusCode(201);
    CorrectionsResourceTest.correct(
            id, 3, with(CorrectionsResourceTest.correctionOf(visit), "withdrawn", true))
        .statusCode(201);
    assertThat(typesToldOf(resident))
        .containsExactly(
            "DisabilityAssessmentReferred",
            "MissingPersonSeen",
            "OutcomeWithdrawn",
            "DisabilityAssessmentReferred",
            "OutcomeWithdrawn",
            "OutcomeWithdrawn");
    assertThat(toldOf(resident).getLast().data().properties())
        .extracting(field -> field.getKey() + "=" + field.getValue().asText())
        .containsExactlyInAnyOrder(
            "visitId=" + id, "residentId=" + resident, "outcome=MISSING_SEEN");
  }

  private static Map<String, String> dead() {
    return Map.of("kind", "DECEASED", "diedOn", DAY.toString());
  }

  private static void isNow(UUID resident, LifeState state, LocalDate on) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Resident.findRegisteredForUpdate(resident)
                    .orElseThrow()
                    .isNow(state, on, Instant.parse("2026-01-11T08:00:00Z")));
  }

  private UUID anonymous() {
    var id = Ids.newId();
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into resident (id, version, settlement, settlement_as_of, birth_date, sex,"
                    + " identity_as_of, anonymous)"
                    + " values (?, 0, ?, now(), '1960-07-01', 'FEMALE', now(), true)")) {
      insert.setObject(1, id);
      insert.setString(2, TestResidents.SETTLEMENT);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }

  private List<String> typesToldOf(UUID resident) {
    return toldOf(resident).stream()
        .map(told -> told.type().replace("ua.vidnova.medical.", "").replace(".v1", ""))
        .toList();
  }

  /** What others were told of a resident, once the outbox has nothing more of them. */
  private List<KafkaProbe.Received> toldOf(UUID resident) {
    await().atMost(Duration.ofSeconds(30)).until(() -> countUnsent(resident) == 0);
    return KafkaProbe.all("medical.outcomes").stream()
        .filter(told -> told.key().equals(resident.toString()))
        .toList();
  }

  private int countUnsent(UUID resident) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement("select count(*) from outbox_event where event_key = ?")) {
      query.setString(1, resident.toString());
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
