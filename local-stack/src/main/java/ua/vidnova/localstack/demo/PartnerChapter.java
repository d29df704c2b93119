package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import ua.vidnova.localstack.demo.PartnerFile.Payment;
import ua.vidnova.localstack.partners.Answered;
import ua.vidnova.localstack.partners.Fault;
import ua.vidnova.localstack.partners.PlayPartner;
import ua.vidnova.localstack.partners.PlayedBank;
import ua.vidnova.localstack.partners.PlayedPartner;
import ua.vidnova.localstack.partners.PlayedPost;

/** The post and the bank take their batches and report. */
final class PartnerChapter {
  private static final String POST_EDRPOU = "21560045";
  static final String BANK_EDRPOU = "00032129";

  private final Stage stage;

  PartnerChapter(Stage stage) {
    this.stage = stage;
  }

  /**
   * A file that was taken.
   *
   * @param ours the payments to one resident of the household
   */
  private record Taken(String batch, List<Payment> payments, List<Payment> ours) {}

  /** What the bank did not book. */
  private record Returned(Payment rejected, Payment pending) {}

  /** Returns what was not paid. */
  Fact<CameBack> play(Fact<Household> household, Fact<Batches> batches, Fact<Resident> died) {
    stage
        .story()
        .step("ukrposhta and oschadbank see only their own batches", () -> listOwn(batches.get()));
    stage
        .story()
        .step(
            "a partner that asks for another's batch is told that there is none",
            () -> hideOthers(batches.get()));
    Fact<Taken> list =
        stage
            .story()
            .step(
                "ukrposhta takes its delivery list: the living are in it, the dead is not",
                () -> takeList(household.get(), batches.get(), died.get()));
    Fact<Taken> transfers =
        stage
            .story()
            .step(
                "oschadbank takes its credit transfers (pain.001)",
                () -> takeTransfers(household.get(), batches.get()));
    Fact<Payment> notCollected =
        stage
            .story()
            .step(
                "the post returns its list, one line UNPAID; it comes twice and counts once",
                () -> postReports(list.get()));
    Fact<Returned> returned =
        stage
            .story()
            .step(
                "the bank's notice breaks off and nothing of it counts; whole, it tells all booked"
                    + " but one rejected and one pending",
                () -> bankReports(transfers.get()));
    return stage
        .story()
        .step(
            "what came back is neither paid nor lost: the batches say what, and it stays owed",
            () -> showStates(batches.get(), notCollected.get(), returned.get()));
  }

  private Told<Boolean> listOwn(Batches batches) {
    int posts = listOwn("ukrposhta", POST_EDRPOU, batches.post());
    int banks = listOwn("oschadbank", BANK_EDRPOU, batches.bank());
    return Told.done(
        "ukrposhta %d, oschadbank %d".formatted(posts, banks),
        "look at " + stage.gateway().address(Batches.PATH));
  }

  private int listOwn(String partner, String edrpou, String batch) {
    String path = Gateway.path(Batches.PATH, Map.of("limit", 200));
    JsonNode items = stage.as(partner).get(path).expect(200).json().get("items");
    boolean listed = false;
    for (JsonNode item : items) {
      unless(item.get("partner").asText().equals(edrpou), "%s sees another's", partner);
      listed |= item.get("id").asText().equals(batch);
    }
    unless(listed, "%s does not see batch %s", partner, batch);
    return items.size();
  }

  private Told<Boolean> hideOthers(Batches batches) {
    hide("oschadbank", batches.post());
    hide("ukrposhta", batches.bank());
    return Told.done("batch, file and reports: 404 not-found");
  }

  private void hide(String partner, String batch) {
    String path = Batches.path(batch);
    stage.as(partner).get(path).expectProblem(404, "not-found");
    stage.as(partner).get(path + "/file").expectProblem(404, "not-found");
    Map<String, Object> report =
        Map.of(
            "outcomes",
            List.of(
                Map.of(
                    "instructionId", batch, "outcome", "PAID", "occurredOn", "" + Stage.today())));
    stage.as(partner).post(path + "/reports", report).expectProblem(404, "not-found");
  }

  private Told<Taken> takeList(Household household, Batches batches, Resident died) {
    Answer file = take("ukrposhta", batches.post());
    List<Payment> payments = PartnerFile.ofDeliveryList(file.text());
    List<Payment> ours = requirePayments(payments, household.atHome());
    unless(
        payments.stream().noneMatch(each -> each.payee().equals(died.award().owner().rnokpp())),
        "The dead resident %s is in the list",
        died.id());
    return Told.of(
        new Taken(batches.post(), payments, ours),
        payments.size() + " payments, saved as " + stage.save("delivery-list.csv", file.body()),
        "SHA-256 " + file.header("ETag").replace("\"", ""));
  }

  private Told<Taken> takeTransfers(Household household, Batches batches) {
    Answer file = take("oschadbank", batches.bank());
    List<Payment> payments = PartnerFile.ofCreditTransfers(file.body());
    List<Payment> ours = requirePayments(payments, household.withAccount());
    return Told.of(
        new Taken(batches.bank(), payments, ours),
        payments.size() + " payments, saved as " + stage.save("pain.001.xml", file.body()),
        "SHA-256 " + file.header("ETag").replace("\"", ""));
  }

  /** Takes the file twice: it must be the same. */
  private Answer take(String partner, String batch) {
    String path = Batches.path(batch) + "/file";
    Answer file = stage.as(partner).get(path).expect(200);
    String again = stage.as(partner).get(path).expect(200).text();
    unless(again.equals(file.text()), "The file differs when it is taken again");
    return file;
  }

  private static List<Payment> requirePayments(List<Payment> payments, Resident resident) {
    List<Payment> ours =
        payments.stream()
            .filter(each -> each.payee().equals(resident.award().owner().rnokpp()))
            .toList();
    List<String> months = ours.stream().map(Payment::month).sorted().toList();
    long expected = RunChapter.unitsDue(resident);
    unless(months.size() == expected, "%d payments, expected %d", months.size(), expected);
    unless(months.stream().distinct().count() == expected, "A month is paid twice");
    unless(months.getLast().equals("" + Stage.thisMonth()), "This month is not paid");
    return ours;
  }

  /** One of the household's was not at home; the post's list comes twice and counts once. */
  private Told<Payment> postReports(Taken taken) {
    PlayedPartner post =
        new PlayedPost(stage.random(), Stage.today())
            .deciding(order -> order.reference().equals(ours(taken, 0)) ? "UNPAID" : "PAID");

    List<Answered> answers =
        new PlayPartner(stage.gateway(), post).play(taken.batch(), Fault.DUPLICATE);

    require(answers, 201, 200, 201, 200);
    unless(sum(answers, "accepted") == 2L * taken.payments().size(), "%s", answers);
    return Told.of(taken.ours().getFirst(), tell(answers));
  }

  /** One account is closed; another transfer is accepted, and nothing more is known of it yet. */
  private Told<Returned> bankReports(Taken taken) {
    PlayedPartner bank =
        new PlayedBank(stage.random(), Stage.today())
            .deciding(
                order -> {
                  String id = PartnerFile.withHyphens(order.reference());
                  return id.equals(ours(taken, 0))
                      ? PlayedBank.REJECTED
                      : id.equals(ours(taken, 1)) ? PlayedBank.PENDING : PlayedBank.BOOKED;
                });

    List<Answered> answers =
        new PlayPartner(stage.gateway(), bank).play(taken.batch(), Fault.GARBAGE);

    require(answers, 400, 201, 201);
    unless(sum(answers, "accepted") == taken.payments().size() - 1, "%s", answers);
    return Told.of(new Returned(taken.ours().get(0), taken.ours().get(1)), tell(answers));
  }

  private static String ours(Taken taken, int place) {
    return taken.ours().get(place).instructionId();
  }

  private static void require(List<Answered> answers, Integer... statuses) {
    List<Integer> seen = answers.stream().map(Answered::status).toList();
    unless(seen.equals(List.of(statuses)), "Answered was %s", seen);
  }

  private static long sum(List<Answered> answers, String fate) {
    return answers.stream().mapToLong(one -> one.count(fate)).sum();
  }

  private static String[] tell(List<Answered> answers) {
    return answers.stream().map(one -> one.status() + " " + one.outcome()).toArray(String[]::new);
  }

  private Told<CameBack> showStates(Batches batches, Payment unpaid, Returned bank) {
    JsonNode ofPost = states(batches.post());
    JsonNode ofBank = states(batches.bank());
    unless(ofPost.path("NOT_COLLECTED").asLong() == 1, "The post's batch: %s", ofPost);
    unless(ofBank.path("REJECTED").asLong() == 1, "The bank's batch: %s", ofBank);
    unless(ofBank.path("ISSUED").asLong() == 1, "The bank's batch: %s", ofBank);
    return Told.of(
        new CameBack(unpaid, bank.rejected(), bank.pending()),
        "post " + ofPost,
        "bank " + ofBank,
        "look at " + stage.gateway().address(Batches.path(batches.bank())));
  }

  private JsonNode states(String batch) {
    return stage
        .as("officer")
        .get(Batches.path(batch))
        .expect(200)
        .json()
        .get("instructionsByState");
  }
}
