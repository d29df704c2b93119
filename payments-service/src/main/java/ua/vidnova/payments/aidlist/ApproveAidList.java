package ua.vidnova.payments.aidlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.grant.AidGrant;
import ua.vidnova.payments.grant.GrantFacts;
import ua.vidnova.payments.grant.GrantFiles;
import ua.vidnova.payments.grant.GrantRows;
import ua.vidnova.payments.programme.Programmes;

/**
 * The second person's step: every grant of the list that is still free of conditions becomes an
 * award; the others stay proposed, to be decided one by one. Then the money's arrival is noted.
 */
@ApplicationScoped
public class ApproveAidList {

  private static final int GRANTS_PER_CHUNK = 1000;

  private final GrantFiles files;
  private final GrantFacts facts;
  private final GrantRows grants;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  ApproveAidList(
      GrantFiles files,
      GrantFacts facts,
      GrantRows grants,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.files = files;
    this.facts = facts;
    this.grants = grants;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  /** What came of a decision on a list. */
  public sealed interface Outcome {

    /** It was done. */
    record Done(UUID listId) implements Outcome {}

    /** It is not there, or not the caller's to see. */
    record NotFound() implements Outcome {}

    /** The step does not follow on its present state. */
    record NotNow(AidList.State state) implements Outcome {}

    /** Who proposes cannot approve. */
    record SamePerson() implements Outcome {}

    /** The day cannot be. */
    record NotThatDay() implements Outcome {}
  }

  @Transactional
  public Outcome approve(UUID listId) {
    lock.waitForOthersWith(Programmes.LOCK);
    return AidList.findLocked(listId)
        .filter(list -> caller.covers(list.settlement()))
        .map(this::approve)
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome approve(AidList list) {
    if (list.state() != AidList.State.PROPOSED) {
      return new Outcome.NotNow(list.state());
    }
    if (list.proposedBy().equals(caller.id())) {
      return new Outcome.SamePerson();
    }
    list.approve(caller.id(), calendar.now());
    entities.flush();
    var residents = new ArrayList<UUID>();
    var after = new UUID(0, 0);
    for (var some = next(list, after); !some.isEmpty(); some = next(list, after)) {
      var approved = approve(some);
      residents.addAll(approved);
      after = some.getLast().id();
      entities.clear();
    }
    audit.wroteAll("approved", "aid-list", list.id(), residents);
    return new Outcome.Done(list.id());
  }

  private static List<AidGrant> next(AidList list, UUID after) {
    return AidGrant.listProposedOf(list.id(), after, GRANTS_PER_CHUNK);
  }

  private List<UUID> approve(List<AidGrant> some) {
    facts.keepAsTheyAre(some.stream().map(AidGrant::question).toList());
    var open = files.openConditions(some);
    var free = some.stream().filter(grant -> open.get(grant.id()).isEmpty()).toList();
    var approved =
        grants.approve(
            free.stream().map(AidGrant::id).toList(),
            caller.id(),
            calendar.now(),
            YearMonth.from(calendar.today()));
    return free.stream()
        .filter(grant -> approved.contains(grant.id()))
        .map(AidGrant::residentId)
        .toList();
  }

  /** Notes the day on which the money for an approved list was at the partner. */
  @Transactional
  public Outcome fund(UUID listId, LocalDate on) {
    return AidList.findLocked(listId)
        .filter(list -> caller.covers(list.settlement()))
        .map(list -> fund(list, on))
        .orElseGet(Outcome.NotFound::new);
  }

  private Outcome fund(AidList list, LocalDate on) {
    if (list.state() != AidList.State.APPROVED || list.fundedOn() != null) {
      return new Outcome.NotNow(list.state());
    }
    var approvedOn = LocalDate.ofInstant(list.approvedAt(), KyivCalendar.KYIV);
    if (on.isAfter(calendar.today()) || on.isBefore(approvedOn)) {
      return new Outcome.NotThatDay();
    }
    list.fund(on);
    audit.wrote("funded", "aid-list", list.id(), null);
    return new Outcome.Done(list.id());
  }
}
