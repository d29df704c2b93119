package ua.vidnova.payments.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.webhook.SetUpOutcome.AddressRefused;
import ua.vidnova.payments.webhook.SetUpOutcome.Changed;
import ua.vidnova.payments.webhook.SetUpOutcome.ChangedMeanwhile;
import ua.vidnova.payments.webhook.SetUpOutcome.Created;
import ua.vidnova.payments.webhook.SetUpOutcome.NotOffered;
import ua.vidnova.payments.webhook.SetUpOutcome.TooMany;

/** A partner says where and of what it wants to be told, and gets the secret to check it with. */
@ApplicationScoped
public class SetUpWebhook {

  private final Addresses addresses;
  private final WebhookSecrets secrets;
  private final WebhookConfig config;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  SetUpWebhook(
      Addresses addresses,
      WebhookSecrets secrets,
      WebhookConfig config,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.addresses = addresses;
    this.secrets = secrets;
    this.config = config;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * Makes a webhook or changes it.
   *
   * @param version that the caller has read; empty to change whichever there is
   */
  @Transactional
  public SetUpOutcome setUp(
      Webhook.Key key, String url, Set<EventType> types, OptionalLong version) {
    var fault = addresses.fault(url);
    if (fault.isPresent()) {
      return new AddressRefused(fault.get());
    }
    if (!secrets.isReady()) {
      return new NotOffered();
    }
    var known = Webhook.findOf(key);
    if (version.isPresent()
        && known.filter(one -> one.version() == version.getAsLong()).isEmpty()) {
      return new ChangedMeanwhile();
    }
    if (known.isEmpty() && Webhook.countOf(key.organisation()) >= config.perOrganisationMax()) {
      return new TooMany(config.perOrganisationMax());
    }
    var webhook = known.orElseGet(() -> Webhook.of(key, calendar.now()));
    webhook.set(url, types);
    webhook.persistAndFlush();
    audit.wrote("set-up", "webhook", key.id(), null);
    return known.isPresent()
        ? new Changed(webhook)
        : new Created(webhook, secrets.of(key, webhook.secretSeries(), webhook.secretNumber()));
  }

  /** Makes a new secret, which is shown this once; the former one signs beside it for a while. */
  @Transactional
  public Optional<Created> rotateSecret(Webhook.Key key) {
    return Webhook.findOf(key)
        .map(
            webhook -> {
              webhook.rotateSecret(calendar.now().plus(config.formerSecretKept()));
              webhook.persistAndFlush();
              audit.wrote("rotated-secret", "webhook", key.id(), null);
              return new Created(
                  webhook, secrets.of(key, webhook.secretSeries(), webhook.secretNumber()));
            });
  }

  /** Forgets a webhook and everything that was to be told there. */
  @Transactional
  public boolean remove(Webhook.Key key) {
    if (!Webhook.deleteById(key)) {
      return false;
    }
    audit.wrote("removed", "webhook", key.id(), null);
    return true;
  }
}
