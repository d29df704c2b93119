package ua.vidnova.payments.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.batch.ReportRules.Known;
import ua.vidnova.payments.batch.ReportRules.Verdict;
import ua.vidnova.payments.merge.Differences;
import ua.vidnova.payments.nonreceipt.FollowNonReceipt;
import ua.vidnova.payments.overlap.OverlapUnits;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.partner.PartnerProfiles;
import ua.vidnova.payments.partner.Question;
import ua.vidnova.payments.reconciliation.Corrections;
import ua.vidnova.payments.reconciliation.DifferenceKind;
import ua.vidnova.payments.reconciliation.OpenDifferences;
import ua.vidnova.payments.reconciliation.OpenDifferences.Told;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resumption.SettleResumptions;
import ua.vidnova.payments.run.Instruction;
import ua.vidnova.payments.run.InstructionState;
import ua.vidnova.payments.webhook.Deliveries;
import ua.vidnova.payments.webhook.EventType;

/**
 * Takes over what a partner reports, line by line, in whatever form it came. What was paid is
 * settled; what came back is due again: not collected, from the period after the run's (domain: the
 * next month's list carries it); rejected, from the next run on. A word that contradicts the books
 * changes nothing in them and is an open difference.
 */
@ApplicationScoped
public class TakeReport {

  private final Outbox outbox;
  private final Differences differences;
  private final OpenDifferences openDifferences;
  private final Corrections corrections;
  private final OverlapUnits overlapUnits;
  private final SettleResumptions settleResumptions;
  private final FollowNonReceipt followNonReceipt;
  private final Deliveries webhooks;
  private final PartnerProfiles profiles;
  private final CashProofs cashProofs;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  TakeReport(
      Outbox outbox,
      Differences differences,
      OpenDifferences openDifferences,
      Corrections corrections,
      OverlapUnits overlapUnits,
      SettleResumptions settleResumptions,
      FollowNonReceipt followNonReceipt,
      Deliveries webhooks,
      PartnerProfiles profiles,
      CashProofs cashProofs,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.outbox = outbox;
    this.differences = differences;
    this.openDifferences = openDifferences;
    this.corrections = corrections;
    this.overlapUnits = overlapUnits;
    this.settleResumptions = settleResumptions;
    this.followNonReceipt = followNonReceipt;
    this.webhooks = webhooks;
    this.profiles = profiles;
    this.cashProofs = cashProofs;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  /** Takes a report on one batch. */
  @Transactional
  public ReportResult take(UUID batchId, String partner, List<ReportedOutcome> lines) {
    var found = Batch.findOfPartner(batchId, partner);
    if (found.isEmpty()) {
      return new ReportResult.NotFound();
    }
    if (found.get().state() != BatchState.HANDED_OVER) {
      return new ReportResult.NotHandedOver();
    }
    var verdicts = apply(partner, lines);
    var refused = new ArrayList<ReportResult.RefusedLine>();
    for (var i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i).isRefusal()) {
        refused.add(new ReportResult.RefusedLine(i, lines.get(i).instructionId(), verdicts.get(i)));
      }
    }
    audit.wrote("reported", "batch", batchId, null);
    var accepted = (int) verdicts.stream().filter(Verdict.ACCEPTED::equals).count();
    return new ReportResult.Taken(accepted, lines.size() - accepted - refused.size(), refused);
  }

  /**
   * Takes over lines, which may be of several batches of the partner's.
   *
   * @return a verdict for each line, in their order
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Verdict> apply(String partner, List<ReportedOutcome> lines) {
    var report = new Report(partner, lines);
    var verdicts = lines.stream().map(report::judge).toList();
    outbox.appendAll(report.accepted);
    entities.flush();
    openDifferences.open(report.told);
    openDifferences.renewHolds(report.told.stream().map(Told::awardId).distinct().toList());
    var awardIds = report.accepted.stream().map(InstructionReported::awardId).distinct().toList();
    overlapUnits.oweNoMore(awardIds);
    differences.notePaidTwice(awardIds);
    settleResumptions.settle(awardIds);
    followNonReceipt.warn(awardIds, calendar.today());
    report.batches.keySet().forEach(id -> webhooks.note(partner, EventType.REPORT_TAKEN, id));
    report.accepted.forEach(
        one -> audit.wrote("reported", "instruction", one.instructionId(), one.residentId()));
    return verdicts;
  }

  /** Lines with what they are about, locked; what comes of them is gathered. */
  private final class Report {

    private final String partner;
    private final Map<UUID, Award> awards;
    private final Map<UUID, Instruction> instructions;
    private final Map<UUID, Batch> batches;
    private final Map<UUID, Proof> proofs;
    private final Map<UUID, Set<ReportRules.Word>> corrected;
    private final Map<Channel, PartnerProfile> byChannel;
    private final List<InstructionReported> accepted = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();

    Report(String partner, List<ReportedOutcome> lines) {
      this.partner = partner;
      this.byChannel =
          profiles.listOf(partner).stream()
              .collect(Collectors.toMap(PartnerProfile::channel, Function.identity()));
      var ids = lines.stream().map(ReportedOutcome::instructionId).distinct().toList();
      this.awards = lockAwards(Instruction.listGlimpsed(partner, ids), lines);
      this.instructions =
          Instruction.listLocked(partner, ids).stream()
              .collect(Collectors.toMap(Instruction::id, Function.identity()));
      this.corrected = corrections.wordsBefore(instructions.values());
      this.batches =
          Batch.listWithRun(
                  instructions.values().stream().map(Instruction::batchId).distinct().toList())
              .stream()
              .collect(Collectors.toMap(Batch::id, Function.identity()));
      this.proofs =
          batches.values().stream().anyMatch(batch -> batch.channel().isCashOfLastResort())
              ? cashProofs.of(ids)
              : Map.of();
    }

    /** Awards that a line may hold are locked alone; the others only against deaths. */
    private Map<UUID, Award> lockAwards(
        List<Instruction.Glimpse> glimpses, List<ReportedOutcome> lines) {
      var asking = new HashSet<UUID>();
      var saidToBePaid = new HashSet<UUID>();
      for (var line : lines) {
        if (byChannel.values().stream()
            .anyMatch(profile -> profile.questionOf(line.reason()).isPresent())) {
          asking.add(line.instructionId());
        }
        if (line.outcome() == InstructionState.PAID) {
          saidToBePaid.add(line.instructionId());
        }
      }
      var mayHold =
          glimpses.stream()
              .filter(
                  one ->
                      asking.contains(one.id())
                          || (one.state() != InstructionState.ISSUED
                              && saidToBePaid.contains(one.id())))
              .map(Instruction.Glimpse::awardId)
              .distinct()
              .toList();
      var others =
          glimpses.stream()
              .map(Instruction.Glimpse::awardId)
              .filter(id -> !mayHold.contains(id))
              .distinct()
              .toList();
      return Stream.concat(Award.listOfIdsLocked(mayHold).stream(), Award.listHeld(others).stream())
          .collect(Collectors.toMap(Award::id, Function.identity()));
    }

    Verdict judge(ReportedOutcome line) {
      var instruction =
          Optional.ofNullable(instructions.get(line.instructionId()))
              .filter(one -> line.batchId() == null || line.batchId().equals(one.batchId()))
              .orElse(null);
      if (instruction == null) {
        var verdict = ReportRules.judge(line, null, calendar.today(), calendar.today());
        note(DifferenceKind.UNKNOWN_INSTRUCTION, line, null);
        return verdict;
      }
      var batch = batches.get(instruction.batchId());
      var known =
          new Known(
              instruction.state(),
              instruction.occurredOn(),
              instruction.unit().amountMinor(),
              proofs.getOrDefault(instruction.id(), new Proof.NotNeeded()),
              corrected.getOrDefault(instruction.id(), Set.of()));
      var verdict = ReportRules.judge(line, known, batch.handedOverOn(), calendar.today());
      if (verdict == Verdict.ACCEPTED) {
        accepted.add(settle(line, instruction, batch));
        question(line, batch).ifPresent(kind -> note(kind, line, instruction));
      } else {
        DifferenceKind.of(verdict, line.outcome(), known.state())
            .ifPresent(kind -> note(kind, line, instruction));
      }
      return verdict;
    }

    private Optional<DifferenceKind> question(ReportedOutcome line, Batch batch) {
      return Optional.ofNullable(byChannel.get(batch.channel()))
          .filter(profile -> line.outcome() != InstructionState.PAID)
          .flatMap(profile -> profile.questionOf(line.reason()))
          .map(Question::name)
          .map(DifferenceKind::valueOf);
    }

    private void note(DifferenceKind kind, ReportedOutcome line, Instruction instruction) {
      told.add(
          new Told(
              kind,
              partner,
              line.instructionId(),
              instruction == null ? null : instruction.unit().awardId(),
              line.outcome(),
              line.occurredOn(),
              line.reason(),
              line.amountMinor(),
              instruction == null ? null : instruction.state()));
    }

    private InstructionReported settle(ReportedOutcome line, Instruction instruction, Batch batch) {
      var unit = instruction.unit();
      var award = awards.get(unit.awardId());
      instruction.report(line.outcome(), line.occurredOn(), line.reason());
      switch (line.outcome()) {
        case PAID -> unit.settle();
        case NOT_COLLECTED -> unit.comeBack(award, batch.run().period().plusMonths(1));
        case REJECTED -> unit.comeBack(award, batch.run().period());
        case ISSUED, WITHDRAWN, RETURNED ->
            throw new IllegalArgumentException(line.outcome() + " is no outcome");
      }
      return new InstructionReported(
          instruction.id(), award.id(), award.residentId(), line.outcome(), line.occurredOn());
    }
  }
}
