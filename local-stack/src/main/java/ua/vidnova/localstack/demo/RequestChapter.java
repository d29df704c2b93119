package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Somebody asks for a visit, and the brigade's list says how pressing it is and why. */
final class RequestChapter {
  private static final String MEDICAL = "/api/medical/v1/";
  private static final int MEDICINE_LASTS_DAYS = 2;

  private final Stage stage;

  RequestChapter(Stage stage) {
    this.stage = stage;
  }

  /**
   * A request for a visit.
   *
   * @param id of the need, as medical calls it
   */
  private record Request(String id, Resident resident) {}

  /** Returns the address of the request. */
  Fact<String> play(Fact<Household> household, Fact<Trips> trips) {
    Fact<Request> request =
        stage
            .story()
            .step(
                "a neighbour asks for a visit, registrar notes it",
                () -> ask(household.get().atHome()));
    stage
        .story()
        .step(
            "the medic's visit list says why it is pressing, the coordinator's only how much",
            () -> list(request.get(), trips.get()));
    return request.map(RequestChapter::path);
  }

  private static String path(Request request) {
    return MEDICAL + "needs/" + request.id();
  }

  private Told<Request> ask(Resident resident) {
    ObjectNode body =
        Gateway.JSON
            .createObjectNode()
            .put("residentId", resident.id())
            .put("settlement", resident.award().settlement())
            .put("askedBy", "NEIGHBOUR")
            .put("askedAt", "" + Instant.now().minus(1, ChronoUnit.DAYS))
            .put("words", "Закінчуються ліки від тиску");
    body.putObject("told").put("medicineUntil", "" + Stage.today().plusDays(MEDICINE_LASTS_DAYS));
    String id =
        Eventually.get(
            "resident known to medical",
            () -> {
              Answer answer = stage.as("registrar").post(MEDICAL + "needs", body);
              return answer.code().equals("resident-unknown")
                  ? Optional.empty()
                  : Optional.of(answer.expect(201).json().get("id").asText());
            });
    Request request = new Request(id, resident);
    return Told.of(request, "look at " + stage.gateway().address(path(request)));
  }

  private Told<Boolean> list(Request request, Trips trips) {
    BrigadeChapter.awaitTrip(stage, "medic", trips.medics());
    String path = MEDICAL + "trips/" + trips.medics() + "/visit-list";
    JsonNode explained = priority("medic", path, request.resident());
    JsonNode plain = priority("coordinator", path, request.resident());
    List<String> reasons =
        StreamSupport.stream(explained.path("reasons").spliterator(), false)
            .map(each -> each.path("factor").asText() + " " + each.path("points").asInt())
            .toList();
    unless(
        reasons.stream().anyMatch(reason -> reason.startsWith("MEDICINE_ENDS ")),
        "The reasons are %s",
        reasons);
    unless(
        plain.path("points").equals(explained.path("points")) && plain.path("reasons").isEmpty(),
        "The coordinator is told %s",
        plain);
    return Told.done(
        explained.path("points").asInt() + " points: " + String.join(", ", reasons),
        "look at " + stage.gateway().address(path));
  }

  private JsonNode priority(String user, String path, Resident resident) {
    JsonNode list = stage.as(user).with("Accept", "application/json").get(path).expect(200).json();
    return list.findParents("residentId").stream()
        .filter(person -> person.path("residentId").asText().equals(resident.id()))
        .findFirst()
        .map(person -> person.get("priority"))
        .orElseThrow(() -> new StepFailed("They are not on the list of " + user));
  }
}
