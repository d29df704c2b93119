package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.AwardResumed;
import ua.vidnova.payments.award.PayableUnit;
import ua.vidnova.payments.derivation.Derivations;
import ua.vidnova.payments.resumption.ResumptionState.Step;

/** The second person's step: the award is payable again, exactly as proposed. */
@ApplicationScoped
public class ApproveResumption {

  private final CaseFiles files;
  private final Derivations derivations;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final AuditTrail audit;

  @Inject
  ApproveResumption(
      CaseFiles files,
      Derivations derivations,
      Caller caller,
      KyivCalendar calendar,
      Outbox outbox,
      AuditTrail audit) {
    this.files = files;
    this.derivations = derivations;
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * Approves a case that the caller may see.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public Decision approve(UUID resumptionId, OptionalLong expectedVersion) {
    return files
        .findLocked(resumptionId)
        .map(file -> approve(file, expectedVersion))
        .orElseGet(Decision.NotFound::new);
  }

  private Decision approve(CaseFile file, OptionalLong expectedVersion) {
    var resumption = file.resumption();
    if (expectedVersion.orElse(resumption.version()) != resumption.version()) {
      return new Decision.ChangedMeanwhile();
    }
    if (!resumption.allows(Step.APPROVE)) {
      return new Decision.NotNow(resumption.state());
    }
    if (resumption.proposedBy().equals(caller.id())) {
      return new Decision.SamePerson();
    }
    if (!file.openConditions().isEmpty()) {
      return new Decision.ConditionsOpen(file.openConditions());
    }
    carryOut(file);
    return new Decision.Done(files.of(resumption));
  }

  private void carryOut(CaseFile file) {
    var resumption = file.resumption();
    var award = file.award();
    resumption.approve(caller.id(), calendar.now());
    award.resume(resumption.residentId(), resumption.firstPeriod().orElseThrow());
    schedule(file);
    PayableUnit.flush();
    derivations.addDifferences(resumption.id(), calendar.now());
    derivations.putInForce(List.of(resumption.id()));
    outbox.append(
        new AwardResumed(award.id(), resumption.id(), resumption.residentId(), calendar.today()));
    audit.wrote("approved", "resumption", resumption.id(), resumption.residentId());
  }

  private static void schedule(CaseFile file) {
    var award = file.award();
    var earlier = PayableUnit.unitsOf(award.id());
    for (var month : file.arrears()) {
      if (month.isPayable()) {
        var period = month.schedule().period();
        Optional.ofNullable(earlier.get(month.month()))
            .ifPresentOrElse(
                unit -> unit.scheduleAnew(period),
                () ->
                    PayableUnit.ofArrears(award, month.month(), month.amountMinor(), period)
                        .persist());
      }
    }
  }
}
