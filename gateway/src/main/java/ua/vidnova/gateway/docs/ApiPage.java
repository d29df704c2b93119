package ua.vidnova.gateway.docs;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import ua.vidnova.gateway.pages.Pages;
import ua.vidnova.gateway.pages.SecurityHeaders;

/** Lets the API page, a static one, run the scripts of Swagger UI, which may call the API. */
@ApplicationScoped
public class ApiPage implements Handler<RoutingContext> {

  private static final String POLICY =
      SecurityHeaders.policy(
          "script-src 'self'; connect-src 'self'; style-src-attr 'unsafe-inline';"
              + " form-action 'none'");

  @Override
  public void handle(RoutingContext context) {
    context.response().putHeader(SecurityHeaders.POLICY, POLICY);
    if (context.normalizedPath().equals("/docs")) {
      Pages.redirect(context, "/docs/");
    } else {
      context.next();
    }
  }
}
