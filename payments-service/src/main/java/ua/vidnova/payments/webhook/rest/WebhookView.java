package ua.vidnova.payments.webhook.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.webhook.EventType;
import ua.vidnova.payments.webhook.Webhook;

/**
 * A webhook as its partner sees it.
 *
 * @param disabledReason null while it is active
 * @param formerSecretUntil until when two secrets sign; null when it was never rotated
 */
public record WebhookView(
    UUID id,
    String url,
    List<EventType> eventTypes,
    Webhook.State state,
    @Schema(nullable = true) Webhook.DisabledReason disabledReason,
    @Schema(nullable = true) Instant disabledAt,
    @Schema(nullable = true) Instant lastSuccessAt,
    @Schema(nullable = true) Instant formerSecretUntil,
    Instant createdAt) {

  static WebhookView of(Webhook webhook) {
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        webhook.eventTypes(),
        webhook.state(),
        webhook.disabledReason().orElse(null),
        webhook.disabledAt().orElse(null),
        webhook.lastSuccessAt().orElse(null),
        webhook.formerSecretUntil().orElse(null),
        webhook.createdAt());
  }
}
