package ua.vidnova.gateway.routes;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Collection;
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
          "user-agent",
          "uxp-client",
          "uxp-purpose-ids",
          "uxp-queryid",
          "uxp-service",
          "uxp-subject-id");

  private static final Set<String> NOT_OF_RESPONSES =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-connection",
          "server",
          "set-cookie",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-powered-by");

  private ForwardedHeaders() {}

  /** Copies what may go on to a service; what Connection names belongs to this hop as well. */
  static void copyToService(MultiMap from, MultiMap to) {
    var thisHop = namedByConnection(from);
    for (var header : from) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (OF_REQUESTS.contains(name) && !thisHop.contains(name)) {
        to.add(name, header.getValue());
      }
    }
  }

  /** Copies what may go back to the caller, where the gateway has not set a header of its own. */
  static void copyToCaller(MultiMap from, MultiMap to) {
    var thisHop = namedByConnection(from);
    var ours = lowerCase(to.names());
    for (var header : from) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (!NOT_OF_RESPONSES.contains(name) && !thisHop.contains(name) && !ours.contains(name)) {
        to.add(name, header.getValue());
      }
    }
    if (!to.contains(HttpHeaders.CACHE_CONTROL)) {
      to.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static Set<String> namedByConnection(MultiMap headers) {
    var values = headers.getAll(HttpHeaders.CONNECTION);
    return values.isEmpty() ? Set.of() : lowerCase(List.of(String.join(",", values).split(",")));
  }

  private static Set<String> lowerCase(Collection<String> names) {
    var result = new HashSet<String>();
    names.forEach(name -> result.add(name.strip().toLowerCase(Locale.ROOT)));
    return result;
  }
}
