package ua.vidnova.payments.webhook.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.webhook.SetUpOutcome;

/** A webhook with its secret, which is shown in this answer and never again. */
public record NewSecretView(
    WebhookView webhook,
    @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret) {

  static NewSecretView of(SetUpOutcome.Created created) {
    return new NewSecretView(WebhookView.of(created.webhook()), created.secret());
  }
}
