package ua.vidnova.chassis.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import ua.vidnova.contracts.reference.Territories;

/**
 * Who calls, and within which bounds. Staff are bounded by territories, partners by their own
 * organisation. Work that no one called for, such as an event's, is the service's own.
 */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;
  private final String service;

  @Inject
  public Caller(
      SecurityIdentity identity,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.identity = identity;
    this.service = service;
  }

  /** The token's subject, or {@code service:NAME}. */
  public String id() {
    return token().map(JsonWebToken::getSubject).orElse("service:" + service);
  }

  /** The user's or client's name for people to read. */
  public String name() {
    return token().map(JsonWebToken::getName).orElse(service);
  }

  public Set<String> roles() {
    return identity.getRoles();
  }

  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }

  public boolean isPartner() {
    return organisation().isPresent();
  }

  /** The partner's ЄДРПОУ; empty for staff. */
  public Optional<String> organisation() {
    return token().map(jwt -> jwt.<Object>getClaim("organisation")).map(Caller::text);
  }

  /** KATOTTG codes, of any level, that bound a member of staff; empty covers nothing. */
  public Set<String> territories() {
    return token().map(jwt -> jwt.<Object>getClaim("hromadas")).map(Caller::texts).orElse(Set.of());
  }

  /** Tells whether a place is one of the caller's territories or lies within one. */
  public boolean covers(String territoryCode) {
    var map = Territories.ukraine();
    return territories().stream().anyMatch(bound -> map.isWithin(territoryCode, bound));
  }

  private Optional<JsonWebToken> token() {
    return identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken jwt)
        ? Optional.empty()
        : Optional.of(jwt);
  }

  private static Set<String> texts(Object claim) {
    return switch (claim) {
      case JsonArray array -> array.stream().map(Caller::text).collect(Collectors.toSet());
      case Collection<?> values -> values.stream().map(Caller::text).collect(Collectors.toSet());
      default -> Set.of(text(claim));
    };
  }

  private static String text(Object value) {
    return value instanceof JsonString json ? json.getString() : String.valueOf(value);
  }
}
