package ua.vidnova.payments.awardimport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a file of awards may be. */
@ConfigMapping(prefix = "vidnova.payments.award-import")
public interface ImportConfig {

  /** Lines with the header; bounds what a file of rubbish can make us keep. */
  @WithDefault("500000")
  int linesMax();
}
