package ua.vidnova.gateway.callers;

import io.smallrye.config.ConfigMapping;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;

/**
 * The certificate that a caller has proved to own when the ingress, which ends TLS, shook hands
 * with it. The ingress tells in a header of its choice; where none is agreed, nobody has a
 * certificate.
 */
@ApplicationScoped
public class IngressCertificate {

  /** What the ingress in front of the gateway is trusted with. */
  @ConfigMapping(prefix = "vidnova.ingress")
  interface Config {

    /**
     * The header with the certificate, as RFC 9440 has it (base64 of the DER between colons) or as
     * nginx does (a PEM, percent-encoded). The ingress must overwrite what comes from outside, and
     * nothing else may reach the gateway. Empty: no such ingress.
     */
    Optional<String> clientCertificateHeader();
  }

  private final Optional<String> header;

  IngressCertificate(Config config) {
    this.header = config.clientCertificateHeader();
  }

  /** The certificate's DER; empty if there is none or what is told is not one. */
  public Optional<byte[]> of(RoutingContext context) {
    var told = header.map(name -> context.request().headers().getAll(name));
    return told.isPresent() && told.get().size() == 1
        ? read(told.get().getFirst().strip())
        : Optional.empty();
  }

  /** SHA-256 of the certificate in base64url, as tokens that are bound to it have it. */
  static String thumbprint(byte[] certificate) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static Optional<byte[]> read(String told) {
    try {
      var encoded =
          told.length() > 1 && told.startsWith(":") && told.endsWith(":")
              ? Base64.getDecoder().decode(told.substring(1, told.length() - 1))
              // A plus sign is base64's here, not a space.
              : URLDecoder.decode(told.replace("+", "%2B"), StandardCharsets.US_ASCII)
                  .getBytes(StandardCharsets.US_ASCII);
      return Optional.of(
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded))
              .getEncoded());
    } catch (IllegalArgumentException | CertificateException notACertificate) {
      return Optional.empty();
    }
  }
}
