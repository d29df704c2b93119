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
import java.time.LocalDate;
import java.util.Map;
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
}
