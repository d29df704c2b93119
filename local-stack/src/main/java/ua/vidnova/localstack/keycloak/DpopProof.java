package ua.vidnova.localstack.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a caller signs for one request, so that its token is of no use to anyone else (RFC 9449).
 *
 * @param claims {@code htm}, {@code htu}, {@code iat}, {@code jti} and {@code ath}
 */
public record DpopProof(Map<String, Object> claims) {

  public DpopProof {
    claims = Map.copyOf(claims);
  }

  /** A proof made now. */
  public static DpopProof of(String method, String url) {
    return new DpopProof(
        Map.of(
            "htm",
            method,
            "htu",
            url.replaceFirst("[?#].*", ""),
            "iat",
            Instant.now().getEpochSecond(),
            "jti",
            UUID.randomUUID().toString()));
  }

  /** The same for a request that carries an access token. */
  public DpopProof with(String accessToken) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return with("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** The same with a claim set otherwise. */
  public DpopProof with(String claim, Object value) {
    Map<String, Object> changed = new HashMap<>(claims);
    changed.put(claim, value);
    return new DpopProof(changed);
  }

  public String signedBy(PartnerKey key) {
    return key.proof(claims);
  }
}
