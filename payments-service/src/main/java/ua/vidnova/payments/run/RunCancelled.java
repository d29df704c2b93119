package ua.vidnova.payments.run;

import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** A run was cancelled before any of its batches had left. */
public record RunCancelled(UUID runId, YearMonth period) implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.runs";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.RunCancelled.v1";
  }

  @Override
  public String key() {
    return runId.toString();
  }
}
