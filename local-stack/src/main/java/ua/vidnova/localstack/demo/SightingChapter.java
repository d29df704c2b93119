package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A brigade sees somebody who is missing; a registrar finds out whether it is them. */
final class SightingChapter {
  private static final String FOLLOW_UPS = "/api/registry/v1/follow-ups";
  private static final String PATIENT = "/api/medical/fhir/R4/Patient/";
  private static final Set<String> TOLD =
      Set.of(
          "id",
          "version",
          "kind",
          "state",
          "residentId",
          "visitId",
          "occurredOn",
          "settlement",
          "heardAt");

  private final Stage stage;

  SightingChapter(Stage stage) {
    this.stage = stage;
  }

  /**
   * What a registrar has to act upon.
   *
   * @param id of the follow-up
   */
  private record FollowUp(String id, String residentId) {}

  void play(Fact<Trips> trips) {
    Fact<String> missing =
        stage
            .story()
            .step(
                "registrar states that a resident is in the register of missing people",
                this::miss);
    Fact<FollowUp> followUp =
        stage
            .story()
            .step(
                "a brigade sees them: registrar is told when and where, and nothing clinical",
                () -> see(missing.get(), trips.get()));
    stage
        .story()
        .step(
            "registrar identifies them, states that they are back, and closes the follow-up",
            () -> identify(followUp.get()));
  }

  private Told<String> miss() {
    LocalDate lastMonth = Stage.today().minusDays(30);
    Registration registration =
        new Registration(stage.people().next(), Place.SETTLEMENT.code(), lastMonth);
    String id =
        stage
            .as("registrar")
            .post(RegistrationChapter.RESIDENTS, registration.body())
            .expect(201)
            .json()
            .get("id")
            .asText();
    String before = Eventually.get("resident known to medical", () -> knownAsOf(id));
    LocalDate since = Stage.today().minusDays(10);
    becomes(id, "REGISTER_EXTRACT", "MISSING", since, "MISSING");
    Eventually.get(
        "news of it in medical", () -> knownAsOf(id).filter(asOf -> !asOf.equals(before)));
    return Told.of(id, "resident " + id + ", missing since " + since);
  }

  /** The newest news that medical has of somebody; empty until it has all of a registration. */
  private Optional<String> knownAsOf(String resident) {
    Answer answer = stage.as("medic").get(PATIENT + resident);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode patient = answer.expect(200).json();
    return patient.has("name")
        ? Optional.of(patient.at("/meta/lastUpdated").asText())
        : Optional.empty();
  }

  /** States what happened to a resident's life, and looks whether the registry has it so. */
  private void becomes(
      String resident, String evidenceLevel, String event, LocalDate on, String state) {
    ObjectNode body = Gateway.JSON.createObjectNode().put("id", uuid());
    body.putArray("statements")
        .addObject()
        .put("evidenceLevel", evidenceLevel)
        .putObject("fact")
        .put("kind", "LIFE_STATE")
        .put("event", event)
        .put("on", "" + on);
    String path = RegistrationChapter.RESIDENTS + "/" + resident;
    stage.as("registrar").post(path + "/statements", body).expect(201);
    JsonNode shown = stage.as("registrar").get(path).expect(200).json();
    unless(
        shown.path("lifeState").asText().equals(state),
        "%s is %s, not %s",
        resident,
        shown.path("lifeState"),
        state);
  }

  private static String uuid() {
    return "" + UuidCreator.getTimeOrderedEpoch();
  }

  private Told<FollowUp> see(String resident, Trips trips) {
    String visit =
        VisitChapter.record(
            stage,
            VisitChapter.begun(Place.SETTLEMENT.code(), trips.medics())
                .put("residentId", resident));
    String path = FOLLOW_UPS + "?kind=MISSING_SEEN&limit=200";
    JsonNode followUp =
        Eventually.get(
            "follow-up in the registry",
            () ->
                StreamSupport.stream(
                        stage
                            .as("registrar")
                            .get(path)
                            .expect(200)
                            .json()
                            .get("items")
                            .spliterator(),
                        false)
                    .filter(one -> one.path("visitId").asText().equals(visit))
                    .findFirst());
    unless(
        followUp.path("residentId").asText().equals(resident)
            && followUp.path("occurredOn").asText().equals("" + Stage.today())
            && followUp.path("settlement").asText().equals(Place.SETTLEMENT.code()),
        "It is of another sighting: %s",
        followUp);
    List<String> told =
        followUp.properties().stream()
            .filter(field -> !field.getValue().isNull())
            .map(Map.Entry::getKey)
            .toList();
    unless(TOLD.containsAll(told), "It tells %s", told);
    return Told.of(
        new FollowUp(followUp.get("id").asText(), resident),
        "look at " + stage.gateway().address(path));
  }

  private Told<Boolean> identify(FollowUp followUp) {
    becomes(followUp.residentId(), "ORIGINAL", "REAPPEARED", Stage.today(), "LIVING");
    JsonNode closed =
        stage
            .as("registrar")
            .post(
                FOLLOW_UPS + "/" + followUp.id() + "/closure",
                Map.of("state", "DONE", "note", "Паспорт показано, звірено з фото"))
            .expect(200)
            .json();
    unless(closed.path("state").asText().equals("DONE"), "It is %s", closed.path("state"));
    return Told.done("follow-up " + followUp.id() + " is done");
  }
}
