package ua.vidnova.medical.visit;

import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correct;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.refusedField;
import static ua.vidnova.medical.visit.TestVisits.send;
import static ua.vidnova.medical.visit.TestVisits.visitOf;
import static ua.vidnova.medical.visit.TestVisits.with;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** Visits of long ago, and of people whose age is known. */
@QuarkusTest
@WithPlatform
class KnownAgesResourceTest {

  private static final LocalDate TODAY = LocalDate.ofInstant(anHourAgo(), KyivCalendar.KYIV);

  @ParameterizedTest
  @ValueSource(ints = {65, 75, 85})
  void the_known_age_comes_before_what_the_medic_guessed(int guessed) {
    var visit = seen(aged(75), guessed);

    send(visit).statusCode(201).body("ageYears", equalTo(75));
    send(visit).statusCode(200).body("ageYears", equalTo(75));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 64, 86})
  void an_age_far_from_the_known_one_is_somebody_elses(int guessed) {
    refusedField(send(seen(aged(75), guessed)), "ageYears", "contradicts-identity");
  }

  @Test
  void a_visit_of_fourteen_months_ago_is_still_corrected_but_not_made_older_than_any() {
    var resident = TestResidents.living();
    var then = anHourAgo().minus(Duration.ofDays(425));
    var facts = TestFacts.with(TestFacts.bare(then), "residentId", resident);
    var id = recordedAt(facts, then);
    var correction = new LinkedHashMap<>(visitOf(resident));
    correction.put("reason", "Алергії не було");
    correction.put("startedAt", then.toString());
    correction.remove("endedAt");

    refusedField(
        correct(id, 1, with(correction, "startedAt", then.minus(Duration.ofDays(401)).toString())),
        "startedAt",
        "too-old");
    correct(id, 1, correction).statusCode(201);
  }

  private static UUID recordedAt(VisitFacts facts, Instant at) {
    var id = Ids.newId();
    QuarkusTransaction.requiringNew()
        .run(() -> new Visit(id, facts, "medic-1", "medic-1", at).persist());
    return id;
  }

  private static UUID aged(int years) {
    return TestResidents.bornOn(TODAY.minusYears(years).minusDays(30));
  }

  private static Map<String, Object> seen(UUID resident, int ageYears) {
    return with(with(visitOf(resident), "sex", "FEMALE"), "ageYears", ageYears);
  }
}
