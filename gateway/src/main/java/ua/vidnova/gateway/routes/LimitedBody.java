package ua.vidnova.gateway.routes;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body that fails as soon as it is longer than allowed, whatever length it announced. */
final class LimitedBody implements ReadStream<Buffer> {

  /** The body went over its limit. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("body too large", null, false, false);
    }
  }

  private final ReadStream<Buffer> source;
  private final long bytesMax;
  private Handler<Throwable> failureHandler = failure -> {};
  private long bytes;

  LimitedBody(ReadStream<Buffer> source, long bytesMax) {
    this.source = source;
    this.bytesMax = bytesMax;
  }

  boolean isTooLarge() {
    return bytes > bytesMax;
  }

  @Override
  public LimitedBody handler(Handler<Buffer> handler) {
    source.handler(handler == null ? null : buffer -> pass(buffer, handler));
    return this;
  }

  private void pass(Buffer buffer, Handler<Buffer> handler) {
    if (isTooLarge()) {
      return;
    }
    bytes += buffer.length();
    if (isTooLarge()) {
      failureHandler.handle(new TooLarge());
    } else {
      handler.handle(buffer);
    }
  }

  @Override
  public LimitedBody endHandler(Handler<Void> handler) {
    source.endHandler(handler);
    return this;
  }

  @Override
  public LimitedBody exceptionHandler(Handler<Throwable> handler) {
    failureHandler = handler == null ? failure -> {} : handler;
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public LimitedBody pause() {
    source.pause();
    return this;
  }

  @Override
  public LimitedBody resume() {
    source.resume();
    return this;
  }

  @Override
  public LimitedBody fetch(long amount) {
    source.fetch(amount);
    return this;
  }
}
