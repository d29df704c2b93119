package ua.vidnova.gateway.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import ua.vidnova.gateway.callers.Identification;
import ua.vidnova.gateway.callers.IdentifyCaller;
import ua.vidnova.gateway.limits.RequestLimits;
import ua.vidnova.gateway.problems.Problem;
import ua.vidnova.gateway.problems.Problems;
import ua.vidnova.gateway.problems.Refusal;

/**
 * Takes a browser to Keycloak and back. Keycloak returns it here with a code; Quarkus turns the
 * code into the session cookie and sends the browser here once more, now signed in.
 */
@ApplicationScoped
public class SignIn implements Handler<RoutingContext> {

  private static final Logger LOG = Logger.getLogger(SignIn.class);

  @CheckedTemplate(basePath = "")
  static class Templates {
    static native TemplateInstance signInFailed(boolean unavailable);
  }

  private final IdentifyCaller identify;
  private final RequestLimits limits;

  SignIn(IdentifyCaller identify, RequestLimits limits) {
    this.identify = identify;
    this.limits = limits;
  }

  @Override
  public void handle(RoutingContext context) {
    if (!limits.admitsAnonymous(context)) {
      Refusal.send(context, Problems.TOO_MANY_REQUESTS);
      return;
    }
    identify.signingInOrOut(context).subscribe().with(who -> next(context, who), context::fail);
  }

  private static void next(RoutingContext context, Identification identification) {
    switch (identification) {
      case Identification.Known known -> Pages.redirect(context, "/");
      case Identification.Redirected redirected -> Pages.redirect(context, redirected.address());
      case Identification.Anonymous anonymous -> goToKeycloak(context);
      case Identification.Refused refused -> failed(context, refused.problem());
    }
  }

  private static void goToKeycloak(RoutingContext context) {
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    authenticator
        .getChallenge(context)
        .subscribe()
        .with(
            challenge ->
                locationOf(challenge)
                    .ifPresentOrElse(
                        address -> Pages.redirect(context, address),
                        () -> failed(context, Problems.SESSION_EXPIRED)),
            failure -> {
              LOG.warnf("Keycloak cannot be reached: %s", failure.getClass().getName());
              failed(context, Problems.SIGN_IN_DOWN);
            });
  }

  /** There is none when Keycloak sent the browser back and the cookie of the attempt is lost. */
  private static Optional<String> locationOf(ChallengeData challenge) {
    return challenge.getHeaders().entrySet().stream()
        .filter(header -> "location".contentEquals(header.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void failed(RoutingContext context, Problem problem) {
    Pages.show(
        context,
        problem.status(),
        () -> Templates.signInFailed(problem.equals(Problems.SIGN_IN_DOWN)));
  }
}
