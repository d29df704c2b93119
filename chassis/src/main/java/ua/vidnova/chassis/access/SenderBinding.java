package ua.vidnova.chassis.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Holds a bound token (claim {@code cnf}, RFC 7800) to its owner. One that is bound to a key needs
 * a DPoP proof (RFC 9449), made just now and never seen before; one that is bound to a certificate
 * needs the connection's certificate (RFC 8705), which the gateway puts into {@code Client-Cert}. A
 * binding of another kind is not taken on trust. Quarkus checks part of a proof, and neither its
 * age nor whether it is a repetition; here all of it is checked.
 */
@ApplicationScoped
class SenderBinding implements SecurityIdentityAugmentor {

  private final SeenProofs seen;
  private final KyivCalendar calendar;

  @Inject
  SenderBinding(SeenProofs seen, KyivCalendar calendar) {
    this.seen = seen;
    this.calendar = calendar;
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
    if (request == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    var proof = TokenSchemes.proofOf(request);
    if (!isSenders(token, request, proof)) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return proof.isPresent()
        ? context.runBlocking(() -> used(proof.get(), identity))
        : Uni.createFrom().item(identity);
  }

  private boolean isSenders(JsonWebToken token, RoutingContext request, Optional<Proof> proof) {
    Map<?, ?> binding = token.<Object>getClaim("cnf") instanceof Map<?, ?> bound ? bound : Map.of();
    var key = text(binding.get("jkt"));
    var certificate = text(binding.get("x5t#S256"));
    return (binding.isEmpty() || key.isPresent() || certificate.isPresent())
        && key.equals(proof.map(Proof::keyThumbprint))
        && proof.map(each -> each.isFor(request, token.getRawToken(), calendar.now())).orElse(true)
        && (certificate.isEmpty() || certificate.equals(ClientCertificate.thumbprintOf(request)));
  }

  private SecurityIdentity used(Proof proof, SecurityIdentity identity) {
    if (!seen.isNew(proof, calendar.now())) {
      throw new AuthenticationFailedException();
    }
    return identity;
  }

  private static Optional<String> text(Object value) {
    return Optional.ofNullable(value)
        .map(some -> some instanceof JsonString json ? json.getString() : some.toString());
  }
}
