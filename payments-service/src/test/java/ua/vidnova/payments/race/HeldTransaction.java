package ua.vidnova.payments.race;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work whose transaction is done but not yet committed, so that another can run into it. */
final class HeldTransaction implements AutoCloseable {

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final CountDownLatch done = new CountDownLatch(1);
  private final CountDownLatch mayCommit = new CountDownLatch(1);
  private final Future<?> finished;

  /** Does the work and returns when only the commit is missing. */
  HeldTransaction(Runnable work) throws InterruptedException, ExecutionException {
    finished = thread.submit(() -> inRequest(work));
    while (!done.await(50, TimeUnit.MILLISECONDS)) {
      if (finished.isDone()) {
        finished.get();
      }
    }
  }

  private void inRequest(Runnable work) {
    var request = Arc.container().requestContext();
    request.activate();
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                work.run();
                done.countDown();
                awaitLeave();
              });
    } finally {
      request.terminate();
    }
  }

  private void awaitLeave() {
    try {
      if (!mayCommit.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody let this transaction commit");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets it commit and waits until it has. */
  void commit() throws InterruptedException, ExecutionException, TimeoutException {
    mayCommit.countDown();
    finished.get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    mayCommit.countDown();
    thread.shutdown();
  }
}
