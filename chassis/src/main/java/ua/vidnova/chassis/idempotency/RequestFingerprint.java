package ua.vidnova.chassis.idempotency;

import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What the current request asks: SHA-256 over its method, address and body. */
@RequestScoped
class RequestFingerprint {

  private final MessageDigest digest;

  RequestFingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(byte[] body) {
    digest.update(body);
  }

  byte[] of(String method, String address) {
    digest.update((byte) 0);
    digest.update(method.getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) 0);
    return digest.digest(address.getBytes(StandardCharsets.UTF_8));
  }
}
