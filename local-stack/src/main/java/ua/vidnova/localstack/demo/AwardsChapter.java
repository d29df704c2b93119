package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import ua.vidnova.localstack.demo.AwardLine.Fault;
import ua.vidnova.localstack.demo.AwardLine.StopReason;

/** The Pension Fund sends its list of people whose payment was stopped. */
final class AwardsChapter {
  private static final String IMPORTS = "/api/payments/v1/award-imports";
  private static final int LINES = 200;

  private final Stage stage;

  AwardsChapter(Stage stage) {
    this.stage = stage;
  }

  private record Sent(Cast cast, byte[] csv, AwardFile file, String importId) {}

  Fact<Cast> play() {
    Fact<Sent> sent =
        stage
            .story()
            .step(
                "pension-fund sends %d awards; bad lines are refused, the others kept"
                    .formatted(LINES),
                this::send);
    stage.story().step("the same file again changes nothing", () -> sendAgain(sent.get()));
    stage
        .story()
        .step("a partner without the right cannot send awards", () -> refuseOthers(sent.get()));
    return sent.map(Sent::cast);
  }

  private Cast cast() {
    YearMonth now = Stage.thisMonth();
    return new Cast(
        line(346_025, now.minusMonths(30), StopReason.OCCUPIED_TERRITORY, Fault.AUTHORITY),
        line(412_300, now.minusMonths(40), StopReason.NO_IDENTIFICATION, Fault.PENSIONER),
        line(298_750, now.minusMonths(5), StopReason.NON_RECEIPT_SIX_MONTHS, Fault.AUTHORITY),
        line(305_000, now.minusMonths(8), StopReason.NO_DECLARATION, Fault.PENSIONER));
  }

  private AwardLine line(long monthlyMinor, YearMonth unpaidFrom, StopReason reason, Fault fault) {
    return new AwardLine(
        stage.people().next(), monthlyMinor, unpaidFrom, reason, fault, Place.SETTLEMENT.code());
  }

  /** An award of someone whom the demo does not follow. */
  private AwardLine line(int number) {
    return AwardLine.invented(stage.people().next(), number);
  }

  private Told<Sent> send() {
    Cast cast = cast();
    List<AwardLine> good = new ArrayList<>(cast.all());
    while (good.size() < LINES - AwardFile.MISTAKES_COUNT) {
      good.add(line(good.size()));
    }
    List<AwardLine> spoilt =
        IntStream.range(0, AwardFile.MISTAKES_COUNT).mapToObj(this::line).toList();
    AwardFile file = AwardFile.of(good, spoilt);
    byte[] csv = file.csv().getBytes(UTF_8);
    String saved = stage.save("awards.csv", csv);

    JsonNode result = post("pension-fund", csv).expect(201).json();

    requireCounts(result, file.goodLines(), 0, file.refusals().size());
    unless(
        refusals(result).equals(file.refusals()),
        "Refused were %s, expected %s",
        refusals(result),
        file.refusals());
    String id = result.get("id").asText();
    return Told.of(
        new Sent(cast, csv, file, id),
        "accepted %d, refused %d: line %s"
            .formatted(
                file.goodLines(), file.refusals().size(), String.join("; line ", refusals(result))),
        "file sent " + saved,
        "look at " + stage.gateway().address(IMPORTS + "/" + id));
  }

  private Told<Boolean> sendAgain(Sent sent) {
    JsonNode result = post("pension-fund", sent.csv()).expect(200).json();

    requireCounts(result, 0, sent.file().goodLines(), sent.file().refusals().size());
    unless(result.get("id").asText().equals(sent.importId()), "It counts as another import");
    return Told.done("accepted 0, unchanged " + sent.file().goodLines());
  }

  private Told<Boolean> refuseOthers(Sent sent) {
    post("oschadbank", sent.csv()).expectProblem(403, "forbidden");
    return Told.done("oschadbank: 403 forbidden");
  }

  private Answer post(String partner, byte[] csv) {
    return stage.as(partner).post(IMPORTS, "text/csv; charset=utf-8", csv);
  }

  private static void requireCounts(JsonNode result, int accepted, int unchanged, int refused) {
    String counts =
        "accepted %s, unchanged %s, refused %s"
            .formatted(result.get("accepted"), result.get("unchanged"), result.get("refused"));
    String expected =
        "accepted %d, unchanged %d, refused %d".formatted(accepted, unchanged, refused);
    unless(counts.equals(expected), "%s; expected %s", counts, expected);
  }

  private static Set<String> refusals(JsonNode result) {
    Set<String> refusals = new LinkedHashSet<>();
    for (JsonNode line : result.get("refusedLines")) {
      refusals.add(
          line.get("line").asText()
              + " "
              + line.get("field").asText()
              + " "
              + line.get("code").asText());
    }
    return refusals;
  }
}
