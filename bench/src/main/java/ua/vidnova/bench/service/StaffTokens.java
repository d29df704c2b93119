package ua.vidnova.bench.service;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Access tokens as the realm makes them, signed by a key of this run, so that no Keycloak takes
 * memory and processor from what is measured. The registry verifies them in the same way.
 */
final class StaffTokens {
  private static final Duration VALID_FOR = Duration.ofHours(2);

  private final KeyPair keys;

  StaffTokens() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the registry verifies them by. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  /**
   * A token of a member of staff.
   *
   * @param territory КАТОТТГ code that bounds them
   */
  String of(String role, String territory) {
    var now = Instant.now();
    return Jwt.claims()
        .subject("bench-" + role)
        .preferredUserName("bench-" + role)
        .audience("vidnova")
        .claim("realm_access", Map.of("roles", List.of(role)))
        .claim("hromadas", List.of(territory))
        .issuedAt(now.minusSeconds(60))
        .expiresAt(now.plus(VALID_FOR))
        .jws()
        .sign(keys.getPrivate());
  }
}
