package ua.vidnova.chassis.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Access tokens as Keycloak makes them, signed with a key of this test JVM. */
public final class TestTokens {

  private static final String PUBLIC = "vidnova.test.public-key";
  private static final String PRIVATE = "vidnova.test.private-key";

  private final String subject;
  private final List<String> roles;
  private List<String> territories = List.of();
  private String organisation;
  private String scope = "profile";
  private String audience = "vidnova";
  private Map<String, Object> confirmation = Map.of();
  private Map<String, String> further = Map.of();
  private Duration validFor = Duration.ofMinutes(10);

  private TestTokens(String subject, List<String> roles) {
    this.subject = subject;
    this.roles = roles;
  }

  /** A member of staff; the subject is made from the name, always the same. */
  public static TestTokens staff(String name, String... roles) {
    return new TestTokens(name, List.of(roles));
  }

  /** A partner's client with its scopes. */
  public static String partner(String client, String organisation, String... scopes) {
    var token = new TestTokens(client, List.of());
    token.organisation = organisation;
    token.scope = String.join(" ", scopes);
    return token.token();
  }

  /** Bounds a member of staff by KATOTTG codes. */
  public TestTokens within(String... codes) {
    territories = List.of(codes);
    return this;
  }

  /**
   * Binds the token (claim {@code cnf}).
   *
   * @param method {@code jkt} or {@code x5t#S256}, see RFC 9449 and RFC 8705
   */
  public TestTokens boundTo(String method, String thumbprint) {
    confirmation = Map.of(method, thumbprint);
    return this;
  }

  /** Makes it the token of an organisation's client, by its ЄДРПОУ. */
  public TestTokens ofOrganisation(String edrpou) {
    organisation = edrpou;
    return this;
  }

  /** Gives it these scopes, as an app's token has them. */
  public TestTokens withScopes(String... scopes) {
    scope = String.join(" ", scopes);
    return this;
  }

  /** Adds a claim of its own. */
  public TestTokens claiming(String name, String value) {
    further = Map.of(name, value);
    return this;
  }

  public TestTokens forAudience(String other) {
    audience = other;
    return this;
  }

  public TestTokens expired() {
    validFor = Duration.ofMinutes(-10);
    return this;
  }

  /** Signs the token. */
  public String token() {
    var now = java.time.Instant.now();
    var claims =
        Jwt.claims()
            .subject(subject)
            .preferredUserName(subject)
            .audience(audience)
            .claim("scope", scope)
            .claim("realm_access", Map.of("roles", roles))
            .claim("hromadas", territories)
            .issuedAt(now.minusSeconds(3600))
            .expiresAt(now.plus(validFor));
    if (organisation != null) {
      claims.claim("organisation", organisation).claim("client_id", subject);
    }
    if (!confirmation.isEmpty()) {
      claims.claim("cnf", confirmation);
    }
    further.forEach(claims::claim);
    return claims.jws().sign(privateKey());
  }

  static synchronized String publicKey() {
    if (System.getProperty(PUBLIC) == null) {
      makeKeys();
    }
    return System.getProperty(PUBLIC);
  }

  private static PrivateKey privateKey() {
    publicKey();
    try {
      var encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void makeKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var keys = generator.generateKeyPair();
      var base64 = Base64.getEncoder();
      System.setProperty(PRIVATE, base64.encodeToString(keys.getPrivate().getEncoded()));
      System.setProperty(PUBLIC, base64.encodeToString(keys.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
