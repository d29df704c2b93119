package ua.vidnova.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import ua.vidnova.localstack.process.Home;

/**
 * What is known of the last {@code up} in a home.
 *
 * @param ports its ports, as variables of the environment
 * @param startedAt the instant of its beginning
 * @param readyAfterSeconds how long it took until all parts were ready; null if they never were
 */
record LastUp(Map<String, String> ports, String startedAt, Double readyAfterSeconds) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Optional<LastUp> find(Home home) {
    try {
      Path file = file(home);
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), LastUp.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void save(Home home) {
    try {
      Files.createDirectories(home.runFolder());
      JSON.writeValue(file(home).toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Home home) {
    return home.runFolder().resolve("last-up.json");
  }
}
