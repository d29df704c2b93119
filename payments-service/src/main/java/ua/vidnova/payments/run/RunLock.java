package ua.vidnova.payments.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.locks.TransactionLock;

/**
 * Lets runs follow each other, and lets what changes whose award is whose follow or precede a run
 * as a whole. Take it before any row; held until the transaction ends.
 */
@ApplicationScoped
public class RunLock {

  private static final long KEY = 0x7669646e6f766102L;

  private final TransactionLock lock;

  @Inject
  RunLock(TransactionLock lock) {
    this.lock = lock;
  }

  /** For a run. */
  void takeAlone() {
    lock.waitForOthersWith(KEY);
  }

  /** For those that no run may meet half-way. */
  public void share() {
    lock.share(KEY);
  }
}
