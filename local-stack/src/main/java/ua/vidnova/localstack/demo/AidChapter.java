package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ua.vidnova.localstack.demo.PartnerFile.Payment;
import ua.vidnova.localstack.partners.Answered;
import ua.vidnova.localstack.partners.Fault;
import ua.vidnova.localstack.partners.PlayPartner;
import ua.vidnova.localstack.partners.PlayedPost;

/** A village is liberated: its hromada's list brings one-off aid, which two people decide. */
final class AidChapter {
  private static final String LISTS = "/api/payments/v1/aid-lists";
  private static final String VILLAGE = Place.VILLAGE.code();
  private static final long AID_MINOR = 200_000;
  private static final long AID_DISABLED_MINOR = 300_000;

  private final Stage stage;

  AidChapter(Stage stage) {
    this.stage = stage;
  }

  /**
   * A resident of the village.
   *
   * @param id in every service
   */
  private record Villager(Person person, String id) {}

  void play() {
    Fact<List<Villager>> villagers =
        stage
            .story()
            .step(
                "%s is liberated, the post's van comes, registrar registers three people there"
                    .formatted(Place.VILLAGE.nameUk()),
                this::register);
    Fact<String> list =
        stage
            .story()
            .step(
                "officer sends the village's list for one-off aid; a line without its paper is"
                    + " refused",
                () -> send(villagers.get()));
    stage.story().step("another person approves the list as a whole", () -> approve(list.get()));
    stage
        .story()
        .step(
            "the aid goes out with a supplementary run, and the post pays it in the village",
            () -> pay(list.get(), villagers.get()));
  }

  private Told<List<Villager>> register() {
    LiberatedPlace place = new LiberatedPlace(stage, VILLAGE);
    String day = place.liberate().get("effectiveOn").asText();
    place.openPost("MOBILE_POST", "92905");
    List<Villager> villagers = new ArrayList<>();
    for (Person person : stage.people().next(3)) {
      JsonNode resident =
          stage
              .as("registrar")
              .post(
                  RegistrationChapter.RESIDENTS,
                  new Registration(person, VILLAGE, Stage.today()).body())
              .expect(201)
              .json();
      villagers.add(new Villager(person, resident.get("id").asText()));
    }
    return Told.of(
        villagers,
        "liberated on " + day,
        "residents " + String.join(", ", villagers.stream().map(Villager::id).toList()));
  }

  /** Waits until payments knows the people and that the village is liberated. */
  private Told<String> send(List<Villager> villagers) {
    villagers.forEach(this::awaitKnown);
    String csv =
        "rnokpp,category,papers\n%s,OTHER,\n%s,DISABLED,DISABILITY_CERTIFICATE\n%s,DISABLED,\n"
            .formatted(villagers.stream().map(each -> each.person().rnokpp()).toArray());
    String path = Gateway.path(LISTS, Map.of("settlement", VILLAGE));
    JsonNode list =
        Eventually.get(
            "liberation in payments",
            () ->
                Optional.of(stage.as("officer").post(path, "text/csv", csv.getBytes(UTF_8)))
                    .filter(answer -> !answer.code().equals("not-liberated"))
                    .map(answer -> answer.expect(201).json()));
    String id = list.get("id").asText();
    unless(list.get("proposedLines").asInt() == 2, "Proposed are %s", list.get("proposedLines"));
    JsonNode refused =
        stage
            .as("officer")
            .get(LISTS + "/" + id + "/refused-lines")
            .expect(200)
            .json()
            .get("items");
    unless(
        refused.size() == 1
            && refused.at("/0/line").asInt() == 4
            && refused.at("/0/code").asText().equals("papers-missing"),
        "Refused are %s",
        refused);
    return Told.of(
        id,
        "2 grants proposed; line 4 refused: papers-missing",
        "the list was due by law on " + list.at("/deadlines/0/dueOn").asText(),
        "look at " + stage.gateway().address(LISTS + "/" + id));
  }

  private void awaitKnown(Villager villager) {
    String path = "/api/payments/v1/residents/" + villager.id() + "/identifications";
    Eventually.get(
        "resident " + villager.id() + " in payments",
        () -> Optional.of(stage.as("officer").get(path).status()).filter(status -> status == 200));
  }

  private Told<Boolean> approve(String list) {
    stage.as("officer").post(LISTS + "/" + list + "/approval").expectProblem(403, "forbidden");
    JsonNode approved =
        stage.as("approver").post(LISTS + "/" + list + "/approval").expect(200).json();
    unless(approved.get("state").asText().equals("APPROVED"), "It is %s", approved.get("state"));
    unless(approved.get("units").asInt() == 2, "%s sums are owed", approved.get("units"));
    stage
        .as("officer")
        .post(LISTS + "/" + list + "/funding", Map.of("fundedOn", "" + Stage.today()))
        .expect(200);
    return Told.done("officer: 403 forbidden; approver: 2 sums are owed, the money is at the post");
  }

  private Told<Boolean> pay(String list, List<Villager> villagers) {
    PaymentRuns.Made made = new PaymentRuns(stage).run(Stage.thisMonth());
    String batch = made.batches().get("POST");
    unless(made.instructions() == 2 && batch != null, "The run made %s", made);
    Answer file = stage.as("ukrposhta").get(Batches.path(batch) + "/file").expect(200);
    List<String> payees =
        PartnerFile.ofDeliveryList(file.text()).stream().map(Payment::payee).sorted().toList();
    unless(
        payees.equals(
            villagers.subList(0, 2).stream().map(each -> each.person().rnokpp()).sorted().toList()),
        "The list has other people");
    unless(total(batch) == AID_MINOR + AID_DISABLED_MINOR, "The sum is %d", total(batch));
    PlayedPost post = new PlayedPost(stage.random(), Stage.today());
    List<Answered> answers =
        new PlayPartner(stage.gateway(), post.deciding(any -> "PAID")).play(batch, Fault.NONE);
    unless(answers.getFirst().count("accepted") == 2, "Answered was %s", answers.getFirst());
    int paid =
        stage.as("officer").get(LISTS + "/" + list).expect(200).json().get("paidUnits").asInt();
    unless(paid == 2, "%d are paid", paid);
    return Told.done(
        "2000.00 and 3000.00 UAH paid; saved as "
            + stage.save("aid-delivery-list.csv", file.body()),
        "look at " + stage.gateway().address(LISTS + "/" + list));
  }

  private long total(String batch) {
    return stage
        .as("officer")
        .get(Batches.path(batch))
        .expect(200)
        .json()
        .get("totalMinor")
        .asLong();
  }
}
