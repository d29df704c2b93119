package ua.vidnova.payments.webhook.http;

import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.payments.webhook.DueDeliveries;
import ua.vidnova.payments.webhook.EventType;
import ua.vidnova.payments.webhook.WebhookSecrets;

/**
 * What goes to a partner's server, as Standard Webhooks has it: the same id and body with every
 * attempt, the time and signatures of this one.
 *
 * @param body JSON: {@code type}, {@code timestamp} of the event, {@code data} with an id and a
 *     link
 */
record SignedMessage(Map<String, String> headers, String body) {

  static SignedMessage of(DueDeliveries.Due due, WebhookSecrets secrets, Instant now) {
    var body = body(due.type(), due.subjectId(), due.occurredAt());
    var id = "msg_" + due.id();
    var signature =
        sign(secrets.of(due.webhook(), due.secretSeries(), due.secretNumber()), id, now, body);
    if (due.formerSecretCounts()) {
      var former = secrets.of(due.webhook(), due.secretSeries(), due.secretNumber() - 1);
      signature += " " + sign(former, id, now, body);
    }
    return new SignedMessage(
        Map.of(
            "Content-Type",
            "application/json",
            "User-Agent",
            "Vidnova",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(now.getEpochSecond()),
            "webhook-signature",
            signature),
        body);
  }

  private static String body(EventType type, UUID subjectId, Instant occurredAt) {
    var data =
        new JsonObject()
            .put(type.subject(), subjectId.toString())
            .put("href", type.address(subjectId));
    return new JsonObject()
        .put("type", type.text())
        .put("timestamp", occurredAt.toString())
        .put("data", data)
        .encode();
  }

  private static String sign(String secret, String id, Instant now, String body) {
    try {
      return new com.standardwebhooks.Webhook(secret).sign(id, now.getEpochSecond(), body);
    } catch (WebhookSigningException everyJavaHasTheAlgorithm) {
      throw new IllegalStateException(everyJavaHasTheAlgorithm);
    }
  }
}
