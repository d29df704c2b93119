package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;

/** Who may know which protection flags a visit has: who recorded it, and protection officers. */
@ApplicationScoped
public class KnownProtection {

  private final Caller caller;

  @Inject
  KnownProtection(Caller caller) {
    this.caller = caller;
  }

  /** True when the caller may know. */
  public boolean isFor(Visit visit) {
    return caller.hasRole(Roles.PROTECTION_OFFICER) || isRecorder(visit);
  }

  /** True when the caller recorded the visit, whoever corrected it since. */
  boolean isRecorder(Visit visit) {
    return caller.id().equals(visit.medic().id());
  }

  /** What the visit says, with its flags if the caller may know of them. */
  public VisitFacts factsOf(Visit visit) {
    return isFor(visit) ? visit.wholeFacts() : visit.facts();
  }
}
