package ua.vidnova.gateway.trace;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import ua.vidnova.gateway.callers.Caller;

/**
 * Writes one line for each request but those of probes. No query, header or body: these carry names
 * and numbers of people.
 */
@ApplicationScoped
public class AccessLog implements Handler<RoutingContext> {

  private static final Logger LOG = Logger.getLogger("ua.vidnova.gateway.access");

  private static final Set<HttpMethod> KNOWN_METHODS = Set.copyOf(HttpMethod.values());

  @Override
  public void handle(RoutingContext context) {
    var start = System.nanoTime();
    var trace = Trace.of(context.request());
    trace.remember(context);
    context.response().putHeader("X-Request-Id", trace.requestId());
    if (LOG.isInfoEnabled()) {
      context.addEndHandler(end -> write(context, trace, start, end.succeeded()));
    }
    context.next();
  }

  private static void write(RoutingContext context, Trace trace, long start, boolean complete) {
    var method = context.request().method();
    LOG.infof(
        "%s %s status=%s ms=%d request=%s trace=%s client=%s%s",
        KNOWN_METHODS.contains(method) ? method : "OTHER",
        LoggedPath.of(context.request().path()),
        context.response().headWritten() ? context.response().getStatusCode() : "-",
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        trace.requestId(),
        trace.parent().substring(3, 35),
        Caller.of(context).map(Caller::client).orElse("-"),
        complete && context.response().ended() ? "" : " broken-off");
  }
}
