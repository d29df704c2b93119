package ua.vidnova.payments.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.payments.automatic.FollowPost;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.identification.FollowStandings;
import ua.vidnova.payments.nonreceipt.FollowNonReceipt;
import ua.vidnova.payments.nonreceipt.RerouteMissed;
import ua.vidnova.payments.suspension.SuspendAwards.Suspended;

/**
 * The review of a day: proposes the lists of settlements that the post serves again, warns first,
 * then suspends those who were warned in time. It may be repeated and caught up with later;
 * replicas follow one another and the second finds nothing to do. A dry run does the same and takes
 * it all back, so its numbers are the ones to expect.
 */
@ApplicationScoped
public class ReviewAwards {

  private static final Logger LOG = Logger.getLogger(ReviewAwards.class);

  private static final List<SuspensionGround> STANDINGS =
      List.of(SuspensionGround.NO_IDENTIFICATION, SuspensionGround.NO_DECLARATION);

  private final FollowPost followPost;
  private final FollowStandings followStandings;
  private final FollowNonReceipt followNonReceipt;
  private final RerouteMissed rerouteMissed;
  private final TransactionLock lock;
  private final TransactionManager transactions;
  private final AuditTrail audit;

  @Inject
  ReviewAwards(
      FollowPost followPost,
      FollowStandings followStandings,
      FollowNonReceipt followNonReceipt,
      RerouteMissed rerouteMissed,
      TransactionLock lock,
      TransactionManager transactions,
      AuditTrail audit) {
    this.followPost = followPost;
    this.followStandings = followStandings;
    this.followNonReceipt = followNonReceipt;
    this.rerouteMissed = rerouteMissed;
    this.lock = lock;
    this.transactions = transactions;
    this.audit = audit;
  }

  @Transactional
  public DailyReview review(LocalDate day, boolean dryRun) {
    lock.waitForOthersWith("payments-daily-review");
    var listed = followPost.catchUp();
    var warned = new EnumMap<SuspensionGround, Integer>(SuspensionGround.class);
    warned.putAll(followStandings.warn(day));
    warned.merge(
        SuspensionGround.NON_RECEIPT_SIX_MONTHS, followNonReceipt.warnAll(day), Integer::sum);
    var suspended = new EnumMap<SuspensionGround, Integer>(SuspensionGround.class);
    var all = new ArrayList<Suspended>();
    for (var ground : STANDINGS) {
      all.addAll(count(ground, followStandings.suspend(ground, day), suspended));
    }
    all.addAll(
        count(SuspensionGround.NON_RECEIPT_SIX_MONTHS, followNonReceipt.suspend(day), suspended));
    var rerouted = rerouteMissed.reroute(day);
    if (dryRun) {
      takeBack();
    } else {
      audit.wroteAll(
          "suspended",
          "daily-review",
          Ids.newId(),
          all.stream().map(Suspended::residentId).toList());
      LOG.infof(
          "Review of %s: listed %d, warned %s, suspended %s, rerouted %d",
          day, listed, warned, suspended, rerouted);
    }
    return new DailyReview(day, dryRun, warned, suspended, listed, rerouted);
  }

  private static List<Suspended> count(
      SuspensionGround ground, List<Suspended> some, EnumMap<SuspensionGround, Integer> counts) {
    counts.put(ground, some.size());
    return some;
  }

  private void takeBack() {
    try {
      if (transactions.getStatus() == Status.STATUS_ACTIVE) {
        transactions.setRollbackOnly();
      }
    } catch (SystemException e) {
      throw new IllegalStateException("The dry run could not be taken back", e);
    }
  }
}
