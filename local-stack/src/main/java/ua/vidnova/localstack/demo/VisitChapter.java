package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The medic sees residents and records what was found. */
final class VisitChapter {
  private static final String VISITS = "/api/medical/v1/visits";
  private static final String FHIR = "/api/medical/fhir/R4/";
  private static final Set<String> NEWS_AWAITED = Set.of("resident-unknown", "trip-unknown");

  private final Stage stage;

  VisitChapter(Stage stage) {
    this.stage = stage;
  }

  private record Visit(String id, Resident resident) {}

  /**
   * @param request address of the neighbour's request for the visit
   */
  void play(Fact<Household> household, Fact<Trips> trips, Fact<String> request) {
    Fact<Visit> visit =
        stage
            .story()
            .step(
                "medic records a visit with vital signs",
                () -> see(household.get().atHome(), trips.get()));
    stage
        .story()
        .step("the neighbour's request is met by it", () -> meet(request.get(), visit.get()));
    stage.story().step("the resident is a FHIR R4 Patient", () -> showPatient(visit.get()));
    stage.story().step("the visit is a FHIR R4 Encounter", () -> showEncounter(visit.get()));
    stage
        .story()
        .step("another clinic gets an International Patient Summary", () -> summarise(visit.get()));
  }

  private Told<Visit> see(Resident resident, Trips trips) {
    ObjectNode body = body(resident, trips);
    body.put("complaint", "Головний біль від ранку");
    body.putObject("vitals")
        .put("temperatureC", 36.6)
        .put("systolicMmHg", 165)
        .put("diastolicMmHg", 95)
        .put("pulsePerMinute", 82);
    body.putArray("reasons").addObject().put("code", "K85").put("text", "Підвищений тиск");
    body.putObject("outcome").put("kind", "FOLLOW_UP").put("followUpOn", inTwoWeeks());
    String id = record(stage, body);
    return Told.of(
        new Visit(id, resident), "look at " + stage.gateway().address(VISITS + "/" + id));
  }

  private Told<Boolean> meet(String request, Visit visit) {
    JsonNode met = stage.as("registrar").get(request).expect(200).json();
    unless(
        met.path("state").asText().equals("MET") && met.path("metBy").asText().equals(visit.id()),
        "It is %s",
        met.path("state"));
    return Told.done("look at " + stage.gateway().address(request));
  }

  private static String inTwoWeeks() {
    return "" + Stage.today().plusWeeks(2);
  }

  /** A visit of a resident that is just over, without what was found. */
  static ObjectNode body(Resident resident, Trips trips) {
    return begun(resident.award().settlement(), trips.medics()).put("residentId", resident.id());
  }

  /**
   * A visit of somebody that is just over, with the least that a visit has. It began half an hour
   * ago, but today, as the trip.
   */
  static ObjectNode begun(String settlement, String trip) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant began =
        Collections.max(List.of(now.minus(30, ChronoUnit.MINUTES), Stage.startOfToday()));
    ObjectNode visit =
        Gateway.JSON
            .createObjectNode()
            .put("tripId", trip)
            .put("settlement", settlement)
            .put("startedAt", "" + began)
            .put("endedAt", "" + now)
            .put("consent", "GIVEN")
            .put("relationToEvent", "INDIRECT");
    visit
        .putArray("diagnoses")
        .addObject()
        .put("role", "PRIMARY")
        .put("code", "K86")
        .put("clinicalStatus", "ACTIVE")
        .put("verificationStatus", "CONFIRMED");
    visit.putArray("mdsItems").add(29);
    visit.putObject("outcome").put("kind", "TREATED");
    return visit;
  }

  /** Hands a visit in, again while news of resident or trip are on the way; returns its id. */
  static String record(Stage stage, ObjectNode body) {
    return Eventually.get(
        "resident known to medical",
        () -> {
          Answer answer = stage.as("medic").post(VISITS, body);
          return answer.status() == 404 || NEWS_AWAITED.contains(answer.code())
              ? Optional.empty()
              : Optional.of(answer.expect(201).json().get("id").asText());
        });
  }

  private Told<Boolean> showPatient(Visit visit) {
    String id = visit.resident().id();
    Answer answer = stage.as("medic").get(FHIR + "Patient/" + id).expect(200);
    JsonNode patient = answer.json();
    unless(patient.path("resourceType").asText().equals("Patient"), "It is no Patient");
    unless(patient.path("id").asText().equals(id), "It has another id");
    unless(
        patient
            .path("birthDate")
            .asText()
            .equals("" + visit.resident().award().owner().birthDate()),
        "It has another birth date");
    return Told.done(
        "saved as " + stage.save("patient.json", answer.body()),
        "look at " + stage.gateway().address(FHIR + "Patient/" + id));
  }

  private Told<Boolean> showEncounter(Visit visit) {
    String path =
        Gateway.path(FHIR + "Encounter", Map.of("patient", "Patient/" + visit.resident().id()));
    Answer answer = stage.as("medic").get(path).expect(200);
    JsonNode bundle = answer.json();
    unless(bundle.path("total").asInt() == 1, "There are %s encounters", bundle.path("total"));
    JsonNode encounter = bundle.at("/entry/0/resource");
    unless(encounter.path("id").asText().equals(visit.id()), "It has another id");
    unless(
        encounter.at("/subject/reference").asText().equals("Patient/" + visit.resident().id()),
        "It is of another patient");
    return Told.done(
        "saved as " + stage.save("encounters.json", answer.body()),
        "look at " + stage.gateway().address(path));
  }

  private Told<Boolean> summarise(Visit visit) {
    String path = FHIR + "Patient/" + visit.resident().id() + "/$summary";
    Answer answer = stage.as("medic").get(path).expect(200);
    JsonNode summary = answer.json();
    unless(summary.path("type").asText().equals("document"), "It is no document");
    unless(
        summary.at("/entry/0/resource/resourceType").asText().equals("Composition"),
        "It does not begin with a composition");
    return Told.done(
        "saved as " + stage.save("international-patient-summary.json", answer.body()),
        "look at " + stage.gateway().address(path));
  }
}
