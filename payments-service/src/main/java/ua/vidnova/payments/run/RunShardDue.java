package ua.vidnova.payments.run;

import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** A part of an approved run waits to be executed, by whichever replica takes it. */
public record RunShardDue(UUID shardId, UUID runId, int number, int of) implements OutgoingEvent {

  @Override
  public String topic() {
    return "payments.run-shards";
  }

  @Override
  public String type() {
    return "ua.vidnova.payments.RunShardDue.v1";
  }

  @Override
  public String key() {
    return shardId.toString();
  }
}
