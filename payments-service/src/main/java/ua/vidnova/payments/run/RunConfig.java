package ua.vidnova.payments.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which periods may be run; guards against a slip of the pen. */
@ConfigMapping(prefix = "vidnova.payments.run")
public interface RunConfig {

  /** Months before the current one. */
  @WithDefault("12")
  int monthsBackMax();

  /** Months after the current one. */
  @WithDefault("1")
  int monthsAheadMax();
}
