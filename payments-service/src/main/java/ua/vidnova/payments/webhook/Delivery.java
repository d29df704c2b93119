package ua.vidnova.payments.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One event on its way to one webhook, as its partner sees it.
 *
 * @param subjectId what it happened to
 * @param lastStatus HTTP status of the last answer; null when there was none
 * @param lastFailure why there was no answer, a stable code; null when there was one
 */
public record Delivery(
    UUID id,
    EventType eventType,
    UUID subjectId,
    Instant occurredAt,
    State state,
    int attempts,
    @Schema(nullable = true) Instant nextAttemptAt,
    @Schema(nullable = true) Instant lastAttemptAt,
    @Schema(nullable = true) Integer lastStatus,
    @Schema(nullable = true) String lastFailure,
    @Schema(nullable = true) Instant deliveredAt) {

  /** Where an event is on its way. */
  public enum State {
    WAITING,
    DELIVERED,
    /** Tried as often as it is tried; a replay starts it anew. */
    FAILED
  }
}
