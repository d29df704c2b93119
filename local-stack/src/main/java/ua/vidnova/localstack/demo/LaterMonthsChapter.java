package ua.vidnova.localstack.demo;

import static ua.vidnova.localstack.demo.StepFailed.unless;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ua.vidnova.localstack.demo.PartnerFile.Payment;

/** The next month: the living go on, what was not collected comes again, the dead are not paid. */
final class LaterMonthsChapter {
  private final Stage stage;

  LaterMonthsChapter(Stage stage) {
    this.stage = stage;
  }

  void play(Fact<Household> household, Fact<Resident> died, Fact<Payment> notCollected) {
    Fact<List<Payment>> list =
        stage
            .story()
            .step(
                "the next month's run pays the living and what was not collected",
                () -> run(household.get().atHome(), notCollected.get()));
    stage.story().step("no later month is paid to the dead", () -> skip(died.get(), list.get()));
  }

  private Told<List<Payment>> run(Resident living, Payment notCollected) {
    YearMonth next = Stage.thisMonth().plusMonths(1);
    String batch = new PaymentRuns(stage).run(next).batches().get("POST");
    unless(batch != null, "There is no new batch for the post");
    Answer file = stage.as("ukrposhta").get(Batches.path(batch) + "/file").expect(200);
    List<Payment> payments = PartnerFile.ofDeliveryList(file.text());

    Set<String> months =
        payments.stream()
            .filter(each -> each.payee().equals(living.award().owner().rnokpp()))
            .map(Payment::month)
            .collect(Collectors.toSet());
    unless(months.contains("" + next), "%s is not paid to %s", next, living.id());
    unless(months.contains(notCollected.month()), "%s does not come again", notCollected.month());
    return Told.of(
        payments,
        "batch %s: %s".formatted(batch, String.join(", ", months.stream().sorted().toList())),
        "saved as " + stage.save("delivery-list-next-month.csv", file.body()));
  }

  private static Told<Boolean> skip(Resident died, List<Payment> list) {
    unless(
        list.stream().noneMatch(each -> each.payee().equals(died.award().owner().rnokpp())),
        "Resident %s is in the list",
        died.id());
    return Told.done("none of %d payments is to %s".formatted(list.size(), died.id()));
  }
}
