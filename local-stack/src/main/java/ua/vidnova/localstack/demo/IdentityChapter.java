package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A man shows a paper of the occupation, in Russian spelling and without a number; the Pension
 * Fund's list has him in Ukrainian. The registry says why they may be one, a registrar decides.
 */
final class IdentityChapter {
  private static final String MAPPING = "demo-pension-fund";
  private static final String MAPPINGS = "/api/registry/v1/import-mappings/";
  private static final String IMPORTS = "/api/registry/v1/imports";
  private static final String REVIEWS = "/api/registry/v1/reviews";
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int OTHERS = 20;

  private final Stage stage;

  IdentityChapter(Stage stage) {
    this.stage = stage;
  }

  /** The man as the list has him. */
  private record Listed(Person person, String residentId) {}

  /** The man as he was registered, and the resident whom the registry takes for him. */
  private record Recognised(String residentId, Listed listed) {}

  private record Pair(String id, Recognised recognised) {}

  void play() {
    Fact<Listed> listed =
        stage
            .story()
            .step("administrator imports the Pension Fund's list of people", this::importList);
    Fact<Recognised> recognised =
        stage
            .story()
            .step(
                "a man with a paper of the occupation, «Алексей Николаевич», is recognised in it",
                () -> register(listed.get()));
    Fact<Pair> pair =
        stage
            .story()
            .step(
                "the pair waits for a registrar, both side by side", () -> find(recognised.get()));
    stage
        .story()
        .step("registrar decides: one person, the list's number is his", () -> merge(pair.get()));
  }

  private Told<Listed> importList() {
    stage.as("administrator").put(MAPPINGS + MAPPING, mapping()).expect(200, 201);
    Person man = aMan();
    byte[] csv = list(man).getBytes(WINDOWS_1251);
    String saved = stage.save("pension-fund-list.csv", csv);

    String id =
        stage
            .as("administrator")
            .post(IMPORTS + "?mapping=" + MAPPING, "text/csv", csv)
            .expect(202)
            .json()
            .get("id")
            .asText();
    JsonNode done = Eventually.get("end of the import", () -> ended(id));

    unless(
        done.path("state").asText().equals("DONE") && done.at("/lines/added").asInt() > OTHERS,
        "The import is %s with %s",
        done.path("state"),
        done.path("lines"));
    return Told.of(
        new Listed(man, findByNumber(man)),
        "lines " + done.get("lines"),
        "file sent " + saved + " (Windows-1251)",
        "look at " + stage.gateway().address(IMPORTS + "/" + id));
  }

  private static ObjectNode mapping() {
    ObjectNode mapping =
        Gateway.JSON
            .createObjectNode()
            .put("source", "PENSION_FUND")
            .put("territory", Place.HROMADA)
            .put("dates", "DAY_MONTH_YEAR");
    mapping
        .putObject("columns")
        .put("Прізвище", "FAMILY")
        .put("Ім’я", "GIVEN")
        .put("По батькові", "PATRONYMIC")
        .put("Дата народження", "BIRTH_DATE")
        .put("РНОКПП", "RNOKPP")
        .put("Населений пункт", "SETTLEMENT");
    return mapping;
  }

  private Person aMan() {
    Person any =
        Stream.generate(stage.people()::next).filter(Person::male).findFirst().orElseThrow();
    return new Person(
        "Вигаданенко", "Олексій", "Миколайович", any.birthDate(), any.male(), any.rnokpp());
  }

  private String list(Person man) {
    List<Person> all = new ArrayList<>(stage.people().next(OTHERS));
    all.add(man);
    StringBuilder csv =
        new StringBuilder("Прізвище;Ім'я;По батькові;Дата народження;РНОКПП;Населений пункт\r\n");
    for (Person one : all) {
      csv.append(
          "%s;%s;%s;%s;%s;%s\r\n"
              .formatted(
                  one.family(),
                  one.given(),
                  one.patronymic(),
                  DAY.format(one.birthDate()),
                  one.rnokpp(),
                  Place.SETTLEMENT.nameUk()));
    }
    return csv.toString();
  }

  private Optional<JsonNode> ended(String id) {
    JsonNode run = stage.as("administrator").get(IMPORTS + "/" + id).expect(200).json();
    return Optional.of(run)
        .filter(
            now -> !Set.of("RECEIVING", "WAITING", "RUNNING").contains(now.path("state").asText()));
  }

  private String findByNumber(Person man) {
    return stage
        .as("registrar")
        .get(Gateway.path(RegistrationChapter.RESIDENTS, Map.of("q", man.rnokpp())))
        .expect(200)
        .json()
        .at("/items/0/id")
        .asText();
  }

  private Told<Recognised> register(Listed listed) {
    JsonNode answer =
        stage
            .as("registrar")
            .post(RegistrationChapter.RESIDENTS, inRussian(listed.person()))
            .expect(201)
            .json();

    JsonNode candidate =
        StreamSupport.stream(answer.path("candidates").spliterator(), false)
            .filter(one -> one.path("residentId").asText().equals(listed.residentId()))
            .findFirst()
            .orElseThrow(() -> new StepFailed("The line of the list is not among the candidates"));
    unless(
        candidate.path("band").asText().equals("REVIEW"),
        "The band is %s, not REVIEW",
        candidate.path("band"));
    return Told.of(
        new Recognised(answer.get("id").asText(), listed),
        Stream.concat(
                Stream.of("REVIEW by " + candidate.path("bits").asText() + " bits:"),
                sentences(candidate.path("explanation")))
            .toArray(String[]::new));
  }

  /** As his paper has him: Russian spelling, and no number, which is lost with his passport. */
  private static ObjectNode inRussian(Person man) {
    ObjectNode body = new Registration(man, Place.SETTLEMENT.code(), Stage.today()).body();
    body.putObject("name")
        .put("family", "Выгаданенко")
        .put("given", "Алексей")
        .put("patronymic", "Николаевич");
    body.remove("rnokpp");
    body.put("rnokppAbsence", "LOST");
    ((ObjectNode) body.at("/documents/0"))
        .put("number", "60 20 " + man.rnokpp().substring(4))
        .put("evidenceLevel", "OCCUPATION_ISSUED");
    return body;
  }

  private static Stream<String> sentences(JsonNode explanation) {
    return StreamSupport.stream(explanation.spliterator(), false)
        .map(sentence -> "  " + sentence.path("uk").asText());
  }

  private Told<Pair> find(Recognised recognised) {
    JsonNode queue =
        stage
            .as("registrar")
            .get(REVIEWS + "?residentId=" + recognised.residentId())
            .expect(200)
            .json()
            .get("items");
    String id =
        StreamSupport.stream(queue.spliterator(), false)
            .filter(pair -> pair.get("sides").toString().contains(recognised.listed().residentId()))
            .map(pair -> pair.get("id").asText())
            .findFirst()
            .orElseThrow(() -> new StepFailed("The pair is not in the queue"));

    JsonNode review = stage.as("registrar").get(REVIEWS + "/" + id).expect(200).json();

    unless(
        review.path("state").asText().equals("PROPOSED") && review.path("sides").size() == 2,
        "The pair is %s with %d sides",
        review.path("state"),
        review.path("sides").size());
    return Told.of(
        new Pair(id, recognised),
        "%d fields side by side, %d sentences"
            .formatted(review.path("fields").size(), review.path("sentences").size()),
        "look at " + stage.gateway().address(REVIEWS + "/" + id));
  }

  private Told<Boolean> merge(Pair pair) {
    String resident = pair.recognised().residentId();
    stage
        .as("registrar")
        .post(
            REVIEWS + "/" + pair.id() + "/decision",
            Map.of(
                "decision", "SAME", "survivor", resident, "reason", "Той самий, звірено в розмові"))
        .expect(200);

    JsonNode shown =
        stage
            .as("registrar")
            .get(RegistrationChapter.RESIDENTS + "/" + resident)
            .expect(200)
            .json();

    String number = pair.recognised().listed().person().rnokpp();
    unless(
        shown.path("rnokpp").asText().equals(number) && shown.path("mergedRecords").size() == 1,
        "The resident has %s, merged %s",
        shown.path("rnokpp").isMissingNode() ? "no number" : "another number",
        shown.path("mergedRecords"));
    return Told.done("resident " + resident + " has the number, by merge and not by overwriting");
  }
}
