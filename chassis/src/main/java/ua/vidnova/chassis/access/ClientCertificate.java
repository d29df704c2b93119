package ua.vidnova.chassis.access;

import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The certificate that the caller's connection was made with, as the gateway passes it on in {@code
 * Client-Cert} (RFC 9440: base64 of the DER between colons). From outside the gateway takes no such
 * header; between gateway and services the network must not let another in.
 */
final class ClientCertificate {

  private ClientCertificate() {}

  /** SHA-256 of the certificate in base64url, as {@code x5t#S256} has it; empty without one. */
  static Optional<String> thumbprintOf(RoutingContext request) {
    var values = request.request().headers().getAll("Client-Cert");
    if (values.size() != 1) {
      return Optional.empty();
    }
    var value = values.getFirst().strip();
    if (value.length() < 2 || !value.startsWith(":") || !value.endsWith(":")) {
      return Optional.empty();
    }
    try {
      var certificate = Base64.getDecoder().decode(value.substring(1, value.length() - 1));
      var digest = MessageDigest.getInstance("SHA-256").digest(certificate);
      return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
