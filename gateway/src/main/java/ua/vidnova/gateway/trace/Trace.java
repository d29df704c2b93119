package ua.vidnova.gateway.trace;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The names under which a request is found again in every log.
 *
 * @param parent W3C {@code traceparent}: the caller's, or one made here
 * @param requestId answered as {@code X-Request-Id}: the caller's, or else the id of the trace
 */
public record Trace(String parent, String requestId) {

  private static final Pattern PARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  /** The trace of a request that has passed {@link AccessLog}. */
  public static Trace of(RoutingContext context) {
    return context.get(Trace.class.getName());
  }

  static Trace of(HttpServerRequest request) {
    var given = request.getHeader("traceparent");
    var parent = given != null && PARENT.matcher(given).matches() ? given : newParent();
    var id = request.getHeader("X-Request-Id");
    return new Trace(
        parent, id != null && REQUEST_ID.matcher(id).matches() ? id : parent.substring(3, 35));
  }

  void remember(RoutingContext context) {
    context.put(Trace.class.getName(), this);
  }

  private static String newParent() {
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    var trace =
        hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE));
    return "00-" + trace + "-" + hex.toHexDigits(random.nextLong(1, Long.MAX_VALUE)) + "-01";
  }
}
