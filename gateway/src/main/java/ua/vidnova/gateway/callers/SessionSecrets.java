package ua.vidnova.gateway.callers;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start in production without the secrets that sessions rest on. Quarkus would make one
 * up, and then neither a second instance nor a restarted one could read the cookies.
 */
@ApplicationScoped
public class SessionSecrets {

  private static final int LENGTH_MIN = 32;

  @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret")
  Optional<String> encryptionSecret;

  @ConfigProperty(name = "quarkus.oidc.credentials.secret")
  Optional<String> clientSecret;

  void check(@Observes StartupEvent start) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      check(encryptionSecret, clientSecret);
    }
  }

  static void check(Optional<String> encryptionSecret, Optional<String> clientSecret) {
    if (encryptionSecret.map(String::length).orElse(0) < LENGTH_MIN) {
      throw new IllegalStateException(
          "Set QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET to a random text of at least "
              + LENGTH_MIN
              + " characters, the same for every instance: it encrypts the session cookies.");
    }
    if (clientSecret.isEmpty()) {
      throw new IllegalStateException(
          "Set QUARKUS_OIDC_CREDENTIALS_SECRET to the secret of the Keycloak client \"gateway\".");
    }
  }
}
