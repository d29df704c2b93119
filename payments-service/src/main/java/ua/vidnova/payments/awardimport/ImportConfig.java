package ua.vidnova.payments.awardimport;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a file of awards may be. */
@ConfigMapping(prefix = "vidnova.payments.award-import")
public interface ImportConfig {

  /** The whole file; some 200,000 awards. */
  @WithDefault("32M")
  MemorySize bytesMax();

  /** Lines with the header; bounds what a file of rubbish can make us keep. */
  @WithDefault("500000")
  int linesMax();
}
