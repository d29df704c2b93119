package ua.vidnova.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What browsers must not do with our answers. The policy allows no script at all, and of ours only
 * the style sheet and pictures; a page that needs more sets its own.
 */
@ApplicationScoped
public class SecurityHeaders implements Handler<RoutingContext> {

  public static final String POLICY = "Content-Security-Policy";

  private static final String NOTHING_FOREIGN = policy("form-action 'self'");

  /** The policy with some directives added or set otherwise. */
  public static String policy(String directives) {
    return "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
        + " frame-ancestors 'none'; "
        + directives;
  }

  @Override
  public void handle(RoutingContext context) {
    var response = context.response();
    response
        .putHeader(POLICY, NOTHING_FOREIGN)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "DENY")
        // With "no-referrer" browsers would send our own forms with "Origin: null".
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin");
    if ("https".equals(context.request().scheme())) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }
}
