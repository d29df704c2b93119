package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Two brigades are sent out, and take medicines from the reserve along. */
final class BrigadeChapter {
  private static final String COORDINATION = "/api/coordination/v1/";
  private static final String MEDICAL = "/api/medical/v1/";
  private static final int TABLETS = 60;

  private final Stage stage;

  BrigadeChapter(Stage stage) {
    this.stage = stage;
  }

  Fact<Trips> play() {
    Fact<Trips> planned =
        stage.story().step("coordinator sends two brigades out for today", this::plan);
    return stage
        .story()
        .step(
            "the reserve hands medicines to a brigade, whose medic counts what arrived",
            () -> handOver(planned.get()));
  }

  private Told<Trips> plan() {
    Trips trips =
        new Trips(
            plan("medic", "DOCTOR", "№ 1"),
            plan("brigade-lead", "NURSE", "№ 2"),
            id("brigade medic"),
            id("medicine"));
    stage.as("brigade-lead").post(COORDINATION + "trips/" + trips.leads() + "/start").expect(200);
    return Told.of(
        trips, "look at " + stage.gateway().address(COORDINATION + "trips/" + trips.medics()));
  }

  /** A brigade and its trip of today; those of an earlier round are the same. */
  private String plan(String user, String role, String number) {
    String brigade = id("brigade " + user);
    stage
        .as("coordinator")
        .put(
            COORDINATION + "brigades/" + brigade,
            Map.of(
                "name",
                "Мобільна медична бригада " + number,
                "kind",
                "MEDICAL",
                "territory",
                Place.HROMADA,
                "members",
                List.of(Map.of("user", user, "role", role))))
        .expect(200, 201);
    String trip = id("trip of " + user + " on " + Stage.today());
    Map<String, String> stop =
        Map.of(
            "stopId", id("stop of " + trip),
            "settlement", Place.SETTLEMENT.code(),
            "on", "" + Stage.today());
    stage
        .as("coordinator")
        .put(
            COORDINATION + "trips/" + trip,
            Map.of(
                "brigadeId",
                brigade,
                "startsOn",
                "" + Stage.today(),
                "endsOn",
                "" + Stage.today(),
                "stops",
                List.of(stop)))
        .expect(200, 201);
    return trip;
  }

  private Told<Trips> handOver(Trips trips) {
    stage
        .as("administrator")
        .put(
            MEDICAL + "medicines/" + trips.medicine(),
            Map.of("name", "Вигаданол", "form", "таблетки", "strength", "5 мг", "unit", "таблетка"))
        .expect(200, 201);
    String reserve = id("reserve");
    openPlace(reserve, "RESERVE", "Резерв громади");
    openPlace(trips.brigade(), "BRIGADE", "Аптечка бригади № 1");
    String batch = receive(reserve, trips.medicine());
    String handover =
        stage
            .as("coordinator")
            .post(
                MEDICAL + "stock-handovers",
                Map.of(
                    "fromPlaceId", reserve,
                    "toPlaceId", trips.brigade(),
                    "lines", List.of(Map.of("batchId", batch, "quantity", TABLETS))))
            .expect(201)
            .json()
            .get("id")
            .asText();
    awaitTrip(stage, "medic", trips.medics());
    JsonNode accepted =
        stage
            .as("medic")
            .post(
                MEDICAL + "stock-handovers/" + handover + "/acceptance",
                Map.of("lines", List.of(Map.of("batchId", batch, "received", TABLETS))))
            .expect(200)
            .json();
    unless(accepted.path("state").asText().equals("ACCEPTED"), "It is %s", accepted.path("state"));
    return Told.of(
        trips,
        TABLETS + " tablets",
        "look at "
            + stage.gateway().address(MEDICAL + "stock-places/" + trips.brigade() + "/movements"));
  }

  private void openPlace(String id, String kind, String name) {
    stage
        .as("coordinator")
        .put(
            MEDICAL + "stock-places/" + id,
            Map.of("kind", kind, "name", name, "territory", Place.HROMADA))
        .expect(200, 201);
  }

  /** What came from a donor; returns the batch's id. */
  private String receive(String reserve, String medicine) {
    return stage
        .as("coordinator")
        .post(
            MEDICAL + "stock-places/" + reserve + "/receipts",
            Map.of(
                "source",
                "Гуманітарний вантаж, акт № 1",
                "lines",
                List.of(
                    Map.of(
                        "medicineId",
                        medicine,
                        "batch",
                        Trips.BATCH,
                        "expiresOn",
                        Trips.EXPIRES_ON,
                        "quantity",
                        2 * TABLETS))))
        .expect(200)
        .json()
        .at("/movements/0/batchId")
        .asText();
  }

  private static String id(String of) {
    return "" + UUID.nameUUIDFromBytes(("demo " + of).getBytes(UTF_8));
  }

  /** Waits until medical knows the trip; asks as one who is on it. */
  static void awaitTrip(Stage stage, String user, String trip) {
    Eventually.get(
        "trip " + trip + " known to medical",
        () -> {
          Answer answer = stage.as(user).get(MEDICAL + "trips/" + trip + "/visit-list");
          return answer.status() == 404 ? Optional.empty() : Optional.of(answer.expect(200));
        });
  }
}
