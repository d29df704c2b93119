package ua.vidnova.chassis.access;

import io.quarkus.oidc.TenantResolver;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Tells from the scheme of the Authorization header whether a proof comes with the token. One that
 * should but does not leaves the caller unknown: plain tokens have another scheme.
 */
@ApplicationScoped
class TokenSchemes implements TenantResolver {

  private static final String DPOP_TENANT = "dpop";
  private static final String PLAIN_TENANT = null;

  @Override
  public String resolve(RoutingContext context) {
    if (!isDpop(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
      return PLAIN_TENANT;
    }
    Optional<Proof> proof = proofOf(context).or(() -> Proof.of(context));
    proof.ifPresent(known -> context.put(Proof.class.getName(), known));
    return proof.isPresent() ? DPOP_TENANT : PLAIN_TENANT;
  }

  /** The proof of a request whose token came with one. */
  static Optional<Proof> proofOf(RoutingContext context) {
    return Optional.ofNullable(context.get(Proof.class.getName()));
  }

  private static boolean isDpop(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, "DPoP ", 0, 5);
  }
}
