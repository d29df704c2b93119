package ua.vidnova.payments.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.UUID;

/** What a partner can be told of. Names are for ever; a payload holds ids and a link, no more. */
public enum EventType {
  /** A batch can be taken. */
  BATCH_READY("batch.ready", "batchId", "/api/payments/v1/batches/%s"),
  /** A batch that nobody took has nothing left to pay. */
  BATCH_WITHDRAWN("batch.withdrawn", "batchId", "/api/payments/v1/batches/%s"),
  /** A report on a batch was taken over. */
  REPORT_TAKEN("report.taken", "batchId", "/api/payments/v1/batches/%s"),
  /** The partner asked whether its address works. */
  PING("ping", "webhookId", "/api/payments/v1/webhooks/%s");

  private final String text;
  private final String subject;
  private final String address;

  EventType(String text, String subject, String address) {
    this.text = text;
    this.subject = subject;
    this.address = address;
  }

  /**
   * The type of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  public static EventType of(String text) {
    return Arrays.stream(values())
        .filter(type -> type.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No event type is called that"));
  }

  @JsonValue
  public String text() {
    return text;
  }

  /** The member of the payload that holds the id of what it happened to. */
  public String subject() {
    return subject;
  }

  /** Where the partner reads what it happened to. */
  public String address(UUID subjectId) {
    return address.formatted(subjectId);
  }
}
