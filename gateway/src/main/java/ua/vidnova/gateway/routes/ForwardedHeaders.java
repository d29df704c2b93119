package ua.vidnova.gateway.routes;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers cross the gateway. Of a request only the listed ones do: whatever a service, a
 * library in it or a later proxy might take for an identity or a route, known today or not, stays
 * outside. Of a response all do but those that belong to one connection.
 */
final class ForwardedHeaders {

  private static final Set<String> OF_REQUESTS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "content-digest",
          "content-disposition",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "dpop",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-exist",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "prefer",
          "range",
          "repr-digest",
          "tracestate",
          "user-agent");

  private static final List<String> NOT_OF_RESPONSES =
      List.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-connection",
          "server",
          "set-cookie",
          "te",
          "trailer",
          "upgrade",
          "x-powered-by");

  private ForwardedHeaders() {}

  /** Leaves what may go on to a service; what Connection names belongs to this hop as well. */
  static void keepForService(MultiMap headers) {
    var thisHop = namedByConnection(headers);
    for (var name : Set.copyOf(headers.names())) {
      var key = name.toLowerCase(Locale.ROOT);
      if (!OF_REQUESTS.contains(key) || thisHop.contains(key)) {
        headers.remove(name);
      }
    }
  }

  /**
   * Leaves what may go back to the caller.
   *
   * @param ours headers that the gateway has set already; the service does not add to them
   */
  static void keepForCaller(MultiMap headers, MultiMap ours) {
    namedByConnection(headers).forEach(headers::remove);
    NOT_OF_RESPONSES.forEach(headers::remove);
    ours.names().forEach(headers::remove);
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static Set<String> namedByConnection(MultiMap headers) {
    var names = new HashSet<String>();
    for (var value : headers.getAll(HttpHeaders.CONNECTION)) {
      for (var name : value.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}
