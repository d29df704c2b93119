package ua.vidnova.payments.automatic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.payments.automatic.AutomaticResumption.Notice;
import ua.vidnova.payments.award.MatchingLock;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.resumption.ProposeListed;
import ua.vidnova.payments.settlement.SettlementStatus;

/**
 * The post's notice is taken over: a case of every pension of the settlement that nobody has asked
 * for is opened and proposed. Whom a registrar has met goes the ordinary way.
 */
@ApplicationScoped
public class ProposeAutomatic {

  private final ListedPensions pensions;
  private final ProposeListed proposeListed;
  private final LegalTerms law;
  private final MatchingLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final EntityManager entities;
  private final AuditTrail audit;

  @Inject
  ProposeAutomatic(
      ListedPensions pensions,
      ProposeListed proposeListed,
      LegalTerms law,
      MatchingLock lock,
      Caller caller,
      KyivCalendar calendar,
      EntityManager entities,
      AuditTrail audit) {
    this.pensions = pensions;
    this.proposeListed = proposeListed;
    this.law = law;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.entities = entities;
    this.audit = audit;
  }

  /** On an officer's word, for a settlement of theirs. */
  @Transactional
  public AutomaticOutcome propose(Notice notice) {
    return caller.covers(notice.settlement()) ? takeOver(notice) : new AutomaticOutcome.NotFound();
  }

  /** Whoever brought it: the service does so itself on coordination's word. */
  @Transactional
  AutomaticOutcome takeOver(Notice notice) {
    var oblast =
        oblastOf(notice.settlement()).filter(code -> pensions.isNamed(code, calendar.today()));
    if (oblast.isEmpty()) {
      return new AutomaticOutcome.NotConcerned();
    }
    if (!SettlementStatus.isLiberated(notice.settlement(), calendar.today())) {
      return new AutomaticOutcome.NotLiberated();
    }
    lock.takeAlone();
    return AutomaticResumption.isProposedFor(notice.settlement())
        ? new AutomaticOutcome.AlreadyProposed()
        : propose(notice, oblast.get());
  }

  private AutomaticOutcome propose(Notice notice, String oblast) {
    var concerned = pensions.lockConcerned(oblast, notice.settlement(), calendar.today());
    if (concerned.isEmpty()) {
      return new AutomaticOutcome.NobodyConcerned();
    }
    var list = AutomaticResumption.propose(notice, caller.id(), calendar.now());
    entities.flush();
    var days = law.read().on(calendar.today(), TermCode.DECISION_DAYS).value();
    var cases = pensions.open(list, concerned, calendar.today().plusDays(days), calendar.now());
    proposeListed.propose(cases);
    var done =
        new AutomaticOutcome.Done(
            list, pensions.totals(List.of(list.id())).getOrDefault(list.id(), ListTotals.NOTHING));
    audit.wroteAll("proposed", "automatic-resumption", list.id(), concerned);
    return done;
  }

  private static Optional<String> oblastOf(String settlement) {
    var map = Territories.ukraine();
    var place = map.find(settlement).filter(one -> map.isSettlement(one.code()));
    while (place.isPresent() && place.get().level() > 1) {
      place = map.find(place.get().parentCode());
    }
    return place.map(oblast -> oblast.code());
  }
}
