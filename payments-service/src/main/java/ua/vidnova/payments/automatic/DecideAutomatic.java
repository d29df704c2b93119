package ua.vidnova.payments.automatic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.automatic.ListedPensions.Resumed;
import ua.vidnova.payments.award.AwardResumed;
import ua.vidnova.payments.award.MatchingLock;
import ua.vidnova.payments.derivation.Derivations;

/**
 * The second person's step for a whole settlement: one decision, every case exactly as proposed.
 */
@ApplicationScoped
public class DecideAutomatic {

  private final ListedPensions pensions;
  private final Derivations derivations;
  private final MatchingLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final EntityManager entities;
  private final AuditTrail audit;

  @Inject
  DecideAutomatic(
      ListedPensions pensions,
      Derivations derivations,
      MatchingLock lock,
      Caller caller,
      KyivCalendar calendar,
      Outbox outbox,
      EntityManager entities,
      AuditTrail audit) {
    this.pensions = pensions;
    this.derivations = derivations;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
    this.entities = entities;
    this.audit = audit;
  }

  /** The list, unless it is not there or not the caller's to see. */
  @Transactional
  public Optional<AutomaticOutcome.Done> find(UUID listId) {
    return AutomaticResumption.<AutomaticResumption>findByIdOptional(listId)
        .filter(list -> caller.covers(list.settlement()))
        .map(this::done);
  }

  /** The lists of settlements, oldest first. */
  @Transactional
  public List<AutomaticOutcome.Done> list(
      Collection<String> settlements, Optional<UUID> after, int limit) {
    var ids = pensions.listsOf(settlements, after.orElse(new UUID(0, 0)), limit);
    return ids.isEmpty() ? List.of() : done(AutomaticResumption.listByIds(ids));
  }

  /** An officer stands for what the service proposed by itself. */
  @Transactional
  public AutomaticOutcome endorse(UUID listId) {
    return decide(
        listId,
        list -> {
          if (!list.awaitsEndorsement()) {
            return new AutomaticOutcome.EndorsementNotNeeded();
          }
          list.endorse(caller.id(), calendar.now());
          var done = done(list);
          audit.wrote("endorsed", "automatic-resumption", list.id(), null);
          return done;
        });
  }

  @Transactional
  public AutomaticOutcome approve(UUID listId) {
    return decide(
        listId,
        list -> {
          if (list.awaitsEndorsement()) {
            return new AutomaticOutcome.NotEndorsed();
          }
          if (list.isOf(caller.id())) {
            return new AutomaticOutcome.SamePerson();
          }
          list.approve(caller.id(), calendar.now());
          entities.flush();
          var resumed = pensions.resume(list.id(), caller.id(), calendar.now());
          derivations.putInForce(resumed.stream().map(Resumed::resumptionId).toList());
          outbox.appendAll(resumed.stream().map(this::event).toList());
          var done = done(list);
          audit.wroteAll(
              "approved",
              "automatic-resumption",
              list.id(),
              resumed.stream().map(Resumed::residentId).toList());
          return done;
        });
  }

  @Transactional
  public AutomaticOutcome refuse(UUID listId, String reason) {
    return decide(
        listId,
        list -> {
          list.refuse(caller.id(), calendar.now(), reason);
          entities.flush();
          pensions.refuse(list.id(), caller.id(), reason, calendar.now());
          var done = done(list);
          audit.wrote("refused", "automatic-resumption", list.id(), null);
          return done;
        });
  }

  private AutomaticOutcome decide(
      UUID listId, Function<AutomaticResumption, AutomaticOutcome> decision) {
    lock.share();
    var found =
        AutomaticResumption.findLocked(listId).filter(list -> caller.covers(list.settlement()));
    if (found.isEmpty()) {
      return new AutomaticOutcome.NotFound();
    }
    return found.get().state() == AutomaticResumption.State.PROPOSED
        ? decision.apply(found.get())
        : new AutomaticOutcome.NotNow(found.get().state());
  }

  private AwardResumed event(Resumed one) {
    return new AwardResumed(one.awardId(), one.resumptionId(), one.residentId(), calendar.today());
  }

  private AutomaticOutcome.Done done(AutomaticResumption list) {
    return done(List.of(list)).getFirst();
  }

  private List<AutomaticOutcome.Done> done(List<AutomaticResumption> lists) {
    entities.flush();
    var totals = pensions.totals(lists.stream().map(AutomaticResumption::id).toList());
    return lists.stream()
        .map(
            list ->
                new AutomaticOutcome.Done(list, totals.getOrDefault(list.id(), ListTotals.NOTHING)))
        .toList();
  }
}
