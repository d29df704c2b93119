package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Both brigades see thirty people, most of whom do not say who they are, and report their day. */
final class DayChapter {
  private static final String MEDICAL = "/api/medical/v1/";
  private static final int SEEN_BY_EACH = 15;

  /** Severe acute malnutrition: item 28 of the WHO data set, which is told at once. */
  private static final int MALNUTRITION = 28;

  private static final int OTHER = 29;
  private static final int REFERRED = 3;
  private static final int MALNOURISHED = 7;

  private final Stage stage;

  DayChapter(Stage stage) {
    this.stage = stage;
  }

  void play(Fact<Trips> trips) {
    Fact<Trips> seen =
        stage
            .story()
            .step(
                "two brigades see thirty people: one is referred, one child is malnourished",
                () -> see(trips.get()));
    stage
        .story()
        .step("the alert is there at once, and says of nobody who it is", () -> alert(seen));
    stage.story().step("what was given is gone from the brigade's stock", () -> stock(seen.get()));
    stage
        .story()
        .step("the day's WHO report is counted from the visits, and printed", () -> report(seen));
  }

  private Told<Trips> see(Trips trips) {
    BrigadeChapter.awaitTrip(stage, "medic", trips.medics());
    BrigadeChapter.awaitTrip(stage, "brigade-lead", trips.leads());
    List<String> medics =
        IntStream.range(0, SEEN_BY_EACH)
            .mapToObj(i -> record("medic", visit(i, trips.medics(), trips)))
            .toList();
    IntStream.range(0, SEEN_BY_EACH)
        .forEach(i -> record("brigade-lead", visit(MALNOURISHED + 1 + i, trips.leads(), trips)));
    return Told.of(
        trips,
        2 * SEEN_BY_EACH + " visits",
        "look at " + stage.gateway().address(MEDICAL + "visits/" + medics.get(REFERRED)));
  }

  private String record(String user, ObjectNode visit) {
    return stage.as(user).post(MEDICAL + "visits", visit).expect(201).json().get("id").asText();
  }

  /** The visit of someone of the place; each brigade's own numbers say what was found. */
  private ObjectNode visit(int number, String trip, Trips trips) {
    boolean child = number == MALNOURISHED;
    ObjectNode visit = VisitChapter.begun(Place.SETTLEMENT.code(), trip);
    visit
        .putObject("anonymous")
        .put("id", "" + UuidCreator.getTimeOrderedEpoch())
        .put("sex", number % 3 == 0 ? "MALE" : "FEMALE")
        .put("ageYears", child ? 3 : 20 + 3 * number);
    visit.put("complaint", child ? "Дитина схудла" : "Болить голова");
    visit.putArray("mdsItems").add(child ? MALNUTRITION : OTHER);
    if (number == REFERRED) {
      visit.putObject("outcome").put("kind", "REFERRED").put("referralTo", "Обласна лікарня");
      visit
          .putArray("referrals")
          .addObject()
          .put("kind", "CARE")
          .put("destination", "Обласна лікарня")
          .put("urgency", "URGENT")
          .put("transport", "STRETCHER");
    }
    if (trip.equals(trips.medics()) && number % 5 == 0) {
      visit
          .putArray("medicines")
          .addObject()
          .put("medicineId", trips.medicine())
          .put("name", "Вигаданол")
          .put("batch", Trips.BATCH)
          .put("expiresOn", Trips.EXPIRES_ON)
          .put("quantity", 10)
          .put("unit", "таблетка")
          .put("given", "DISPENSED");
    }
    return visit;
  }

  private Told<Boolean> alert(Fact<Trips> seen) {
    seen.get();
    String path = MEDICAL + "alerts?state=OPEN";
    JsonNode alert =
        Eventually.get(
            "an alert",
            () -> {
              JsonNode items = stage.as("coordinator").get(path).expect(200).json().get("items");
              for (JsonNode item : items) {
                if (item.path("item").asInt() == MALNUTRITION) {
                  return Optional.of(item);
                }
              }
              return Optional.empty();
            });
    unless(!alert.has("residentId"), "It says who it is");
    stage
        .as("coordinator")
        .post(
            MEDICAL + "alerts/" + alert.get("id").asText() + "/acknowledgement",
            Map.of("note", "Педіатр виїжджає завтра"))
        .expect(200);
    return Told.done("item " + MALNUTRITION + ", taken notice of");
  }

  private Told<Boolean> stock(Trips trips) {
    String path = MEDICAL + "stock-places/" + trips.brigade() + "/movements?limit=3";
    JsonNode movements = stage.as("medic").get(path).expect(200).json().get("items");
    for (JsonNode movement : movements) {
      unless(movement.path("kind").asText().equals("DISPENSED"), "It is %s", movement.path("kind"));
    }
    return Told.done("look at " + stage.gateway().address(path));
  }

  private Told<Boolean> report(Fact<Trips> seen) {
    String path =
        Gateway.path(
            MEDICAL + "daily-reports",
            Map.of("trip", seen.get().medics(), "from", Stage.today(), "to", Stage.today()));
    JsonNode report =
        stage.as("medic").with("Accept", "application/json").get(path).expect(200).json();
    unless(
        report.get("consultations").asInt() >= SEEN_BY_EACH,
        "%s consultations",
        report.get("consultations"));
    unless(report.get("whole").asBoolean(), "A check fails: %s", report.get("checks"));
    Answer paper = stage.as("medic").with("Accept", "application/pdf").get(path).expect(200);
    return Told.done(
        report.get("consultations").asInt() + " consultations",
        "saved as " + stage.save("emt-daily-report.pdf", paper.body()),
        "look at " + stage.gateway().address(path));
  }
}
