package ua.vidnova.payments;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.testing.EventContract;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.award.AwardRestored;
import ua.vidnova.payments.award.AwardResumed;
import ua.vidnova.payments.award.AwardStopped;
import ua.vidnova.payments.award.AwardSuspended;
import ua.vidnova.payments.award.OwnerMissing;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.batch.InstructionReported;
import ua.vidnova.payments.overlap.InstructionNotDue;
import ua.vidnova.payments.reconciliation.InstructionCorrected;
import ua.vidnova.payments.reconciliation.InstructionHeld;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resumption.ResumptionOpened;
import ua.vidnova.payments.run.CashInstructionIssued;
import ua.vidnova.payments.run.InstructionCancelled;
import ua.vidnova.payments.run.InstructionIssued;
import ua.vidnova.payments.run.InstructionState;
import ua.vidnova.payments.run.InstructionTakenBack;
import ua.vidnova.payments.run.InstructionWithdrawn;
import ua.vidnova.payments.run.RunCancelled;
import ua.vidnova.payments.run.RunExecuted;
import ua.vidnova.payments.run.RunShardDue;

@QuarkusTest
@WithPlatform
class EventContractTest {

  @Inject @All List<EventHandler<?>> handlers;

  @Test
  void sends_what_contracts_promises() {
    var id = UUID.randomUUID();
    var day = LocalDate.of(2026, 11, 20);
    var month = YearMonth.of(2026, 11);
    EventContract.assertSendsWhatItPromises(
        "payments",
        List.of(
            new ResumptionOpened(id, id, id),
            new AwardResumed(id, id, id, day),
            new AwardStopped(id, id, month, AwardStopped.Reason.DECEASED),
            new AwardSuspended(id, id, day, SuspensionGround.NO_IDENTIFICATION),
            new OwnerMissing(id, id, day, OwnerMissing.Reason.MISSING),
            new AwardRestored(id, id, day, AwardRestored.Reason.LIVING),
            new InstructionIssued(id, id, id, id, "21560045", Channel.POST, month, 1, "UAH"),
            new CashInstructionIssued(id, id, id, id, "32855961", Channel.TILL, month, 1, "UAH"),
            new InstructionWithdrawn(id, id, id, InstructionWithdrawn.Reason.DECEASED),
            new InstructionTakenBack(id, id, id, InstructionTakenBack.Reason.UNMERGED),
            new InstructionCancelled(id, id, id, id),
            new InstructionHeld(id, id, id, "REPORTS_DISAGREE"),
            new InstructionNotDue(id, id, id),
            new InstructionCorrected(
                id, id, id, InstructionState.RETURNED, InstructionState.PAID, day),
            new RunShardDue(id, id, 0, 1),
            new RunExecuted(id, month, 1, 1, "UAH", 1),
            new RunCancelled(id, month),
            new InstructionReported(id, id, id, InstructionState.NOT_COLLECTED, day)));
  }

  @Test
  void handles_what_contracts_says_it_receives() {
    EventContract.assertHandlesWhatItReceives("payments", handlers);
  }
}
