package ua.vidnova.payments.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.programme.Programmes;

/** The second person's step: the grant becomes an award, or is refused with a reason. */
@ApplicationScoped
public class DecideGrant {

  private final GrantFiles files;
  private final GrantRows rows;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  DecideGrant(
      GrantFiles files,
      GrantRows rows,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.files = files;
    this.rows = rows;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  /**
   * Approves a grant that the caller may see.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public GrantDecision approve(UUID id, OptionalLong expectedVersion) {
    lock.waitForOthersWith(Programmes.LOCK);
    return files
        .findLocked(id)
        .map(file -> approve(file, expectedVersion))
        .orElseGet(GrantDecision.NotFound::new);
  }

  private GrantDecision approve(GrantFile file, OptionalLong expectedVersion) {
    var grant = file.grant();
    if (expectedVersion.orElse(grant.version()) != grant.version()) {
      return new GrantDecision.ChangedMeanwhile();
    }
    if (grant.state() != GrantState.PROPOSED) {
      return new GrantDecision.NotNow(grant.state());
    }
    if (grant.proposedBy().equals(caller.id())) {
      return new GrantDecision.SamePerson();
    }
    if (!file.openConditions().isEmpty()) {
      return new GrantDecision.ConditionsOpen(file.openConditions());
    }
    rows.approve(
        List.of(grant.id()), caller.id(), calendar.now(), YearMonth.from(calendar.today()));
    entities.refresh(grant);
    var done = new GrantDecision.Done(files.of(grant));
    audit.wrote("approved", "grant", grant.id(), grant.residentId());
    return done;
  }

  /**
   * Refuses a grant that the caller may see; who proposed it may withdraw it so.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public GrantDecision refuse(UUID id, String reason, OptionalLong expectedVersion) {
    return files
        .findLocked(id)
        .map(file -> refuse(file, reason, expectedVersion))
        .orElseGet(GrantDecision.NotFound::new);
  }

  private GrantDecision refuse(GrantFile file, String reason, OptionalLong expectedVersion) {
    var grant = file.grant();
    if (expectedVersion.orElse(grant.version()) != grant.version()) {
      return new GrantDecision.ChangedMeanwhile();
    }
    if (grant.state() != GrantState.PROPOSED) {
      return new GrantDecision.NotNow(grant.state());
    }
    grant.refuse(caller.id(), calendar.now(), reason);
    entities.flush();
    var done = new GrantDecision.Done(files.of(grant));
    audit.wrote("refused", "grant", grant.id(), grant.residentId());
    return done;
  }
}
