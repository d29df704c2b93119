package ua.vidnova.medical.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.medical.actor.ActingCaller;
import ua.vidnova.medical.reach.EmergencyAccess;
import ua.vidnova.medical.reach.EmergencyAccess.Finding;

/** An auditor says whether a record was rightly opened. */
@ApplicationScoped
public class ReviewEmergencyAccess {

  private final Caller caller;
  private final ActingCaller actingCaller;
  private final AuditTrail auditTrail;

  @Inject
  ReviewEmergencyAccess(Caller caller, ActingCaller actingCaller, AuditTrail auditTrail) {
    this.caller = caller;
    this.actingCaller = actingCaller;
    this.auditTrail = auditTrail;
  }

  /** What became of a review. */
  public sealed interface Outcome {

    record Reviewed(EmergencyAccess access) implements Outcome {}

    /** There is none such in the caller's territories. */
    record NotYours() implements Outcome {}

    record ReviewedBefore() implements Outcome {}

    /** Nobody reviews what they opened. */
    record SamePerson() implements Outcome {}
  }

  @Transactional
  public Outcome review(UUID id, Finding finding, String note) {
    var found = EmergencyAccess.findLocked(id);
    if (found.filter(access -> caller.covers(access.settlement())).isEmpty()) {
      return new Outcome.NotYours();
    }
    var access = found.get();
    var reviewer = actingCaller.now();
    if (access.wasOpenedBy(reviewer)) {
      return new Outcome.SamePerson();
    }
    if (access.isReviewed()) {
      return new Outcome.ReviewedBefore();
    }
    access.review(finding, note, reviewer);
    auditTrail.wrote("reviewed", "emergency-access", id, access.residentId());
    return new Outcome.Reviewed(access);
  }
}
