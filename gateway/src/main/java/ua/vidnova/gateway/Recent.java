package ua.vidnova.gateway;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A value that is good for a while. It is made again when it is asked for after that, once at a
 * time, however many ask. A failure is not kept.
 */
public final class Recent<T> {

  private final Duration lifetime;
  private final Supplier<Future<T>> maker;
  private Future<T> value;
  private long madeAtNanos;

  public Recent(Duration lifetime, Supplier<Future<T>> maker) {
    this.lifetime = lifetime;
    this.maker = maker;
  }

  public synchronized Future<T> get() {
    var now = System.nanoTime();
    if (value == null
        || value.failed()
        || (value.isComplete() && now - madeAtNanos > lifetime.toNanos())) {
      value = maker.get();
      madeAtNanos = now;
    }
    return value;
  }
}
