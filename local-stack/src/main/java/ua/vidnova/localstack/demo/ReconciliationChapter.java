package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import ua.vidnova.localstack.demo.PartnerFile.Payment;
import ua.vidnova.localstack.partners.PlayFund;

/**
 * What is still open is listed with its age, and the Pension Fund is told what became of its
 * awards.
 */
final class ReconciliationChapter {
  private static final String OPEN = "/api/payments/v1/reconciliation/open";

  private final Stage stage;
  private final PlayFund fund;

  ReconciliationChapter(Stage stage) {
    this.stage = stage;
    this.fund = new PlayFund(stage.gateway());
  }

  void play(Fact<Household> household, Fact<CameBack> cameBack) {
    stage
        .story()
        .step(
            "officer sees which payments have no outcome, how old they are, by when one is due",
            () -> showOpen(household.get().withAccount(), cameBack.get().pending()));
    stage
        .story()
        .step(
            "pension-fund reads the decisions of the day on its awards",
            () -> readDecisions(household.get()));
    stage
        .story()
        .step(
            "pension-fund reads which months came back, and what a death left unpaid",
            () -> readUnpaid(household.get(), cameBack.get()));
  }

  private Told<Boolean> showOpen(Resident payee, Payment pending) {
    String path = Gateway.path(OPEN, Map.of("partner", PartnerChapter.BANK_EDRPOU, "limit", 200));
    JsonNode open = null;
    for (JsonNode each : stage.as("officer").get(path).expect(200).json().get("items")) {
      if (each.get("instructionId").asText().equals(pending.instructionId())) {
        open = each;
      }
    }
    unless(open != null, "Instruction %s is not in the list", pending.instructionId());
    unless(open.get("residentId").asText().equals(payee.id()), "It is another resident's");
    unless(open.get("awaited").asText().equals("OUTCOME"), "Awaited is %s", open.get("awaited"));
    return Told.done(
        "instruction %s: %d days old, last word %s, outcome due by %s"
            .formatted(
                pending.instructionId(),
                open.get("ageDays").asInt(),
                open.get("lastWord").asText(),
                open.get("expectedBy").asText()),
        "look at " + stage.gateway().address(path));
  }

  private Told<Boolean> readDecisions(Household household) {
    List<Map<String, String>> decisions = fund.decisions(Stage.today());
    for (Resident resident : household.entitled()) {
      Map<String, String> decision = only(decisions, resident);
      unless(decision.get("decision").equals("RESUMED"), "%s is not resumed", resident.id());
      unless(decision.get("firstMonth").equals("" + Stage.thisMonth()), "It begins another month");
    }
    return Told.done(
        "%d decisions, %d of them on the household"
            .formatted(decisions.size(), household.entitled().size()));
  }

  private Told<Boolean> readUnpaid(Household household, CameBack cameBack) {
    List<Map<String, String>> unpaid = fund.unpaid(Stage.thisMonth());
    Map<String, String> atPost = only(unpaid, household.atHome());
    Map<String, String> atBank = only(unpaid, household.withAccount());
    long onDeath =
        unpaid.stream()
            .filter(line -> isOf(household.dying(), line))
            .filter(line -> line.get("cause").equals("UNPAID_ON_DEATH"))
            .count();
    unless(atPost.get("month").equals(cameBack.unpaid().month()), "Another month came back");
    unless(atPost.get("cause").equals("NOT_COLLECTED"), "The cause is %s", atPost.get("cause"));
    unless(atBank.get("month").equals(cameBack.rejected().month()), "Another month came back");
    unless(atBank.get("cause").equals("REJECTED"), "The cause is %s", atBank.get("cause"));
    unless(onDeath == RunChapter.unitsDue(household.dying()), "%d unpaid on death", onDeath);
    return Told.done(
        "%s %s (%s), %s %s (%s), %d months UNPAID_ON_DEATH"
            .formatted(
                atPost.get("month"),
                atPost.get("cause"),
                atPost.get("reason"),
                atBank.get("month"),
                atBank.get("cause"),
                atBank.get("reason"),
                onDeath));
  }

  private static Map<String, String> only(List<Map<String, String>> lines, Resident resident) {
    List<Map<String, String>> found = lines.stream().filter(one -> isOf(resident, one)).toList();
    unless(found.size() == 1, "%d lines on resident %s", found.size(), resident.id());
    return found.getFirst();
  }

  private static boolean isOf(Resident resident, Map<String, String> line) {
    return line.get("rnokpp").equals(resident.award().owner().rnokpp());
  }
}
