package ua.vidnova.payments.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.UnitState;
import ua.vidnova.payments.batch.Batch;
import ua.vidnova.payments.merge.Differences;
import ua.vidnova.payments.overlap.OverlapUnits;
import ua.vidnova.payments.reconciliation.BookingRules.Now;
import ua.vidnova.payments.reconciliation.BookingRules.Obstacle;
import ua.vidnova.payments.resumption.SettleResumptions;
import ua.vidnova.payments.run.Instruction;
import ua.vidnova.payments.run.InstructionState;

/**
 * Brings what two people settled into the books. Returned money is owed again, from the next run
 * on, or by its owner's death; the resumption that it had ended stays ended. Money that was paid
 * after all is owed no more. The ledger follows by itself.
 */
@ApplicationScoped
class CorrectBooks {

  private final Corrections corrections;
  private final OverlapUnits overlapUnits;
  private final Differences differences;
  private final SettleResumptions settleResumptions;
  private final Outbox outbox;
  private final EntityManager entities;

  @Inject
  CorrectBooks(
      Corrections corrections,
      OverlapUnits overlapUnits,
      Differences differences,
      SettleResumptions settleResumptions,
      Outbox outbox,
      EntityManager entities) {
    this.corrections = corrections;
    this.overlapUnits = overlapUnits;
    this.differences = differences;
    this.settleResumptions = settleResumptions;
    this.outbox = outbox;
    this.entities = entities;
  }

  /** What is in the way, with everything locked that a correction changes. */
  Optional<Obstacle> findObstacle(ReportDifference difference) {
    if (difference.booking() == Booking.NONE) {
      return Optional.empty();
    }
    Award.getLocked(difference.awardId());
    var instruction = Instruction.getLocked(difference.instructionId());
    return BookingRules.judge(
        difference.booking(),
        difference.knownOutcome(),
        new Now(instruction.state(), instruction.unit().state(), instruction.isSentAgain()));
  }

  /** Follows a difference that is settled by now and in whose way there is nothing. */
  void follow(ReportDifference difference) {
    var outcome =
        switch (difference.booking()) {
          case NONE -> Optional.<InstructionState>empty();
          case PAID -> Optional.of(InstructionState.PAID);
          case RETURNED -> Optional.of(InstructionState.RETURNED);
        };
    outcome.ifPresent(state -> correct(difference, state));
  }

  private void correct(ReportDifference difference, InstructionState outcome) {
    var award = Award.getLocked(difference.awardId());
    var instruction = Instruction.getLocked(difference.instructionId());
    var unit = instruction.unit();
    var former = instruction.state();
    if (unit.state() == UnitState.UNPAID_ON_DEATH || unit.state() == UnitState.NOT_DUE) {
      unit.oweAgain();
      entities.flush();
    }
    corrections.keep(instruction, difference, outcome);
    instruction.correct(outcome, difference.toldOn(), difference.toldCode());
    entities.flush();
    if (outcome == InstructionState.PAID) {
      unit.settle();
    } else {
      var batch = Batch.listWithRun(List.of(instruction.batchId())).getFirst();
      unit.returned(award, batch.run().period());
    }
    outbox.append(
        new InstructionCorrected(
            instruction.id(),
            award.id(),
            award.residentId(),
            outcome,
            former,
            difference.toldOn()));
    overlapUnits.oweNoMore(List.of(award.id()));
    differences.notePaidTwice(List.of(award.id()));
    settleResumptions.settle(List.of(award.id()));
  }
}
