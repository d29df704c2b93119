package ua.vidnova.gateway.callers;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Chooses between the two ways in: a bearer token if an API call carries one, else the session. */
@ApplicationScoped
public class OidcDoors implements TenantResolver {

  private static final String SCHEME = "Bearer ";
  private static final String BEARER_TENANT = "bearer";
  private static final String SESSION_TENANT = "Default";

  static boolean usesBearer(RoutingContext context) {
    return context.normalizedPath().startsWith("/api/")
        && context.request().headers().contains(HttpHeaders.AUTHORIZATION);
  }

  /** The token, if the header has the form of one. */
  static Optional<String> bearerOf(RoutingContext context) {
    var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header.startsWith(SCHEME)
        ? Optional.of(header.substring(SCHEME.length()))
        : Optional.empty();
  }

  @Override
  public String resolve(RoutingContext context) {
    return usesBearer(context) ? BEARER_TENANT : SESSION_TENANT;
  }
}
