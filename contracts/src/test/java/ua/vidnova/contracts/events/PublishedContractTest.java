package ua.vidnova.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the contract against the one in {@code contracts/published}. Run with {@code
 * -Dcontracts.publish} it publishes the contract, unless that would break a promise.
 */
class PublishedContractTest {

  private static final Path CURRENT = Path.of("src/main/resources/contracts");
  private static final Path PUBLISHED = Path.of("published");

  @Test
  void every_published_promise_is_kept() {
    assertThat(SchemaCompatibility.breakages(catalogue(PUBLISHED), catalogue(CURRENT))).isEmpty();
  }

  @Test
  void messages_of_the_published_contract_can_still_be_read() {
    for (EventType old : catalogue(PUBLISHED).types()) {
      JsonNode schema = catalogue(CURRENT).get(old.type()).schema();
      assertThat(Schemas.faults(schema, old.sample())).as(old.type()).isEmpty();
    }
  }

  @Test
  void messages_of_the_current_contract_can_be_read_by_the_published_one() {
    for (EventType old : catalogue(PUBLISHED).types()) {
      JsonNode sample = catalogue(CURRENT).get(old.type()).sample();
      assertThat(Schemas.faults(old.schema(), sample)).as(old.type()).isEmpty();
    }
  }

  @Test
  void the_current_contract_is_published() throws IOException {
    if (System.getProperty("contracts.publish") != null) {
      every_published_promise_is_kept();
      publish();
    }
    assertThat(texts(PUBLISHED))
        .as("publish with -Dtest=PublishedContractTest -Dcontracts.publish, see README.md")
        .isEqualTo(texts(CURRENT));
  }

  private static void publish() throws IOException {
    for (String file : texts(CURRENT).keySet()) {
      Path target = PUBLISHED.resolve(file);
      Files.createDirectories(target.getParent());
      Files.copy(CURRENT.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static EventCatalogue catalogue(Path root) {
    return EventCatalogue.read(file -> read(root.resolve(file)));
  }

  private static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> events = Files.walk(root.resolve("events"))) {
      Stream.concat(events.filter(Files::isRegularFile), Stream.of(root.resolve("topics.json")))
          .forEach(file -> texts.put(root.relativize(file).toString(), read(file)));
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError("Cannot read " + file, unreadable);
    }
  }
}
