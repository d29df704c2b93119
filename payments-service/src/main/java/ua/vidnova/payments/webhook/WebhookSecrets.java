package ua.vidnova.payments.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that sign what partners are told. None is stored: each is an HMAC of the webhook, of
 * its series and of the secret's number under the service's key, so that the database holds nothing
 * to steal. A webhook that was removed and made anew has another series: no secret comes back.
 */
@ApplicationScoped
public class WebhookSecrets {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH_MIN = 32;

  private final WebhookConfig config;

  @Inject
  WebhookSecrets(WebhookConfig config) {
    this.config = config;
  }

  /** Whether this service was given a key that is long enough. */
  public boolean isReady() {
    return config.key().filter(key -> key.length() >= KEY_LENGTH_MIN).isPresent();
  }

  /** The secret with that number, in the form of Standard Webhooks. */
  public String of(Webhook.Key webhook, UUID series, int number) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      var key = config.key().orElseThrow().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      var what = webhook.organisation() + "/" + webhook.id() + "/" + series + "/" + number;
      return PREFIX
          + Base64.getEncoder().encodeToString(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
