package ua.vidnova.chassis.access;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A DPoP proof (RFC 9449) whose signature holds: the sender of a request has the key in it.
 *
 * @param keyThumbprint of that key, as bound tokens name it
 */
record Proof(String keyThumbprint, Map<String, Object> claims) {

  /** How far the clocks of a partner and ours may be apart, and how long a proof is good. */
  static final Duration LIFETIME = Duration.ofSeconds(60);

  private static final String TYPE = "dpop+jwt";
  private static final int ID_LENGTH_MAX = 255;

  private static final AlgorithmConstraints ALGORITHMS =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA256);

  /** The proof that a request carries; empty if it carries none, several, or one that is false. */
  static Optional<Proof> of(RoutingContext request) {
    var sent = request.request().headers().getAll("DPoP");
    if (sent.size() != 1) {
      return Optional.empty();
    }
    try {
      var signed = new JsonWebSignature();
      signed.setAlgorithmConstraints(ALGORITHMS);
      signed.setCompactSerialization(sent.getFirst());
      var key = signed.getJwkHeader();
      if (!TYPE.equals(signed.getHeader("typ")) || key == null || isPrivate(key)) {
        return Optional.empty();
      }
      signed.setKey(key.getPublicKey());
      return signed.verifySignature()
          ? Optional.of(
              new Proof(
                  key.calculateBase64urlEncodedThumbprint("SHA-256"),
                  JsonUtil.parseJson(signed.getPayload())))
          : Optional.empty();
    } catch (JoseException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isPrivate(PublicJsonWebKey key) {
    return key.getPrivateKey() != null;
  }

  /** Whether it was made just now, for this request and this token. */
  boolean isFor(RoutingContext request, String token, Instant now) {
    var url = request.request().absoluteURI().replaceFirst("[?#].*", "");
    return request.request().method().name().equals(claims.get("htm"))
        && url.equals(claims.get("htu"))
        && sha256(token).equals(claims.get("ath"))
        && claims.get("iat") instanceof Long madeAt
        && Math.abs(madeAt - now.getEpochSecond()) <= LIFETIME.toSeconds()
        && id().isPresent();
  }

  /** What makes it unlike every other proof of its owner. */
  Optional<String> id() {
    return claims.get("jti") instanceof String id && !id.isBlank() && id.length() <= ID_LENGTH_MAX
        ? Optional.of(id)
        : Optional.empty();
  }

  private static String sha256(String token) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
