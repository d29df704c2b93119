package ua.vidnova.registry.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.resident.ResidentReach;

/** Notes what a registrar did because of what a brigade saw. It changes nothing of the resident. */
@ApplicationScoped
public class CloseFollowUp {

  private final ResidentReach reach;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  CloseFollowUp(ResidentReach reach, Caller caller, KyivCalendar calendar, AuditTrail auditTrail) {
    this.reach = reach;
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  /**
   * Closes the follow-up; the same closure again changes nothing.
   *
   * @param readVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public ClosureOutcome close(UUID id, Closure closure, OptionalLong readVersion) {
    var found = FollowUp.findLocked(id).filter(one -> reach.find(one.residentId()).isPresent());
    if (found.isEmpty()) {
      return new ClosureOutcome.NotFound();
    }
    var followUp = found.get();
    if (!followUp.isOpen()) {
      return followUp.isClosedSo(closure, caller)
          ? new ClosureOutcome.Closed(followUp)
          : new ClosureOutcome.ClosedBefore(followUp.state());
    }
    if (readVersion.orElse(followUp.version()) != followUp.version()) {
      return new ClosureOutcome.ChangedMeanwhile();
    }
    followUp.close(closure, caller, calendar.now());
    FollowUp.flush();
    auditTrail.wrote(
        closure.state().name().toLowerCase(Locale.ROOT), "follow-up", id, followUp.residentId());
    return new ClosureOutcome.Closed(followUp);
  }
}
