package ua.vidnova.registry.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.followup.FollowUpsApi.awaitOf;
import static ua.vidnova.registry.followup.FollowUpsApi.awaitTrail;
import static ua.vidnova.registry.followup.FollowUpsApi.close;
import static ua.vidnova.registry.followup.FollowUpsApi.listOf;
import static ua.vidnova.registry.followup.FollowUpsApi.outcome;
import static ua.vidnova.registry.followup.FollowUpsApi.tellAt;
import static ua.vidnova.registry.followup.FollowUpsApi.withdrawal;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.review.Reviews;

/** What medical takes back, in whichever order it is heard. */
@QuarkusTest
@WithPlatform
class WithdrawnFollowUpResourceTest {

  private static final Instant FIRST = Instant.parse("2026-11-18T09:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(60);
  private static final Instant THIRD = FIRST.plusSeconds(120);

  @Inject Reviews reviews;
  @Inject WatchFollowUps watchFollowUps;
  @Inject MeterRegistry meters;

  @ParameterizedTest
  @CsvSource({
    "BirthRecorded, BIRTH",
    "DisabilityAssessmentReferred, DISABILITY_ASSESSMENT",
    "MissingPersonSeen, MISSING_SEEN"
  })
  void what_medical_takes_back_is_not_to_be_done(String name, String kind) {
    var resident = registered(woman());
    var told = outcome(name, resident);
    tellAt(FIRST, name, told);
    var id = awaitOf(resident, 1).getFirst().get("id").toString();

    tellAt(SECOND, "OutcomeWithdrawn", withdrawal(told, kind));
    tellAt(SECOND, "OutcomeWithdrawn", withdrawal(told, kind));

    assertThat(awaitIn("WITHDRAWN", resident))
        .containsEntry("id", id)
        .containsEntry("withdrawnAt", SECOND.toString());
    assertThat(listOf(resident, "", registrar())).isEmpty();
    close(id, "DONE", "x", registrar())
        .statusCode(409)
        .body("code", equalTo("closed-already"))
        .body("state", equalTo("WITHDRAWN"));
    awaitTrail(resident, actions -> actions.stream().filter("withdrawn"::equals).count() == 1);
  }

  @Test
  void one_child_of_two_is_taken_back() {
    var mother = registered(woman());
    var first = outcome("BirthRecorded", mother);
    var second = first.deepCopy().put("child", 2);
    tellAt(FIRST, "BirthRecorded", first);
    tellAt(FIRST, "BirthRecorded", second);
    awaitOf(mother, 2);
    tellAt(SECOND, "OutcomeWithdrawn", withdrawal(second, "BIRTH"));
    assertThat(awaitOf(mother, 1).getFirst()).containsEntry("child", 1);
  }

  @Test
  void a_withdrawal_that_comes_first_is_kept_for_what_it_takes_back() {
    var resident = registered(woman());
    var told = outcome("MissingPersonSeen", resident);
    tellAt(SECOND, "OutcomeWithdrawn", withdrawal(told, "MISSING_SEEN"));
    tellAt(FIRST.minusSeconds(9), "OutcomeWithdrawn", withdrawal(told, "MISSING_SEEN"));
    tellAt(FIRST, "MissingPersonSeen", told);
    awaitHandledOf(resident);
    assertThat(listOf(resident, "&kind=MISSING_SEEN", registrar())).isEmpty();

    tellAt(THIRD, "MissingPersonSeen", told);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> listOf(resident, "&kind=MISSING_SEEN", registrar()).size() == 1);
  }

  @Test
  void told_again_it_is_open_again_and_an_older_withdrawal_changes_nothing() {
    var resident = registered(woman());
    var told = outcome("DisabilityAssessmentReferred", resident);
    tellAt(FIRST, "DisabilityAssessmentReferred", told);
    var id = awaitOf(resident, 1).getFirst().get("id");
    tellAt(SECOND, "OutcomeWithdrawn", withdrawal(told, "DISABILITY_ASSESSMENT"));
    awaitIn("WITHDRAWN", resident);
    tellAt(THIRD, "DisabilityAssessmentReferred", told);
    var again = awaitOf(resident, 1).getFirst();
    assertThat(again).containsEntry("id", id);
    assertThat(again.get("withdrawnAt")).isNull();

    tellAt(SECOND, "OutcomeWithdrawn", withdrawal(told, "DISABILITY_ASSESSMENT"));
    tellAt(FIRST, "DisabilityAssessmentReferred", told.deepCopy().put("referredOn", "2026-11-01"));
    awaitHandledOf(resident);
    assertThat(listOf(resident, "&kind=DISABILITY_ASSESSMENT", registrar()))
        .extracting(found -> found.get("occurredOn"))
        .containsExactly("2026-11-18");
  }

  @Test
  void what_was_done_stays_done_and_says_that_its_ground_is_gone() {
    var mother = registered(woman());
    var birth = outcome("BirthRecorded", mother);
    tellAt(FIRST, "BirthRecorded", birth);
    var id = awaitOf(mother, 1).getFirst().get("id").toString();
    close(id, "DONE", "Зареєстровано", registrar()).statusCode(200);
    tellAt(SECOND, "OutcomeWithdrawn", withdrawal(birth, "BIRTH"));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(awaitIn("DONE", mother))
                    .containsEntry("note", "Зареєстровано")
                    .containsEntry("withdrawnAt", SECOND.toString()));
  }

  @Test
  void gauges_say_how_many_are_open_and_for_how_many_days() throws SQLException {
    var resident = registered(woman());
    tellAt(FIRST, "BirthRecorded", outcome("BirthRecorded", resident));
    awaitOf(resident, 1);
    watchFollowUps.count();
    var before = meters.get("vidnova.follow.ups.open").gauge().value();
    assertThat(before).isPositive();

    reviews.execute(
        "insert into follow_up (id, version, kind, resident_id, visit_id, child, occurred_on,"
            + " heard_at, told_at, state) values (uuidv7(), 0, 'DISABILITY_ASSESSMENT', '"
            + resident
            + "', uuidv7(), 0, '2025-01-01', now() - interval '400 days 1 hour', now(), 'OPEN')");
    watchFollowUps.count();
    assertThat(meters.get("vidnova.follow.ups.open").gauge().value()).isEqualTo(before + 1);
    assertThat(meters.get("vidnova.follow.ups.open.days").gauge().value()).isEqualTo(400);
  }

  private static Map<String, Object> awaitIn(String state, String resident) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> listOf(resident, "&state=" + state, registrar()), found -> found.size() == 1)
        .getFirst();
  }

  /** Events of a resident are handled in order: once a later one shows, the earlier ones are. */
  private static void awaitHandledOf(String resident) {
    var visit = Ids.newId().toString();
    tellAt(THIRD, "BirthRecorded", outcome("BirthRecorded", resident).put("visitId", visit));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                listOf(resident, "&kind=BIRTH", registrar()).stream()
                    .anyMatch(found -> visit.equals(found.get("visitId"))));
  }
}
