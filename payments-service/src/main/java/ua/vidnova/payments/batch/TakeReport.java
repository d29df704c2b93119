package ua.vidnova.payments.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.batch.ReportRules.Known;
import ua.vidnova.payments.batch.ReportRules.Verdict;
import ua.vidnova.payments.merge.Differences;
import ua.vidnova.payments.nonreceipt.FollowNonReceipt;
import ua.vidnova.payments.resumption.SettleResumptions;
import ua.vidnova.payments.run.Instruction;
import ua.vidnova.payments.webhook.Deliveries;
import ua.vidnova.payments.webhook.EventType;

/**
 * Takes over what a partner reports, line by line. What was paid is settled; what came back is due
 * again: not collected, from the period after the run's (domain: the next month's list carries it);
 * rejected, from the next run on.
 */
@ApplicationScoped
public class TakeReport {

  private final Outbox outbox;
  private final Differences differences;
  private final SettleResumptions settleResumptions;
  private final FollowNonReceipt followNonReceipt;
  private final Deliveries webhooks;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  TakeReport(
      Outbox outbox,
      Differences differences,
      SettleResumptions settleResumptions,
      FollowNonReceipt followNonReceipt,
      Deliveries webhooks,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.outbox = outbox;
    this.differences = differences;
    this.settleResumptions = settleResumptions;
    this.followNonReceipt = followNonReceipt;
    this.webhooks = webhooks;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public ReportResult take(UUID batchId, String partner, List<ReportedOutcome> lines) {
    var found = Batch.findOfPartner(batchId, partner);
    if (found.isEmpty()) {
      return new ReportResult.NotFound();
    }
    return found.get().state() == BatchState.HANDED_OVER
        ? take(found.get(), lines)
        : new ReportResult.NotHandedOver();
  }

  private ReportResult take(Batch batch, List<ReportedOutcome> lines) {
    var ids = lines.stream().map(ReportedOutcome::instructionId).distinct().toList();
    Map<UUID, Award> awards =
        Award.listHeld(Instruction.listAwardIds(batch.id(), ids)).stream()
            .collect(Collectors.toMap(Award::id, Function.identity()));
    Map<UUID, Instruction> instructions =
        Instruction.listLocked(batch.id(), ids).stream()
            .collect(Collectors.toMap(Instruction::id, Function.identity()));
    var accepted = new ArrayList<InstructionReported>();
    var refused = new ArrayList<ReportResult.RefusedLine>();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var instruction = instructions.get(line.instructionId());
      var verdict =
          ReportRules.judge(line, known(instruction), batch.handedOverOn(), calendar.today());
      if (verdict == Verdict.ACCEPTED) {
        accepted.add(apply(line, instruction, awards, batch));
      } else if (verdict.isRefusal()) {
        refused.add(new ReportResult.RefusedLine(i, line.instructionId(), verdict));
      }
    }
    outbox.appendAll(accepted);
    var awardIds = accepted.stream().map(InstructionReported::awardId).distinct().toList();
    differences.notePaidTwice(awardIds);
    settleResumptions.settle(awardIds);
    followNonReceipt.warn(awardIds, calendar.today());
    webhooks.note(batch.partner(), EventType.REPORT_TAKEN, batch.id());
    audit.wrote("reported", "batch", batch.id(), null);
    accepted.forEach(
        one -> audit.wrote("reported", "instruction", one.instructionId(), one.residentId()));
    return new ReportResult.Taken(
        accepted.size(), lines.size() - accepted.size() - refused.size(), refused);
  }

  private static Known known(Instruction instruction) {
    return instruction == null
        ? null
        : new Known(
            instruction.state(), instruction.occurredOn(), instruction.unit().amountMinor());
  }

  private static InstructionReported apply(
      ReportedOutcome line, Instruction instruction, Map<UUID, Award> awards, Batch batch) {
    var unit = instruction.unit();
    var award = awards.get(unit.awardId());
    instruction.report(line.outcome(), line.occurredOn(), line.reason());
    switch (line.outcome()) {
      case PAID -> unit.settle();
      case NOT_COLLECTED -> unit.comeBack(award, batch.run().period().plusMonths(1));
      case REJECTED -> unit.comeBack(award, batch.run().period());
      case ISSUED, WITHDRAWN ->
          throw new IllegalArgumentException(line.outcome() + " is no outcome");
    }
    return new InstructionReported(
        instruction.id(), award.id(), award.residentId(), line.outcome(), line.occurredOn());
  }
}
