package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correct;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correctionOf;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** Deaths that a visit recorded in error. */
@QuarkusTest
@WithPlatform
class DeathCorrectionsResourceTest {

  private static final String DEATH = "ua.vidnova.medical.DeathRecorded.v1";
  private static final String DEATH_WITHDRAWN = "ua.vidnova.medical.DeathWithdrawn.v1";

  @Test
  void a_death_that_was_none_is_taken_back_here_and_everywhere() {
    var resident = TestResidents.living();
    var today = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);
    var visit =
        with(
            visitOf(resident),
            "outcome",
            Map.of("kind", "DECEASED", "diedOn", today.minusDays(1).toString()));
    var id = recorded(visit);
    problem(send(visitOf(resident)), 409, "resident-deceased");
    correct(id, 1, with(correctionOf(visit), "complaint", "Інше")).statusCode(201);

    correct(id, 2, with(correctionOf(visit), "outcome", Map.of("kind", "TREATED"))).statusCode(201);

    KafkaProbe.await(
        "medical.outcomes",
        DEATH_WITHDRAWN,
        data -> data.path("visitId").asText().equals(id.toString()));
    send(visitOf(resident)).statusCode(201);
  }

  @Test
  void another_day_of_death_is_told_as_taken_back_and_told_anew() {
    var resident = TestResidents.living();
    var today = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);
    var visit =
        with(visitOf(resident), "outcome", Map.of("kind", "DECEASED", "diedOn", today.toString()));
    var id = recorded(visit);
    correct(
            id,
            1,
            with(
                correctionOf(visit),
                "outcome",
                Map.of("kind", "DEAD_ON_ARRIVAL", "diedOn", today.minusDays(2).toString())))
        .statusCode(201);
    KafkaProbe.await(
        "medical.outcomes",
        DEATH,
        data ->
            data.path("visitId").asText().equals(id.toString())
                && data.path("diedOn").asText().equals(today.minusDays(2).toString()));
    assertThat(KafkaProbe.all("medical.outcomes"))
        .filteredOn(told -> told.key().equals(resident.toString()))
        .extracting(told -> told.type())
        .containsExactly(DEATH, DEATH_WITHDRAWN, DEATH);
  }

  @Test
  void who_died_by_another_visit_too_stays_dead_when_one_is_taken_back() {
    var resident = TestResidents.living();
    var today = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);
    var first = deathOn(resident, today.minusDays(3));
    var firstId = recorded(startedOnDaysAgo(first, 3));
    var second = deathOn(resident, today.minusDays(3));
    var secondId = recorded(startedOnDaysAgo(second, 3));

    correct(secondId, 1, with(correctionOf(second), "withdrawn", true)).statusCode(201);
    problem(send(visitOf(resident)), 409, "resident-deceased");

    correct(firstId, 1, with(correctionOf(first), "withdrawn", true)).statusCode(201);
    send(visitOf(resident)).statusCode(201);
  }

  @Test
  void a_visit_is_not_moved_past_the_persons_death() {
    var resident = TestResidents.living();
    var visit = startedOnDaysAgo(visitOf(resident), 5);
    var id = recorded(visit);
    var today = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);
    var death = startedOnDaysAgo(deathOn(resident, today.minusDays(3)), 3);
    var deathId = recorded(death);

    problem(correct(id, 1, startedOnDaysAgo(correctionOf(visit), 1)), 409, "resident-deceased");
    correct(id, 1, startedOnDaysAgo(correctionOf(visit), 4)).statusCode(201);
    correct(
            deathId,
            1,
            with(
                startedOnDaysAgo(correctionOf(death), 2),
                "outcome",
                Map.of("kind", "DEAD_ON_ARRIVAL", "diedOn", today.minusDays(3).toString())))
        .statusCode(201);
  }

  private static Map<String, Object> deathOn(UUID resident, LocalDate day) {
    return with(visitOf(resident), "outcome", Map.of("kind", "DECEASED", "diedOn", day.toString()));
  }

  private static Map<String, Object> startedOnDaysAgo(Map<String, Object> visit, int days) {
    var startedAt = anHourAgo().minus(Duration.ofDays(days));
    return with(with(visit, "startedAt", startedAt.toString()), "endedAt", null);
  }
}
