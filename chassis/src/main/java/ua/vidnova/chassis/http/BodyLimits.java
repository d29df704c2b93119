package ua.vidnova.chassis.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How large a request's body may be. */
@ConfigMapping(prefix = "vidnova.http")
public interface BodyLimits {

  /** For every path that has no limit of its own. */
  @WithDefault("1M")
  MemorySize bodyMax();

  /** By exact path, for files; at most {@code quarkus.http.limits.max-body-size}. */
  Map<String, MemorySize> bodyMaxOf();
}
