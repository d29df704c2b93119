package ua.vidnova.chassis.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Keeps SMART apps to FHIR, where their scopes are understood: anywhere else the token of one
 * carries none of its person's roles.
 */
@ApplicationScoped
class AppBounds implements SecurityIdentityAugmentor {

  private final String fhir;

  @Inject
  AppBounds(@ConfigProperty(name = "quarkus.rest.path") String root) {
    fhir = root + "/fhir/";
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    throw new IllegalStateException("Quarkus calls the other method, which knows the request");
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity,
      AuthenticationRequestContext context,
      Map<String, Object> attributes) {
    var request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
    var isKept =
        request != null
            && identity.getPrincipal() instanceof JsonWebToken token
            && AppTokens.isApps(token)
            && !request.normalizedPath().startsWith(fhir);
    return Uni.createFrom().item(isKept ? withoutRoles(identity) : identity);
  }

  private static SecurityIdentity withoutRoles(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addCredentials(identity.getCredentials())
        .addAttributes(identity.getAttributes())
        .build();
  }
}
