package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.chassis.testing.EventContract;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.medical.alert.AlertRaised;
import ua.vidnova.medical.alert.AlertWithdrawn;

class VisitEventsTest {

  private static final UUID VISIT = UUID.fromString("019aa7d0-a700-74ba-a5cb-ead06c3d9e06");
  private static final UUID RESIDENT = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01");

  private static final VisitRecorded VISIT_RECORDED =
      new VisitRecorded(
          VISIT, RESIDENT, "UA44020010010037242", Instant.parse("2026-11-18T09:20:00Z"));
  private static final DeathRecorded DEATH_RECORDED =
      new DeathRecorded(VISIT, RESIDENT, LocalDate.of(2026, 11, 19));

  private static final DeathWithdrawn DEATH_WITHDRAWN = new DeathWithdrawn(VISIT, RESIDENT);
  private static final BirthRecorded BIRTH_RECORDED =
      new BirthRecorded(VISIT, RESIDENT, 1, LocalDate.of(2026, 11, 18));
  private static final DisabilityAssessmentReferred ASSESSMENT_REFERRED =
      new DisabilityAssessmentReferred(VISIT, RESIDENT, LocalDate.of(2026, 11, 18));
  private static final MissingPersonSeen MISSING_PERSON_SEEN =
      new MissingPersonSeen(VISIT, RESIDENT, LocalDate.of(2026, 11, 18), "UA44020010010037242");

  private static final OutcomeWithdrawn OUTCOME_WITHDRAWN =
      new OutcomeWithdrawn(VISIT, RESIDENT, OutcomeWithdrawn.Kind.BIRTH, 1);

  private static final UUID ALERT = UUID.fromString("019aa7d1-1f00-7c21-9d4e-5b0a7c3d9e11");
  private static final AlertRaised ALERT_RAISED =
      new AlertRaised(
          ALERT, 31, "UA44020010010037242", "UA44020010000067642", LocalDate.of(2026, 11, 18));
  private static final AlertWithdrawn ALERT_WITHDRAWN =
      new AlertWithdrawn(ALERT, 31, "UA44020010000067642");

  @Test
  void the_clinic_tells_exactly_what_contracts_says() {
    EventContract.assertSendsWhatItPromises(
        "medical",
        List.of(
            VISIT_RECORDED,
            DEATH_RECORDED,
            DEATH_WITHDRAWN,
            BIRTH_RECORDED,
            ASSESSMENT_REFERRED,
            MISSING_PERSON_SEEN,
            OUTCOME_WITHDRAWN,
            ALERT_RAISED,
            ALERT_WITHDRAWN));
  }

  @Test
  void events_look_like_the_samples() {
    assertLooksLike(VISIT_RECORDED, "VisitRecorded.v1");
    assertLooksLike(DEATH_RECORDED, "DeathRecorded.v1");
    assertLooksLike(DEATH_WITHDRAWN, "DeathWithdrawn.v1");
    assertLooksLike(BIRTH_RECORDED, "BirthRecorded.v1");
    assertLooksLike(ASSESSMENT_REFERRED, "DisabilityAssessmentReferred.v1");
    assertLooksLike(MISSING_PERSON_SEEN, "MissingPersonSeen.v1");
    assertLooksLike(OUTCOME_WITHDRAWN, "OutcomeWithdrawn.v1");
    assertLooksLike(ALERT_RAISED, "AlertRaised.v1");
    assertLooksLike(ALERT_WITHDRAWN, "AlertWithdrawn.v1");
  }

  private static void assertLooksLike(OutgoingEvent event, String sample) {
    var json =
        JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    assertThat((Object) json.<com.fasterxml.jackson.databind.JsonNode>valueToTree(event))
        .isEqualTo(EventSamples.json(event.topic(), sample));
  }
}
