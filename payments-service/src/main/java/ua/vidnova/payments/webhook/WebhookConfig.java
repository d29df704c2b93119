package ua.vidnova.payments.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How partners are told. The defaults follow the Standard Webhooks specification. */
@ConfigMapping(prefix = "vidnova.webhooks")
public interface WebhookConfig {

  /**
   * What the secrets of all webhooks are made from, at least 32 characters, from the environment
   * and the same for all replicas. Without it no webhook can be set up. To change it changes every
   * secret at once.
   */
  Optional<String> key();

  /** Whether addresses on this machine, and without TLS, are taken: never in production. */
  @WithDefault("false")
  boolean localAddressesAllowed();

  /** Webhooks that one organisation may have. */
  @WithDefault("10")
  int perOrganisationMax();

  /** How long a partner's server may take from the connection to the end of its answer. */
  @WithDefault("10s")
  Duration answerTimeout();

  /** How often an event is tried before the partner has to ask for a replay. */
  @WithDefault("8")
  int attemptsMax();

  /**
   * Wait after the first failure; each further one waits four times as long, give or take a fifth.
   * With eight attempts the last is made after some 23 hours.
   */
  @WithDefault("15s")
  Duration firstRetryAfter();

  /** How long the former secret signs beside the new one. */
  @WithDefault("1d")
  Duration formerSecretKept();

  /** Deliveries are forgotten after so long, whatever became of them. */
  @WithDefault("30d")
  Duration deliveriesKept();

  /** Requests under way at once, of this replica. */
  @WithDefault("32")
  int atOnceMax();

  /** Requests under way at once to one address, of all replicas. */
  @WithDefault("4")
  int atOncePerWebhookMax();
}
