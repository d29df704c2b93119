package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.merge.HoldAwards;
import ua.vidnova.payments.resumption.ResumptionState.Step;

/** Refuses a live case with a reason. The award stays dormant; new facts open a new case. */
@ApplicationScoped
public class RefuseResumption {

  private final CaseFiles files;
  private final HoldAwards holdAwards;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  RefuseResumption(
      CaseFiles files,
      HoldAwards holdAwards,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.files = files;
    this.holdAwards = holdAwards;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * Refuses a case that the caller may see.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public Decision refuse(UUID resumptionId, String reason, OptionalLong expectedVersion) {
    return files
        .findLocked(resumptionId)
        .map(file -> refuse(file, reason, expectedVersion))
        .orElseGet(Decision.NotFound::new);
  }

  private Decision refuse(CaseFile file, String reason, OptionalLong expectedVersion) {
    var resumption = file.resumption();
    if (expectedVersion.orElse(resumption.version()) != resumption.version()) {
      return new Decision.ChangedMeanwhile();
    }
    if (!resumption.allows(Step.REFUSE)) {
      return new Decision.NotNow(resumption.state());
    }
    resumption.refuse(caller.id(), calendar.now(), reason);
    var changes = holdAwards.settle(List.of(resumption.residentId()));
    var decision = new Decision.Done(files.of(resumption));
    changes.forEach(one -> audit.wrote(one.action(), "award", one.awardId(), one.residentId()));
    audit.wrote("refused", "resumption", resumption.id(), resumption.residentId());
    return decision;
  }
}
