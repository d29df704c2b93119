package ua.vidnova.chassis.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/**
 * Stops reading a body behind the limit of its path, whatever length it announced, or none. So one
 * path may take large files while no other does.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class LimitBody implements ReaderInterceptor {

  /** Looked up when it is used, since providers are made before the configuration is read. */
  private final Instance<BodyLimits> limits;

  private final HttpServerRequest request;

  @Inject
  LimitBody(Instance<BodyLimits> limits, HttpServerRequest request) {
    this.limits = limits;
    this.request = request;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    var bytesMax = limits.get().bytesMaxOf(request.path());
    context.setInputStream(new Limited(context.getInputStream(), bytesMax));
    return context.proceed();
  }

  private static final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream body, long bytesMax) {
      super(body);
      this.left = bytesMax;
    }

    @Override
    public int read() throws IOException {
      var one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      var count = super.read(target, from, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new ProblemException(Problems.tooLarge());
      }
    }
  }
}
