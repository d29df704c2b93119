package ua.vidnova.gateway.problems;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Answers a request with a problem instead of what it asked for. */
public final class Refusal {

  /** How long a client that is still sending is heard out before the connection is closed. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  /** How soon a client may try a service again that is down. */
  private static final int RETRY_SECONDS = 5;

  private Refusal() {}

  public static void send(RoutingContext context, Problem problem) {
    var response = context.response();
    if (response.closed() || response.headWritten()) {
      context.request().connection().close();
      return;
    }
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    switch (problem.status()) {
      case 401 -> response.putHeader("WWW-Authenticate", challenge(context));
      case 502, 503, 504 -> response.putHeader(HttpHeaders.RETRY_AFTER, "" + RETRY_SECONDS);
      default -> {}
    }
    hearOut(context);
    response.end(problem.toJson().toBuffer());
  }

  private static String challenge(RoutingContext context) {
    var sent = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return sent != null && sent.regionMatches(true, 0, "DPoP ", 0, 5)
        ? "DPoP algs=\"ES256 PS256 RS256\""
        : "Bearer";
  }

  /**
   * Discards what the client still sends. To hang up at once would reset the connection, and the
   * client would see that instead of the problem; to listen for ever would be an open door.
   */
  private static void hearOut(RoutingContext context) {
    var request = context.request();
    if (request.isEnded()) {
      return;
    }
    request.resume();
    if (hasBody(request)) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      var connection = request.connection();
      var hangUp = context.vertx().setTimer(LINGER.toMillis(), timer -> connection.close());
      connection.closeHandler(closed -> context.vertx().cancelTimer(hangUp));
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
  }
}
