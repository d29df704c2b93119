package ua.vidnova.payments.aidlist;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a settlement's list may be. */
@ConfigMapping(prefix = "vidnova.payments.aid-list")
public interface ListConfig {

  /** Lines with the header; more than the largest settlement of a hromada needs. */
  @WithDefault("50000")
  int linesMax();
}
