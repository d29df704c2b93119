package ua.vidnova.payments.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.locks.TransactionLock;

/**
 * Lets shards of a run go side by side, and lets what no shard may meet half-way (a change of whose
 * award is whose, the end of a run) wait until none is under way. Who waits goes before the shards
 * that come later, so it waits for a shard at most, never for a run. Take it before any row; held
 * until the transaction ends.
 */
@ApplicationScoped
public class RunLock {

  private static final long KEY = 0x7669646e6f766102L;

  private final TransactionLock lock;

  @Inject
  RunLock(TransactionLock lock) {
    this.lock = lock;
  }

  /** For a shard. */
  void share() {
    lock.share(KEY);
  }

  /** For those whom no shard may meet half-way. */
  public void takeAlone() {
    lock.waitForOthersWith(KEY);
  }
}
