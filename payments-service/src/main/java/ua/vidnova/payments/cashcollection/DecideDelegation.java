package ua.vidnova.payments.cashcollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.identifiers.Edrpou;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.payments.cashcollection.Delegation.State;

/** Proposing, approving and ending that an official collects cash for a settlement. */
@ApplicationScoped
public class DecideDelegation {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final TransactionLock lock;
  private final AuditTrail audit;

  @Inject
  DecideDelegation(Caller caller, KyivCalendar calendar, TransactionLock lock, AuditTrail audit) {
    this.caller = caller;
    this.calendar = calendar;
    this.lock = lock;
    this.audit = audit;
  }

  /** Proposes an official for a settlement of the caller's territories. */
  @Transactional
  public DelegationOutcome propose(Delegation.Terms terms) {
    if (!Territories.ukraine().isSettlement(terms.settlement())
        || !caller.covers(terms.settlement())) {
      return new DelegationOutcome.NotAcceptable(
          "settlement", "unknown", "Name a settlement of your territories.");
    }
    if (!Edrpou.isValid(terms.organisation())) {
      return new DelegationOutcome.NotAcceptable(
          "organisation", "edrpou", "It is not a valid ЄДРПОУ.");
    }
    if (!terms.validTo().isAfter(terms.validFrom())) {
      return new DelegationOutcome.NotAcceptable(
          "validTo", "ends-too-early", "Later than it begins.");
    }
    if (!terms.validTo().isAfter(calendar.today())) {
      return new DelegationOutcome.NotAcceptable("validTo", "in-past", "It is over already.");
    }
    return done("proposed", Delegation.propose(terms, caller.id(), calendar.now()));
  }

  /**
   * Has an official collect from now on, or from the first day of the delegation.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public DelegationOutcome approve(UUID id, OptionalLong expectedVersion) {
    return decide(
        id,
        expectedVersion,
        delegation -> {
          if (delegation.state() != State.PROPOSED) {
            return new DelegationOutcome.NotNow(delegation.state());
          }
          if (delegation.proposedBy().equals(caller.id())) {
            return new DelegationOutcome.SamePerson();
          }
          lock.waitForOthersWith("delegation " + delegation.settlement());
          if (delegation.overlapsAnother()) {
            return new DelegationOutcome.OverlapsAnother();
          }
          delegation.approve(caller.id(), calendar.now());
          return done("approved", delegation);
        });
  }

  /**
   * Ends a delegation at once; one that was only proposed is withdrawn so.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public DelegationOutcome end(UUID id, OptionalLong expectedVersion) {
    return decide(
        id,
        expectedVersion,
        delegation -> {
          if (delegation.state() == State.ENDED) {
            return new DelegationOutcome.NotNow(State.ENDED);
          }
          delegation.end(caller.id(), calendar.now());
          return done("ended", delegation);
        });
  }

  private DelegationOutcome decide(
      UUID id, OptionalLong expectedVersion, Function<Delegation, DelegationOutcome> step) {
    var found = Delegation.findLocked(id).filter(one -> caller.covers(one.settlement()));
    if (found.isEmpty()) {
      return new DelegationOutcome.NotFound();
    }
    return expectedVersion.orElse(found.get().version()) == found.get().version()
        ? step.apply(found.get())
        : new DelegationOutcome.ChangedMeanwhile();
  }

  private DelegationOutcome done(String action, Delegation delegation) {
    Delegation.flush();
    audit.wrote(action, "delegation", delegation.id(), null);
    return new DelegationOutcome.Done(delegation);
  }
}
