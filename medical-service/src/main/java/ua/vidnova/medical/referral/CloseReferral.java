package ua.vidnova.medical.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.visit.Referral;
import ua.vidnova.medical.visit.VisibleVisits;
import ua.vidnova.medical.visit.Visit;

/** Notes what became of a referral, by whoever may see the person. */
@ApplicationScoped
public class CloseReferral {

  private final EntityManager entities;
  private final VisibleVisits visibleVisits;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  CloseReferral(
      EntityManager entities,
      VisibleVisits visibleVisits,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail auditTrail) {
    this.entities = entities;
    this.visibleVisits = visibleVisits;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  private record Made(UUID visitId, Referral referral) {}

  /**
   * Adds what the caller says, unless something stands against it.
   *
   * @param referralId as any revision of the visit has it, so that a device need not have read the
   *     last one
   */
  @Transactional
  public Closing close(UUID referralId, ReferralOutcome.Said said) {
    var made = find(referralId);
    made.ifPresent(one -> lock.waitForOthersWith("referrals of " + one.visitId()));
    var visit = made.flatMap(one -> visibleVisits.find(one.visitId()));
    return visit.isEmpty()
        ? new Closing.NotFound()
        : close(visit.get(), ReferralKey.of(visit.get().id(), made.get().referral()), said);
  }

  private Optional<Made> find(UUID referralId) {
    return entities
        .createQuery(
            "select v.originId, part from Visit v join v.referrals part where part.id = ?1",
            Object[].class)
        .setParameter(1, referralId)
        .getResultStream()
        .map(row -> new Made((UUID) row[0], (Referral) row[1]))
        .findFirst();
  }

  private Closing close(Visit visit, ReferralKey key, ReferralOutcome.Said said) {
    if (visit.isWithdrawn()
        || visit.facts().referrals().stream()
            .noneMatch(one -> ReferralKey.of(visit.id(), one).equals(key))) {
      return new Closing.Withdrawn();
    }
    var last = Optional.ofNullable(ReferralOutcome.findLast(List.of(visit.id())).get(key));
    if (last.filter(one -> one.isSaid(said, caller)).isPresent()) {
      return new Closing.Done(last.get(), false);
    }
    if (last.filter(one -> !said.kind().canFollow(one.kind())).isPresent()) {
      return new Closing.ClosedBefore(last.get().kind());
    }
    var errors =
        check(said.on(), last.map(ReferralOutcome::on).orElseGet(visit.facts()::startedOn));
    if (!errors.isEmpty()) {
      return new Closing.Unacceptable(errors);
    }
    var outcome = ReferralOutcome.after(last, key, said, caller, calendar.now());
    auditTrail.wrote("closed", "referral", outcome.id(), visit.residentId());
    return new Closing.Done(outcome, true);
  }

  private List<FieldError> check(LocalDate on, LocalDate earliest) {
    if (on.isAfter(calendar.today())) {
      return List.of(new FieldError("on", "in-the-future", "This day is still to come."));
    }
    return on.isBefore(earliest)
        ? List.of(
            new FieldError("on", "too-early", "The referral, or its last outcome, is of later."))
        : List.of();
  }
}
