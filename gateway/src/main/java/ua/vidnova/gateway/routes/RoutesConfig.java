package ua.vidnova.gateway.routes;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which service answers what begins with {@code /api/<name>/}. */
@ConfigMapping(prefix = "vidnova.routes")
public interface RoutesConfig {

  @WithParentName
  Map<String, Target> byName();

  /** One service. */
  interface Target {

    /** Scheme, host and port; paths go on unchanged. */
    URI url();

    /** Longest wait for a connection, a free place among {@link #connectionsMax} included. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** Longest wait for the answer once the request has been sent. */
    @WithDefault("60S")
    Duration answerTimeout();

    /** Connections kept to the service by this instance; more requests than that wait. */
    @WithDefault("256")
    int connectionsMax();

    /** Largest body of a request. Services set their own, smaller limits where they can. */
    @WithDefault("64M")
    MemorySize bodyMax();

    /**
     * Paths that anyone may read without signing in; {@code *} at the end stands for one segment.
     * Whoever reads them counts as anonymous, by address.
     */
    Optional<Set<String>> publicReads();
  }
}
