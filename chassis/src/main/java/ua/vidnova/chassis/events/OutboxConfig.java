package ua.vidnova.chassis.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay that carries events from the outbox to Kafka. */
@ConfigMapping(prefix = "vidnova.outbox")
public interface OutboxConfig {

  /** Whether this replica publishes at all. */
  @WithDefault("true")
  boolean relay();

  /** How long a relay owns its shards after it last said so; a dead one is replaced after it. */
  @WithDefault("10s")
  Duration lease();

  /** The net under NOTIFY: how long an event waits at most when its wake-up was lost. */
  @WithDefault("500ms")
  Duration poll();

  /** Events of one shard that are sent before their rows are deleted. */
  @WithDefault("100")
  int batchPerShard();
}
