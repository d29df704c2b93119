package ua.vidnova.registry.matching;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the matcher is set up. */
@ConfigMapping(prefix = "vidnova.matching")
public interface MatchingConfig {

  /** A file of the form of weights.csv that replaces it; read at start. */
  Optional<Path> weightsFile();

  /** A file of the form of thresholds.csv that replaces it; read at start. */
  Optional<Path> thresholdsFile();

  /** How long counted frequencies of names are used before they are read again. */
  @WithDefault("PT10M")
  Duration frequenciesKept();
}
