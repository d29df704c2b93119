package ua.vidnova.localstack.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import ua.vidnova.localstack.process.Secrets;

/**
 * The key pair of a partner, which never leaves the partner: it signs for the partner at the token
 * endpoint (RFC 7523, {@code private_key_jwt}) and proves that a token is the partner's own (RFC
 * 9449, DPoP). Signatures are PS256.
 */
public final class PartnerKey {
  private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----\n";
  private static final String PEM_END = "\n-----END PRIVATE KEY-----\n";
  private static final int BITS = 2048;

  private final RsaJsonWebKey key;

  private PartnerKey(RsaJsonWebKey key) {
    this.key = key;
  }

  /** A key pair that nobody has had before. */
  public static PartnerKey generate() {
    return ofPem(newPem());
  }

  /** The key pair of a sample partner, made up when a home is first used and kept there. */
  static PartnerKey of(String client, Secrets secrets) {
    try {
      return ofPem(Files.readString(file(client, secrets)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The PKCS #8 file of a sample partner's private key. */
  static Path file(String client, Secrets secrets) {
    return secrets.file(client + ".pem", PartnerKey::newPem);
  }

  /** What the partner registers: a key set of its public key alone (RFC 7517). */
  public String jwks() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /** SHA-256 of the public key (RFC 7638), to which tokens are bound as {@code jkt}. */
  public String thumbprint() {
    return key.calculateBase64urlEncodedThumbprint("SHA-256");
  }

  /** Says to the token endpoint who asks; good once, for a minute. */
  public String assertion(String client, String audience) {
    long now = Instant.now().getEpochSecond();
    return sign(
        "JWT",
        false,
        Map.of(
            "iss",
            client,
            "sub",
            client,
            "aud",
            audience,
            "jti",
            UUID.randomUUID().toString(),
            "iat",
            now,
            "exp",
            now + Duration.ofMinutes(1).toSeconds()));
  }

  /** A proof of this key with the given claims. */
  public String proof(Map<String, ?> claims) {
    return sign("dpop+jwt", true, claims);
  }

  private String sign(String type, boolean withKey, Map<String, ?> claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
    signature.setHeader("typ", type);
    if (withKey) {
      signature.setJwkHeader(key);
    } else {
      signature.setKeyIdHeaderValue(key.getKeyId());
    }
    signature.setPayload(JsonUtil.toJson(Map.copyOf(claims)));
    signature.setKey(key.getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newPem() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      return PEM_BEGIN + Base64.getMimeEncoder().encodeToString(encoded) + PEM_END;
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static PartnerKey ofPem(String pem) {
    String encoded = pem.replace(PEM_BEGIN, "").replace(PEM_END.strip(), "");
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      RSAPrivateCrtKey secret =
          (RSAPrivateCrtKey)
              rsa.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(encoded)));
      RsaJsonWebKey key =
          new RsaJsonWebKey(
              (RSAPublicKey)
                  rsa.generatePublic(
                      new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent())));
      key.setPrivateKey(secret);
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      return new PartnerKey(key);
    } catch (GeneralSecurityException notAnRsaKey) {
      throw new IllegalStateException(notAnRsaKey);
    }
  }
}
