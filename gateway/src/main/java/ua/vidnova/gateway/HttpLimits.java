package ua.vidnova.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import ua.vidnova.gateway.problems.Problems;
import ua.vidnova.gateway.problems.Refusal;

/**
 * Refuses malformed addresses, and addresses and headers that are too large, with a problem. The
 * HTTP parser has limits of its own, set above these, but can answer nothing but a bare status.
 */
@ApplicationScoped
class HttpLimits implements Handler<RoutingContext> {

  private static final int ADDRESS_CHARS_MAX = 8 * 1024;

  /** A session takes 4 to 8 KiB of cookies. */
  private static final int HEADER_CHARS_MAX = 24 * 1024;

  @Override
  public void handle(RoutingContext context) {
    var request = context.request();
    if (request.uri().length() > ADDRESS_CHARS_MAX) {
      Refusal.send(context, Problems.ADDRESS_TOO_LONG);
    } else if (headerChars(context) > HEADER_CHARS_MAX) {
      Refusal.send(context, Problems.HEADERS_TOO_LARGE);
    } else if (!isAddress(request.uri())) {
      Refusal.send(context, Problems.MALFORMED_REQUEST);
    } else {
      context.next();
    }
  }

  private static boolean isAddress(String uri) {
    try {
      return new URI(uri).getScheme() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static int headerChars(RoutingContext context) {
    var chars = 0;
    for (var header : context.request().headers()) {
      chars += header.getKey().length() + header.getValue().length() + 4;
    }
    return chars;
  }
}
