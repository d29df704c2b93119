package ua.vidnova.gateway.callers;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The session of a browser: encrypted tokens in one cookie, which may be cut into several. */
public final class Session {

  private static final String COOKIE = "q_session";

  private Session() {}

  static boolean isCarriedBy(HttpServerRequest request) {
    return request.cookies().stream().anyMatch(Session::isPart);
  }

  /** Has the browser drop a session that does not hold any more. */
  public static void forget(RoutingContext context) {
    context.request().cookies().stream()
        .filter(Session::isPart)
        .map(Cookie::getName)
        .distinct()
        .forEach(name -> context.response().addCookie(expired(name)));
  }

  private static boolean isPart(Cookie cookie) {
    return cookie.getName().startsWith(COOKIE);
  }

  private static Cookie expired(String name) {
    return Cookie.cookie(name, "").setPath("/").setMaxAge(0).setHttpOnly(true);
  }
}
