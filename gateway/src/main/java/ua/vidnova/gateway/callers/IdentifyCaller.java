package ua.vidnova.gateway.callers;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import ua.vidnova.gateway.callers.Caller.Door;
import ua.vidnova.gateway.callers.Identification.Anonymous;
import ua.vidnova.gateway.callers.Identification.Known;
import ua.vidnova.gateway.callers.Identification.Redirected;
import ua.vidnova.gateway.callers.Identification.Refused;
import ua.vidnova.gateway.problems.Problem;
import ua.vidnova.gateway.problems.Problems;

/** Finds out who sends a request, by its token or else by the session of its browser. */
@ApplicationScoped
public class IdentifyCaller {

  private static final Logger LOG = Logger.getLogger(IdentifyCaller.class);

  private static final int CAUSES_MAX = 10;

  private final VerifiedTokens verified;
  private final IngressCertificate certificates;

  IdentifyCaller(VerifiedTokens verified, IngressCertificate certificates) {
    this.verified = verified;
    this.certificates = certificates;
  }

  /** Identifies by what the request carries; without a token or a session nobody is asked. */
  public Uni<Identification> of(RoutingContext context) {
    var door = OidcDoors.of(context);
    if (door == Door.SESSION && !Session.isCarriedBy(context.request())) {
      return Uni.createFrom().item(new Anonymous());
    }
    var known =
        door == Door.BEARER
            ? OidcDoors.bearerOf(context).flatMap(verified::find)
            : Optional.<Caller>empty();
    return known.isPresent()
        ? Uni.createFrom().item(admitted(context, known.get()))
        : throughOidc(context, door);
  }

  /** Identifies and takes part in signing in and out, which {@link #of} leaves alone. */
  public Uni<Identification> signingInOrOut(RoutingContext context) {
    return throughOidc(context, Door.SESSION);
  }

  private Uni<Identification> throughOidc(RoutingContext context, Door door) {
    // Quarkus would answer a failure itself, with a redirect or an empty 401.
    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    return QuarkusHttpUser.getSecurityIdentity(context, null)
        .map(identity -> identified(context, door, identity))
        .onFailure()
        .recoverWithItem(failure -> refused(context, door, failure));
  }

  private Identification identified(RoutingContext context, Door door, SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return new Anonymous();
    }
    var token = identity.getCredential(AccessTokenCredential.class).getToken();
    var caller = Caller.of(door, token);
    if (door == Door.BEARER) {
      verified.add(caller);
    }
    return admitted(context, caller);
  }

  /** A token that holds lets in whoever it was issued to. */
  private Identification admitted(RoutingContext context, Caller caller) {
    if (!caller.isSenders(certificates.of(context).map(IngressCertificate::thumbprint))) {
      return new Refused(Problems.TOKEN_BOUND);
    }
    caller.remember(context);
    return new Known(caller);
  }

  private static Identification refused(RoutingContext context, Door door, Throwable failure) {
    if (failure instanceof AuthenticationRedirectException redirect) {
      return new Redirected(redirect.getRedirectUri());
    }
    if (isOutage(failure)) {
      LOG.warnf("Tokens cannot be checked: %s", failure.getClass().getName());
      return new Refused(Problems.SIGN_IN_DOWN);
    }
    if (door == Door.SESSION) {
      Session.forget(context);
    }
    return new Refused(problemOf(door, failure));
  }

  /** Whether Keycloak is at fault and not what the caller sent: it was needed and not reached. */
  private static boolean isOutage(Throwable failure) {
    return failure instanceof OIDCException
        || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(CAUSES_MAX)
            .anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException);
  }

  private static Problem problemOf(Door door, Throwable failure) {
    if (door == Door.SESSION) {
      return Problems.SESSION_EXPIRED;
    }
    return failure.getCause() instanceof InvalidJwtException jwt
            && jwt.hasErrorCode(ErrorCodes.EXPIRED)
        ? Problems.TOKEN_EXPIRED
        : Problems.TOKEN_INVALID;
  }
}
