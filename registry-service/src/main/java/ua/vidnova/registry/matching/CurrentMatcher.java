package ua.vidnova.registry.matching;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.matching.spelling.NameDictionary;

/** The matcher with the operator's tables and the registry's present frequencies of names. */
@ApplicationScoped
class CurrentMatcher {

  private record Loaded(Matcher matcher, Instant until) {}

  private final MatchingConfig config;
  private final NameCensus census;
  private final KyivCalendar calendar;
  private final MatchWeights weights;
  private volatile Loaded loaded;

  @Inject
  CurrentMatcher(MatchingConfig config, NameCensus census, KyivCalendar calendar) {
    this.config = config;
    this.census = census;
    this.calendar = calendar;
    this.weights = readWeights();
  }

  /** Reads the dictionary beside the start, so that the first registration need not wait for it. */
  void warmUp(@Observes StartupEvent start) {
    Thread.ofVirtual().start(NameDictionary::get);
  }

  Matcher get() {
    var present = loaded;
    var now = calendar.now();
    if (present == null || now.isAfter(present.until())) {
      present = new Loaded(new Matcher(weights, census.read()), now.plus(config.frequenciesKept()));
      loaded = present;
    }
    return present.matcher();
  }

  /** The tables that are in force. */
  MatchWeights weights() {
    return weights;
  }

  /** Has the frequencies read again at the next use. */
  void forget() {
    loaded = null;
  }

  private MatchWeights readWeights() {
    try (var weights = open(config.weightsFile(), MatchWeights.SHIPPED_WEIGHTS);
        var thresholds = open(config.thresholdsFile(), MatchWeights.SHIPPED_THRESHOLDS)) {
      return MatchWeights.read(weights, thresholds);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Reader open(Optional<Path> file, String shipped) throws IOException {
    return file.isPresent()
        ? Files.newBufferedReader(file.get())
        : new InputStreamReader(
            CurrentMatcher.class.getResourceAsStream(shipped), StandardCharsets.UTF_8);
  }
}
