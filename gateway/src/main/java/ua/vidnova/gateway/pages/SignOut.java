package ua.vidnova.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import ua.vidnova.gateway.callers.CrossSiteGuard;
import ua.vidnova.gateway.callers.Identification;
import ua.vidnova.gateway.callers.IdentifyCaller;
import ua.vidnova.gateway.callers.Session;
import ua.vidnova.gateway.problems.Problems;
import ua.vidnova.gateway.problems.Refusal;

/** Ends the session here and at Keycloak; Keycloak sends the browser back to the first page. */
@ApplicationScoped
public class SignOut implements Handler<RoutingContext> {

  private static final String POST_LOGOUT_COOKIE = "q_post_logout";

  private final IdentifyCaller identify;

  SignOut(IdentifyCaller identify) {
    this.identify = identify;
  }

  @Override
  public void handle(RoutingContext context) {
    if (!CrossSiteGuard.allowsForm(context.request())) {
      Refusal.send(context, Problems.CROSS_SITE_REQUEST);
      return;
    }
    context.request().resume();
    identify.signingInOrOut(context).subscribe().with(who -> leave(context, who), context::fail);
  }

  /** Where Keycloak sends the browser afterwards, with a note of Quarkus's that is done with. */
  public static void done(RoutingContext context) {
    context.response().addCookie(Cookie.cookie(POST_LOGOUT_COOKIE, "").setPath("/").setMaxAge(0));
    Pages.redirect(context, "/");
  }

  private static void leave(RoutingContext context, Identification identification) {
    if (identification instanceof Identification.Redirected toKeycloak) {
      Pages.redirect(context, toKeycloak.address());
    } else {
      Session.forget(context);
      Pages.redirect(context, "/");
    }
  }
}
