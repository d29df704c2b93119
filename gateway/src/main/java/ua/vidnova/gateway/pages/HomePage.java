package ua.vidnova.gateway.pages;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import ua.vidnova.gateway.callers.Identification;
import ua.vidnova.gateway.callers.IdentifyCaller;
import ua.vidnova.gateway.problems.Problems;

/** The first page: what this is and the way in, or who you are and the ways on. */
@ApplicationScoped
public class HomePage implements Handler<RoutingContext> {

  @CheckedTemplate(basePath = "")
  static class Templates {
    static native TemplateInstance welcome(boolean sessionEnded);

    static native TemplateInstance home(Person person);
  }

  private final IdentifyCaller identify;
  private final TenantConfigBean tenants;

  HomePage(IdentifyCaller identify, TenantConfigBean tenants) {
    this.identify = identify;
    this.tenants = tenants;
  }

  @Override
  public void handle(RoutingContext context) {
    identify.of(context).subscribe().with(who -> show(context, who), context::fail);
  }

  private void show(RoutingContext context, Identification identification) {
    switch (identification) {
      case Identification.Known known -> {
        allowSigningOut(context);
        Pages.show(context, 200, () -> Templates.home(Person.of(known.caller())));
      }
      case Identification.Refused refused ->
          welcome(context, refused.problem().equals(Problems.SESSION_EXPIRED));
      case Identification.Anonymous anonymous -> welcome(context, false);
      case Identification.Redirected redirected -> welcome(context, false);
    }
  }

  private static void welcome(RoutingContext context, boolean sessionEnded) {
    Pages.show(context, 200, () -> Templates.welcome(sessionEnded));
  }

  /** Signing out goes on to Keycloak, and browsers hold a form's redirects to the policy too. */
  private void allowSigningOut(RoutingContext context) {
    var metadata = tenants.getDefaultTenant().getOidcMetadata();
    if (metadata != null && metadata.getEndSessionUri() != null) {
      var keycloak = URI.create(metadata.getEndSessionUri());
      var origin = keycloak.getScheme() + "://" + keycloak.getAuthority();
      context
          .response()
          .putHeader(
              SecurityHeaders.POLICY, SecurityHeaders.policy("form-action 'self' " + origin));
    }
  }
}
