package ua.vidnova.payments.automatic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.automatic.AutomaticResumption.Notice;
import ua.vidnova.payments.paper.InUkrainian;

/**
 * Proposes a settlement's list by itself when what coordination tells brings the post back there
 * (CMU №162, №1170 p. 4). An officer endorses it and another person approves it.
 */
@ApplicationScoped
public class FollowPost {

  private static final Logger LOG = Logger.getLogger(FollowPost.class);

  private final PostDelivery delivery;
  private final ListedPensions pensions;
  private final ProposeAutomatic proposeAutomatic;
  private final TransactionLock lock;
  private final KyivCalendar calendar;
  private final EntityManager entities;

  @Inject
  FollowPost(
      PostDelivery delivery,
      ListedPensions pensions,
      ProposeAutomatic proposeAutomatic,
      TransactionLock lock,
      KyivCalendar calendar,
      EntityManager entities) {
    this.delivery = delivery;
    this.pensions = pensions;
    this.proposeAutomatic = proposeAutomatic;
    this.lock = lock;
    this.calendar = calendar;
    this.entities = entities;
  }

  /**
   * Takes over news about some settlements, and proposes the lists of those to which the post did
   * not deliver before. News of one settlement follow one another, whatever topic they come from.
   */
  @Transactional
  public void learn(Collection<String> settlements, Runnable news) {
    var concerned = new TreeSet<>(settlements);
    concerned.forEach(one -> lock.waitForOthersWith("post of " + one));
    var before = delivery.since(concerned, calendar.today());
    news.run();
    entities.flush();
    var restored = new TreeMap<>(delivery.since(concerned, calendar.today()));
    restored.keySet().removeAll(before.keySet());
    propose(restored);
  }

  /**
   * Proposes the lists of pensions that were told of after the post had come back; returns how many
   * lists there are.
   */
  @Transactional
  public int catchUp() {
    return propose(new TreeMap<>(delivery.since(pensions.settlements(), calendar.today())));
  }

  private int propose(SortedMap<String, LocalDate> since) {
    return (int)
        since.entrySet().stream()
            .map(one -> new Notice(one.getKey(), one.getValue(), noticeOf(one.getValue())))
            .filter(this::isProposed)
            .count();
  }

  private static String noticeOf(LocalDate since) {
    return "Карта місць виплати: пошта працює з " + InUkrainian.day(since);
  }

  private boolean isProposed(Notice notice) {
    var outcome = proposeAutomatic.takeOver(notice);
    if (outcome instanceof AutomaticOutcome.Done done) {
      LOG.infof("The post is back: list %s has %d cases", done.list().id(), done.totals().cases());
    }
    return outcome instanceof AutomaticOutcome.Done;
  }
}
