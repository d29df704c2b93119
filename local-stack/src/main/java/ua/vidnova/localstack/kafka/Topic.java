package ua.vidnova.localstack.kafka;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A topic as contracts' {@code topics.json} describes it.
 *
 * @param retentionMs how long messages are kept, in milliseconds; null for the broker's default
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Topic(String name, int partitions, Long retentionMs) {
  private static final String CONTRACT = "contracts/topics.json";

  /** Every topic that the services promise each other. */
  public static List<Topic> fromContracts() {
    try (InputStream json = Topic.class.getClassLoader().getResourceAsStream(CONTRACT)) {
      if (json == null) {
        throw new IllegalStateException(CONTRACT + " is not on the classpath");
      }
      return List.of(new ObjectMapper().readValue(json, Topic[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + CONTRACT, e);
    }
  }
}
