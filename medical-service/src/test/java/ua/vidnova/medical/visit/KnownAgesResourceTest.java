package ua.vidnova.medical.visit;

import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correct;
import static ua.vidnova.medical.visit.CorrectionsResourceTest.correctionOf;
import static ua.vidnova.medical.visit.TestVisits.anHourAgo;
import static ua.vidnova.medical.visit.TestVisits.problem;
import static ua.vidnova.medical.visit.TestVisits.recorded;
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
import org.junit.jupiter.params.provider.CsvSource;
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
  @CsvSource({"FEMALE, 64", "FEMALE, 86", "MALE, 75"})
  void a_visit_of_somebody_else_is_no_repeat(String sex, int ageYears) {
    var visit = seen(aged(75), 80);
    send(visit).statusCode(201);

    var other = with(with(visit, "sex", sex), "ageYears", ageYears);
    problem(send(other), 409, "visit-id-taken");
    send(with(visit, "ageYears", 70)).statusCode(200).body("ageYears", equalTo(75));
    send(with(with(visit, "sex", null), "ageYears", null)).statusCode(200);
  }

  @Test
  void of_whom_nobody_knows_the_age_a_repeat_says_what_the_medic_saw() {
    var visit = seen(TestResidents.withoutIdentity(), 40);
    send(visit).statusCode(201);

    problem(send(with(visit, "ageYears", 41)), 409, "visit-id-taken");
    problem(send(with(visit, "sex", "MALE")), 409, "visit-id-taken");
    send(visit).statusCode(200).body("ageYears", equalTo(40));
    send(with(with(visit, "sex", null), "ageYears", null))
        .statusCode(200)
        .body("sex", equalTo("FEMALE"))
        .body("ageYears", equalTo(40));
  }

  @Test
  void a_repeated_correction_says_the_same_age() {
    var visit = seen(TestResidents.withoutIdentity(), 40);
    var id = recorded(visit);
    var correction = with(correctionOf(visit), "ageYears", 41);
    correct(id, 1, correction).statusCode(201);

    correct(id, 1, correction).statusCode(200).body("ageYears", equalTo(41));
    problem(correct(id, 1, with(correction, "ageYears", 42)), 409, "correction-id-taken");
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
