package ua.vidnova.registry.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How lists are taken over. */
@ConfigMapping(prefix = "vidnova.registry.imports")
public interface ImportConfig {

  /** Lines that are taken over in one transaction; two such chunks are in memory at a time. */
  @WithDefault("3000")
  int linesPerChunk();

  /** Findings that are kept for the report; all are counted. */
  @WithDefault("1000")
  int findingsKept();

  /** How often it is looked whether something waits that nobody has begun. */
  Duration poll();

  /** How long a file may be on its way before its beginning is thrown away. */
  @WithDefault("1H")
  Duration receivingMax();
}
