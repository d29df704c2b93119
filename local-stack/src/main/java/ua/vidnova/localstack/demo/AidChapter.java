package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import ua.vidnova.localstack.demo.PartnerFile.Payment;
import ua.vidnova.localstack.partners.Answered;
import ua.vidnova.localstack.partners.BroughtCodes;
import ua.vidnova.localstack.partners.Fault;
import ua.vidnova.localstack.partners.PlayPartner;
import ua.vidnova.localstack.partners.PlayedPartner;
import ua.vidnova.localstack.partners.PlayedPost;
import ua.vidnova.localstack.partners.PlayedTill;

/** A village is liberated: its hromada's list brings one-off aid, which two people decide. */
final class AidChapter {
  private static final String LISTS = "/api/payments/v1/aid-lists";
  private static final String CHANGES = "/api/payments/v1/partner-changes";
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
    Fact<Villager> toTheShop =
        stage
            .story()
            .step(
                "two administrators agree with a shop that its tills hand out cash; a resident"
                    + " asks for it",
                () -> agreeWithShop(villagers.get()));
    Fact<PaymentRuns.Made> run =
        stage
            .story()
            .step(
                "a supplementary run sends the aid: a list for the post's van, one for the till",
                () -> run(toTheShop.get()));
    stage
        .story()
        .step("the post pays it in the village", () -> payByPost(run.get(), villagers.get()));
    stage
        .story()
        .step(
            "the till hands it out against the code that only the resident has; both are paid",
            () -> payAtTill(run.get(), list.get()));
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

  private Told<Villager> agreeWithShop(List<Villager> villagers) {
    String profile = "/api/payments/v1/partners/" + PlayedTill.EDRPOU + "/TILL";
    if (stage.as("administrator").get(profile).expect(200, 404).status() == 404) {
      Map<String, Object> change =
          Map.of("edrpou", PlayedTill.EDRPOU, "channel", "TILL", "agreement", agreement());
      String path =
          CHANGES
              + "/"
              + stage
                  .as("administrator")
                  .post(CHANGES, change)
                  .expect(201)
                  .json()
                  .get("id")
                  .asText();
      stage.as("administrator").post(path + "/approval").expectProblem(409, "same-person");
      stage.as("administrator-other").post(path + "/approval").expect(200);
    }
    String till = new LiberatedPlace(stage, VILLAGE).openTill();
    Villager villager = villagers.getFirst();
    stage
        .as("officer")
        .put(
            "/api/payments/v1/residents/" + villager.id() + "/payment-preference",
            Map.of("channel", "TILL", "statedOn", "" + Stage.today()))
        .expect(201);
    return Told.of(
        villager,
        "look at " + stage.gateway().address(profile),
        "look at " + stage.gateway().address(till));
  }

  private static Map<String, Object> agreement() {
    Map<String, Object> agreement = new HashMap<>();
    agreement.put("name", "Вигадана крамниця з касами");
    agreement.put("active", true);
    agreement.put("defaultBank", false);
    agreement.put("payerEdrpou", "00035323");
    agreement.put("payerName", "Пенсійний фонд України");
    agreement.put("linesMax", 1000);
    agreement.put("messageIdPrefix", "");
    agreement.put("reportFormats", List.of());
    agreement.put("settledStatuses", List.of());
    agreement.put("reportFrom", "LAST_DAY");
    agreement.put("reportDays", 3);
    agreement.put("codes", Map.of());
    return agreement;
  }

  /** Proposes anew while payments has not heard yet of the van and the till. */
  private Told<PaymentRuns.Made> run(Villager toTheShop) {
    PaymentRuns runs = new PaymentRuns(stage);
    PaymentRuns.Proposed proposed =
        Eventually.get(
            "proposal by post and till",
            () -> {
              PaymentRuns.Proposed now = runs.propose("officer", Stage.thisMonth());
              if (now.units() == 2 && String.join("", now.totals()).contains("by TILL")) {
                return Optional.of(now);
              }
              runs.takeBack("officer", now);
              return Optional.empty();
            });
    PaymentRuns.Made made = runs.approve(proposed);
    unless(made.batches().keySet().equals(Set.of("POST", "TILL")), "Batches %s", made.batches());
    return Told.of(made, "by post, and to resident %s by the till".formatted(toTheShop.id()));
  }

  private Told<Boolean> payByPost(PaymentRuns.Made run, List<Villager> villagers) {
    String batch = run.batches().get("POST");
    Answer file = stage.as("ukrposhta").get(Batches.path(batch) + "/file").expect(200);
    List<String> payees =
        PartnerFile.ofDeliveryList(file.text()).stream().map(Payment::payee).toList();
    unless(payees.equals(List.of(villagers.get(1).person().rnokpp())), "The list has other people");
    unless(total(batch) == AID_DISABLED_MINOR, "The sum is %d", total(batch));
    play(new PlayedPost(stage.random(), Stage.today()), batch);
    return Told.done("3000.00 UAH; saved as " + stage.save("aid-delivery-list.csv", file.body()));
  }

  private Told<Boolean> payAtTill(PaymentRuns.Made run, String list) {
    String batch = run.batches().get("TILL");
    Answer file = stage.as("shop").get(Batches.path(batch) + "/file").expect(200);
    unless(total(batch) == AID_MINOR, "The sum is %d", total(batch));
    List<Answered> without =
        new PlayPartner(stage.gateway(), till(any -> null)).play(batch, Fault.NONE);
    unless(without.getFirst().count("refused") == 1, "Without a code: %s", without);
    play(till(new BroughtCodes(stage.as("officer"), PlayedTill.EDRPOU)), batch);
    int paid =
        stage.as("officer").get(LISTS + "/" + list).expect(200).json().get("paidUnits").asInt();
    unless(paid == 2, "%d are paid", paid);
    return Told.done(
        "without the code refused, with it 2000.00 UAH; saved as "
            + stage.save("aid-vouchers.csv", file.body()),
        "look at " + stage.gateway().address(LISTS + "/" + list));
  }

  private PlayedPartner till(UnaryOperator<String> codes) {
    return new PlayedTill(stage.random(), Stage.today(), codes).deciding(any -> "PAID");
  }

  /** Everyone of the list is paid. */
  private void play(PlayedPartner partner, String batch) {
    List<Answered> answers =
        new PlayPartner(stage.gateway(), partner.deciding(any -> "PAID")).play(batch, Fault.NONE);
    unless(answers.getFirst().count("accepted") == 1, "Answered was %s", answers);
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
