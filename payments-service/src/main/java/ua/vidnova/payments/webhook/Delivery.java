package ua.vidnova.payments.webhook;

import java.time.Instant;
import java.util.UUID;

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
    Instant nextAttemptAt,
    Instant lastAttemptAt,
    Integer lastStatus,
    String lastFailure,
    Instant deliveredAt) {

  /** Where an event is on its way. */
  public enum State {
    WAITING,
    DELIVERED,
    /** Tried as often as it is tried; a replay starts it anew. */
    FAILED
  }
}
