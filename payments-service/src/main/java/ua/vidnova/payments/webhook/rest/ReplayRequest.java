package ua.vidnova.payments.webhook.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** From when on everything is to be sent again. */
public record ReplayRequest(@NotNull Instant since) {}
