package ua.vidnova.payments.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import ua.vidnova.chassis.locks.TransactionLock;

/**
 * Lets awards and residents that arrive at the same time find each other: an import takes it alone
 * before it looks for residents, who look for awards take it together. Whoever comes second sees
 * what the first has committed. Held until the transaction ends.
 */
@ApplicationScoped
public class MatchingLock {

  private static final long KEY = 0x7669646e6f766101L;

  private final TransactionLock lock;

  @Inject
  MatchingLock(TransactionLock lock) {
    this.lock = lock;
  }

  /** For those who look for awards. */
  public void share() {
    lock.share(KEY);
  }

  /** For an import that looks for residents. */
  public void takeAlone() {
    lock.waitForOthersWith(KEY);
  }
}
