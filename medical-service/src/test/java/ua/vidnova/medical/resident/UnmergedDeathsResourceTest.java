package ua.vidnova.medical.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.recorded;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;

/** What others hear of a death when registry took someone anonymous for the wrong resident. */
@QuarkusTest
@WithPlatform
class UnmergedDeathsResourceTest {

  private static final String DEATH = "ua.vidnova.medical.DeathRecorded.v1";
  private static final String DEATH_WITHDRAWN = "ua.vidnova.medical.DeathWithdrawn.v1";

  @Test
  void a_death_is_taken_back_of_whoever_it_was_not_and_told_of_whoever_it_was() {
    var anonymous = Ids.newId();
    var visit = deathOf(anonymous);
    var wrong = TestResidents.living();
    var right = TestResidents.living();
    var atFirst = Instant.now();

    MergedResidentsResourceTest.merge(anonymous, wrong);
    MergedResidentsResourceTest.unmerge(anonymous, wrong);
    MergedResidentsResourceTest.tell("ResidentMerged", anonymous, wrong, atFirst);
    MergedResidentsResourceTest.merge(anonymous, right);

    awaitDeath(visit, right);
    assertThat(toldOf(wrong)).containsExactly(DEATH, DEATH_WITHDRAWN);
    assertThat(toldOf(right)).containsExactly(DEATH);
  }

  @Test
  void a_record_that_is_merged_elsewhere_at_once_takes_its_death_along() {
    var anonymous = Ids.newId();
    var visit = deathOf(anonymous);
    var wrong = TestResidents.living();
    var right = TestResidents.living();

    MergedResidentsResourceTest.merge(anonymous, wrong);
    MergedResidentsResourceTest.merge(anonymous, right);

    awaitDeath(visit, right);
    assertThat(toldOf(wrong)).containsExactly(DEATH, DEATH_WITHDRAWN);
  }

  private static UUID deathOf(UUID anonymous) {
    var day = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);
    var who = Map.of("id", anonymous.toString(), "sex", "FEMALE", "ageYears", 75);
    var visit = with(with(visitOf(anonymous), "residentId", null), "anonymous", who);
    return recorded(
        with(visit, "outcome", Map.of("kind", "DEAD_ON_ARRIVAL", "diedOn", day.toString())));
  }

  private static void awaitDeath(UUID visit, UUID resident) {
    KafkaProbe.await(
        "medical.outcomes",
        DEATH,
        data ->
            data.path("visitId").asText().equals(visit.toString())
                && data.path("residentId").asText().equals(resident.toString()));
  }

  private static List<String> toldOf(UUID resident) {
    return KafkaProbe.all("medical.outcomes").stream()
        .filter(told -> told.key().equals(resident.toString()))
        .map(told -> told.type())
        .toList();
  }
}
