package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import ua.vidnova.localstack.demo.PartnerFile.Payment;

/** The post and the bank take their batches and report. */
final class PartnerChapter {
  private static final String POST_EDRPOU = "21560045";
  private static final String BANK_EDRPOU = "00032129";

  private final Stage stage;

  PartnerChapter(Stage stage) {
    this.stage = stage;
  }

  /**
   * A file that was taken.
   *
   * @param ours one of the payments to a resident of the household
   */
  private record Taken(String batch, List<Payment> payments, Payment ours) {}

  /** Returns the payment that was not collected. */
  Fact<Payment> play(Fact<Household> household, Fact<Batches> batches, Fact<Resident> died) {
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
                "ukrposhta reports all paid but one not collected; the same report again changes"
                    + " nothing",
                () -> report("ukrposhta", list.get(), "NOT_COLLECTED", "ABSENT"));
    stage
        .story()
        .step(
            "oschadbank reports all paid but one rejected",
            () -> report("oschadbank", transfers.get(), "REJECTED", "AC04"));
    return notCollected;
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
    ObjectNode report = Gateway.JSON.createObjectNode();
    addOutcome(report.putArray("outcomes"), batch, "PAID");
    stage.as(partner).post(path + "/reports", report).expectProblem(404, "not-found");
  }

  private Told<Taken> takeList(Household household, Batches batches, Resident died) {
    Answer file = take("ukrposhta", batches.post());
    List<Payment> payments = PartnerFile.ofDeliveryList(file.text());
    Payment ours = requirePayments(payments, household.atHome());
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
    Payment ours = requirePayments(payments, household.withAccount());
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

  private static Payment requirePayments(List<Payment> payments, Resident resident) {
    List<Payment> ours =
        payments.stream()
            .filter(each -> each.payee().equals(resident.award().owner().rnokpp()))
            .toList();
    List<String> months = ours.stream().map(Payment::month).sorted().toList();
    long expected = RunChapter.unitsDue(resident);
    unless(months.size() == expected, "%d payments, expected %d", months.size(), expected);
    unless(months.stream().distinct().count() == expected, "A month is paid twice");
    unless(months.getLast().equals("" + Stage.thisMonth()), "This month is not paid");
    return ours.getFirst();
  }

  private Told<Payment> report(String partner, Taken taken, String exception, String reason) {
    ObjectNode report = Gateway.JSON.createObjectNode();
    ArrayNode outcomes = report.putArray("outcomes");
    for (Payment payment : taken.payments()) {
      if (payment.equals(taken.ours())) {
        addOutcome(outcomes, payment.instructionId(), exception).put("reason", reason);
      } else {
        addOutcome(outcomes, payment.instructionId(), "PAID");
      }
    }
    String path = Batches.path(taken.batch()) + "/reports";

    JsonNode first = stage.as(partner).post(path, report).expect(200).json();
    JsonNode again = stage.as(partner).post(path, report).expect(200).json();

    int all = taken.payments().size();
    unless(first.get("accepted").asInt() == all, "Accepted are %s", first.get("accepted"));
    unless(again.get("unchanged").asInt() == all, "Unchanged are %s", again.get("unchanged"));
    return Told.of(
        taken.ours(),
        "%d PAID, 1 %s".formatted(all - 1, exception),
        "look at " + stage.gateway().address(Batches.path(taken.batch())));
  }

  private static ObjectNode addOutcome(ArrayNode outcomes, String instruction, String outcome) {
    return outcomes
        .addObject()
        .put("instructionId", instruction)
        .put("outcome", outcome)
        .put("occurredOn", "" + Stage.today());
  }
}
