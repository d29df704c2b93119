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

  /**
   * By path, for files; a segment {@code *} stands for any one. At most {@code
   * quarkus.http.limits.max-body-size}.
   */
  Map<String, MemorySize> bodyMaxOf();

  /** The limit of a path, in bytes. */
  default long bytesMaxOf(String path) {
    return bodyMaxOf().entrySet().stream()
        .filter(limit -> isOf(limit.getKey().split("/", -1), path.split("/", -1)))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseGet(this::bodyMax)
        .asLongValue();
  }

  private static boolean isOf(String[] pattern, String[] path) {
    if (pattern.length != path.length) {
      return false;
    }
    for (var i = 0; i < path.length; i++) {
      if (!pattern[i].equals("*") && !pattern[i].equals(path[i])) {
        return false;
      }
    }
    return true;
  }
}
