package ua.vidnova.payments.run;

import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** Every shard of a run is done; sums are of what still stands, in kopiykas. */
public record RunExecuted(
    UUID runId, YearMonth period, long instructions, long totalMinor, String currency, long batches)
    implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.runs";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.RunExecuted.v1";
  }

  @Override
  public String key() {
    return runId.toString();
  }
}
