package ua.vidnova.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How many requests one sender may make. Each instance of the gateway counts by itself. */
@ConfigMapping(prefix = "vidnova.limits")
public interface LimitsConfig {

  /** For a person or partner client that has no limit of its own. */
  Rate caller();

  /** For one address, over pages, sign-in and refused calls. */
  Rate anonymous();

  /** Limits of single partner clients, by client id. */
  Map<String, Rate> clients();

  /** Senders remembered at most; the one unheard of for longest is forgotten first. */
  @WithDefault("100000")
  int sendersMax();

  /** A bucket of {@code burst} requests that {@code perSecond} fill again. */
  interface Rate {

    int perSecond();

    int burst();
  }
}
