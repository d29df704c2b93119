package ua.vidnova.payments.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which periods may be run, which guards against a slip of the pen; and how a run is divided. */
@ConfigMapping(prefix = "vidnova.payments.run")
public interface RunConfig {

  /** Months before the current one. */
  @WithDefault("12")
  int monthsBackMax();

  /** Months after the current one. */
  @WithDefault("1")
  int monthsAheadMax();

  /**
   * Resumed awards that make up a shard, about. More make longer transactions, and more to repeat
   * when a replica dies; fewer make more shards that each look through all awards.
   */
  @WithDefault("20000")
  int awardsPerShard();
}
