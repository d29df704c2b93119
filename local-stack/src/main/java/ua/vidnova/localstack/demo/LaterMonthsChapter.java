package ua.vidnova.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ua.vidnova.localstack.demo.StepFailed.unless;

import java.time.YearMonth;
import java.util.List;
import ua.vidnova.localstack.demo.PartnerFile.Payment;

/** The next month: the living go on, what came back goes out again, the dead are not paid. */
final class LaterMonthsChapter {
  private final Stage stage;

  LaterMonthsChapter(Stage stage) {
    this.stage = stage;
  }

  /** The payments of the next month's run. */
  private record NextMonth(List<Payment> post, List<Payment> bank) {}

  void play(Fact<Household> household, Fact<Resident> died, Fact<CameBack> cameBack) {
    Fact<NextMonth> next =
        stage
            .story()
            .step(
                "the next month's run pays the living: bank file and post list are handed over",
                () -> run(household.get()));
    stage
        .story()
        .step(
            "what came back is carried over: the same month goes out again, as a new instruction",
            () -> carryOver(next.get(), cameBack.get()));
    stage
        .story()
        .step(
            "what the bank has accepted does not go out a second time",
            () -> leaveOut(next.get().bank(), cameBack.get().pending()));
    stage.story().step("no later month is paid to the dead", () -> skip(died.get(), next.get()));
  }

  private Told<NextMonth> run(Household household) {
    YearMonth next = Stage.thisMonth().plusMonths(1);
    Batches batches = new PaymentRuns(stage).run(next).forBothChannels();
    Answer list = stage.as("ukrposhta").get(Batches.path(batches.post()) + "/file").expect(200);
    Answer transfers =
        stage.as("oschadbank").get(Batches.path(batches.bank()) + "/file").expect(200);
    NextMonth payments =
        new NextMonth(
            PartnerFile.ofDeliveryList(list.text()),
            PartnerFile.ofCreditTransfers(transfers.body()));
    requireMonth(next, payments.post(), household.atHome());
    requireMonth(next, payments.bank(), household.withAccount());
    return Told.of(
        payments,
        "saved as " + stage.save("delivery-list-next-month.csv", list.body()),
        "saved as " + stage.save("pain.001-next-month.xml", transfers.body()));
  }

  private static void requireMonth(YearMonth month, List<Payment> payments, Resident payee) {
    unless(
        payments.stream()
            .filter(each -> each.payee().equals(payee.award().owner().rnokpp()))
            .anyMatch(each -> each.month().equals("" + month)),
        "%s is not paid to %s",
        month,
        payee.id());
  }

  private Told<Boolean> carryOver(NextMonth next, CameBack cameBack) {
    String list =
        "month,cameBackAs,goesOutAs,by\r\n"
            + carriedOver(cameBack.unpaid(), next.post(), "POST")
            + carriedOver(cameBack.rejected(), next.bank(), "BANK");
    return new Told<>(
        true,
        List.of(
            list.strip().replace("\r\n", "\n"),
            "saved as " + stage.save("carried-over.csv", list.getBytes(UTF_8))));
  }

  private static String carriedOver(Payment before, List<Payment> now, String channel) {
    List<Payment> again =
        now.stream()
            .filter(each -> each.payee().equals(before.payee()))
            .filter(each -> each.month().equals(before.month()))
            .toList();
    unless(again.size() == 1, "%s comes %d times", before.month(), again.size());
    String id = again.getFirst().instructionId();
    unless(!id.equals(before.instructionId()), "Instruction %s comes again", id);
    return "%s,%s,%s,%s\r\n".formatted(before.month(), before.instructionId(), id, channel);
  }

  private static Told<Boolean> leaveOut(List<Payment> bank, Payment pending) {
    unless(
        bank.stream()
            .filter(each -> each.payee().equals(pending.payee()))
            .noneMatch(each -> each.month().equals(pending.month())),
        "%s goes out twice",
        pending.month());
    return Told.done("%s is not among %d payments".formatted(pending.month(), bank.size()));
  }

  private static Told<Boolean> skip(Resident died, NextMonth next) {
    unless(
        next.post().stream().noneMatch(each -> each.payee().equals(died.award().owner().rnokpp())),
        "Resident %s is in the list",
        died.id());
    return Told.done("none of %d payments is to %s".formatted(next.post().size(), died.id()));
  }
}
