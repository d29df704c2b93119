package ua.vidnova.registry.matching;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Works at the matching run under way: at once after it was started, and from where it stopped
 * after a restart or a failure. Several replicas may try; one of them takes each step.
 */
@ApplicationScoped
class RunMatching {

  private static final Logger LOG = Logger.getLogger(RunMatching.class);

  private final MatchAll matchAll;
  private final ScheduledExecutorService executor;
  private final ReentrantLock working = new ReentrantLock();

  @Inject
  RunMatching(MatchAll matchAll, ScheduledExecutorService executor) {
    this.matchAll = matchAll;
    this.executor = executor;
  }

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) StartMatching.Started run) {
    executor.execute(this::work);
  }

  @Scheduled(every = "30s", delayed = "30s")
  void goOn() {
    work();
  }

  private void work() {
    if (!working.tryLock()) {
      return;
    }
    try {
      boolean more;
      do {
        more = matchAll.step();
      } while (more);
    } catch (RuntimeException failure) {
      LOG.error("The matching run stopped; it goes on from its position in half a minute", failure);
    } finally {
      working.unlock();
    }
  }
}
