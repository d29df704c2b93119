package ua.vidnova.payments.webhook.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.webhook.EventType;

/** Where and of what a partner wants to be told. */
public record WebhookRequest(
    @NotBlank
        @Size(max = 500)
        @Schema(
            description = "A public https address without user name and fragment",
            examples = "https://bank.example/vidnova")
        String url,
    @NotEmpty Set<EventType> eventTypes) {}
