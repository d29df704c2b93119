package ua.vidnova.gateway.callers;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;

/**
 * Tells requests of our own pages from those that a foreign page makes a signed-in browser send. A
 * bearer token needs no such care: no browser adds it by itself.
 */
public final class CrossSiteGuard {

  private static final String OWN_HEADER = "X-Vidnova-Request";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private CrossSiteGuard() {}

  /** Whether an API call with a session may go on: it only reads, or a script of ours made it. */
  public static boolean allowsCall(HttpServerRequest request) {
    return SAFE.contains(request.method())
        || ("1".equals(request.getHeader(OWN_HEADER)) && !isForeign(request));
  }

  /** Whether a form was sent by a page of ours; forms cannot add headers, browsers add Origin. */
  public static boolean allowsForm(HttpServerRequest request) {
    return (request.headers().contains("Sec-Fetch-Site")
            || request.headers().contains(HttpHeaders.ORIGIN))
        && !isForeign(request);
  }

  private static boolean isForeign(HttpServerRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return (site != null && !site.equals("same-origin"))
        || (origin != null && !isOwn(origin, request));
  }

  private static boolean isOwn(String origin, HttpServerRequest request) {
    try {
      var authority = URI.create(origin).getAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
