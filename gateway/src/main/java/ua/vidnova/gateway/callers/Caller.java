package ua.vidnova.gateway.callers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Who sends a request, by a token that has been verified. What the caller may do is for the
 * services to say.
 *
 * @param door the way in
 * @param accessToken the token that goes on to the service
 * @param claims what the token says
 */
public record Caller(Door door, String accessToken, JsonObject claims) {

  /** The ways in. */
  public enum Door {
    /** A token in the Authorization header. */
    BEARER,
    /** The same with a proof that it is the sender's own (RFC 9449). */
    DPOP,
    /** A session cookie of a browser. */
    SESSION
  }

  static Caller of(Door door, String accessToken) {
    var payload = Base64.getUrlDecoder().decode(accessToken.split("\\.", 3)[1]);
    return new Caller(
        door, accessToken, new JsonObject(new String(payload, StandardCharsets.UTF_8)));
  }

  /** The caller of a request that has been identified. */
  public static Optional<Caller> of(RoutingContext context) {
    return Optional.ofNullable(context.get(Caller.class.getName()));
  }

  void remember(RoutingContext context) {
    context.put(Caller.class.getName(), this);
  }

  /** The header by which services know the caller. */
  public String authorization() {
    return (door == Door.DPOP ? "DPoP " : "Bearer ") + accessToken;
  }

  /**
   * Whether the token is the sender's to use: it is bound to nothing, or to what the sender proved.
   *
   * @param certificate thumbprint of the certificate of the sender's connection
   */
  boolean isSenders(Optional<String> certificate) {
    return switch (claims.getValue("cnf")) {
      case null -> true;
      case JsonObject binding -> {
        var toKey = binding.containsKey("jkt");
        var toCertificate = Optional.ofNullable(binding.getString("x5t#S256"));
        yield (toKey || toCertificate.isPresent())
            && (!toKey || door == Door.DPOP)
            && (toCertificate.isEmpty() || toCertificate.equals(certificate));
      }
      default -> false;
    };
  }

  /** When the token expires, in seconds since 1970; 0 if it does not say. */
  long expiresAt() {
    return claims.getLong("exp", 0L);
  }

  public String subject() {
    return claims.getString("sub", "");
  }

  /** The client that the token was issued to: a partner's, or the one that staff sign in with. */
  public String client() {
    return claims.getString("azp", claims.getString("client_id", ""));
  }

  /** Whether the token is an organisation's and not a person's. */
  public boolean isPartner() {
    return claims.containsKey("organisation");
  }

  public String name() {
    return claims.getString("name", claims.getString("preferred_username", ""));
  }

  public List<String> roles() {
    return claims.getValue("realm_access") instanceof JsonObject access
        ? strings(access.getValue("roles"))
        : List.of();
  }

  /** Codes of the territories that bound the person. */
  public List<String> hromadas() {
    return strings(claims.getValue("hromadas"));
  }

  private static List<String> strings(Object claim) {
    return claim instanceof JsonArray array
        ? array.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
