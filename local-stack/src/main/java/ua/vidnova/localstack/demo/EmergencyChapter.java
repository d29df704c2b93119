package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Medics open a record out of their reach in an emergency, and an auditor reviews each of these.
 */
final class EmergencyChapter {
  private static final String MEDICAL = "/api/medical/v1/";
  private static final String PATIENT = "/api/medical/fhir/R4/Patient/";
  private static final Map<String, String> REASON =
      Map.of("reason", "Непритомність у дорозі, потрібні відомості про алергії");

  private final Stage stage;

  EmergencyChapter(Stage stage) {
    this.stage = stage;
  }

  /**
   * A record that was opened.
   *
   * @param access id of what the auditor reviews
   */
  private record Opened(String access, String residentId) {}

  void play() {
    Fact<Opened> opened =
        stage
            .story()
            .step(
                "medic opens a record out of reach in an emergency; to a colleague it stays closed",
                this::open);
    stage
        .story()
        .step("an auditor finds it justified: it stays open for the day", () -> accept(opened));
    stage
        .story()
        .step(
            "the colleague's is found not justified: it closes at once, and does not open again",
            () -> refuse(opened.get().residentId()));
  }

  /** Someone of a village at which no trip of either medic stops. */
  private Told<Opened> open() {
    String resident =
        stage
            .as("registrar")
            .post(
                RegistrationChapter.RESIDENTS,
                new Registration(stage.people().next(), Place.VILLAGE.code(), Stage.today()).body())
            .expect(201)
            .json()
            .get("id")
            .asText();
    String access =
        Eventually.get(
            "resident known to medical",
            () -> {
              Answer answer = open("medic", resident);
              return answer.status() == 404
                  ? Optional.empty()
                  : Optional.of(answer.expect(201).json().get("id").asText());
            });
    stage.as("medic").get(PATIENT + resident).expect(200);
    stage.as("brigade-lead").get(PATIENT + resident).expect(404);
    return Told.of(
        new Opened(access, resident), "look at " + stage.gateway().address(PATIENT + resident));
  }

  private Answer open(String user, String resident) {
    return stage.as(user).post(MEDICAL + "residents/" + resident + "/emergency-access", REASON);
  }

  private Told<Boolean> accept(Fact<Opened> opened) {
    review(opened.get().access(), "JUSTIFIED");
    stage.as("medic").get(PATIENT + opened.get().residentId()).expect(200);
    return Told.done(
        "look at "
            + stage.gateway().address(MEDICAL + "emergency-accesses?day=" + Stage.today())
            + " as auditor");
  }

  private void review(String access, String finding) {
    JsonNode reviewed =
        stage
            .as("auditor")
            .post(
                MEDICAL + "emergency-accesses/" + access + "/review",
                Map.of("finding", finding, "note", "Перевірено за записами бригади"))
            .expect(200)
            .json();
    unless(
        reviewed.path("finding").asText().equals(finding)
            && reviewed.path("reason").asText().equals(REASON.get("reason")),
        "Reviewed was another: %s",
        access);
  }

  private Told<Boolean> refuse(String resident) {
    String access = open("brigade-lead", resident).expect(201).json().get("id").asText();
    stage.as("brigade-lead").get(PATIENT + resident).expect(200);
    review(access, "NOT_JUSTIFIED");
    stage.as("brigade-lead").get(PATIENT + resident).expect(404);
    open("brigade-lead", resident).expectProblem(409, "found-not-justified");
    stage.as("medic").get(PATIENT + resident).expect(200);
    return Told.done("409 found-not-justified");
  }
}
