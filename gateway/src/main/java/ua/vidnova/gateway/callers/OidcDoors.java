package ua.vidnova.gateway.callers;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import ua.vidnova.gateway.callers.Caller.Door;

/**
 * Chooses among the ways in: a token if an API call carries one, with its proof or without; else
 * the session.
 */
@ApplicationScoped
public class OidcDoors implements TenantResolver {

  private static final String SCHEME = "Bearer ";
  private static final String PROOF_SCHEME = "DPoP ";
  private static final String BEARER_TENANT = "bearer";
  private static final String DPOP_TENANT = "dpop";
  private static final String SESSION_TENANT = "Default";

  static Door of(RoutingContext context) {
    var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization == null || !context.normalizedPath().startsWith("/api/")) {
      return Door.SESSION;
    }
    return authorization.regionMatches(true, 0, PROOF_SCHEME, 0, PROOF_SCHEME.length())
        ? Door.DPOP
        : Door.BEARER;
  }

  /** The token, if the header has the form of a plain one. */
  static Optional<String> bearerOf(RoutingContext context) {
    var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header.startsWith(SCHEME)
        ? Optional.of(header.substring(SCHEME.length()))
        : Optional.empty();
  }

  @Override
  public String resolve(RoutingContext context) {
    return switch (of(context)) {
      case BEARER -> BEARER_TENANT;
      case DPOP -> DPOP_TENANT;
      case SESSION -> SESSION_TENANT;
    };
  }
}
