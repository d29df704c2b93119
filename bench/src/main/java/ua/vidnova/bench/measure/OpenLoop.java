package ua.vidnova.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Work that arrives at a fixed rate, whether what came before is done or not, as people come to a
 * counter. Each time runs from the instant at which the work was due, so that a stall counts for
 * everything that had to wait behind it (no coordinated omission).
 */
public final class OpenLoop {
  private static final long SPIN_NANOS = 200_000;

  private final long intervalNanos;

  /**
   * @param rate pieces of work for each second
   */
  public OpenLoop(int rate) {
    intervalNanos = Duration.ofSeconds(1).toNanos() / rate;
  }

  /**
   * Begins each piece when it is due and waits until all are done.
   *
   * @param begin starts one piece; the stage tells whether it succeeded, an exception that it did
   *     not
   * @param done told each piece with its time and whether it succeeded, on any thread
   */
  public <T> void run(
      List<T> work, Function<T, CompletionStage<Boolean>> begin, BiConsumer<T, Done> done) {
    var all = new ArrayList<CompletableFuture<?>>(work.size());
    long first = System.nanoTime() + intervalNanos;
    for (int i = 0; i < work.size(); i++) {
      long due = first + i * intervalNanos;
      awaitNanoTime(due);
      var piece = work.get(i);
      all.add(
          begin
              .apply(piece)
              .handle((ok, failure) -> failure == null && ok)
              .thenAccept(
                  ok -> done.accept(piece, new Done(Duration.ofNanos(System.nanoTime() - due), ok)))
              .toCompletableFuture());
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
  }

  /** How a piece of work ended. */
  public record Done(Duration took, boolean ok) {}

  private static void awaitNanoTime(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      if (left > SPIN_NANOS) {
        LockSupport.parkNanos(left - SPIN_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
