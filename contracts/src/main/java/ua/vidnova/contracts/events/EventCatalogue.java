package ua.vidnova.contracts.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every published event type and topic, read from the module's own files. */
public final class EventCatalogue {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Topic> topics;
  private final Map<String, EventType> types;

  private EventCatalogue(Map<String, Topic> topics, Map<String, EventType> types) {
    this.topics = Collections.unmodifiableMap(topics);
    this.types = Collections.unmodifiableMap(types);
  }

  /** The platform's catalogue; read once, on first use. */
  public static EventCatalogue platform() {
    return Platform.CATALOGUE;
  }

  public Collection<Topic> topics() {
    return topics.values();
  }

  public Optional<Topic> findTopic(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  public Collection<EventType> types() {
    return types.values();
  }

  /**
   * Looks a type up.
   *
   * @param type full CloudEvents type, such as {@code ua.vidnova.registry.ResidentRegistered.v1}
   */
  public Optional<EventType> find(String type) {
    return Optional.ofNullable(types.get(type));
  }

  /**
   * The type of that name, which must be published.
   *
   * @throws IllegalArgumentException if the type was never published
   */
  public EventType get(String type) {
    return find(type)
        .orElseThrow(() -> new IllegalArgumentException("No published event type " + type));
  }

  /** What a service such as {@code payments} publishes. */
  public List<EventType> sentBy(String service) {
    return types.values().stream().filter(type -> type.producer().equals(service)).toList();
  }

  /** What a service such as {@code payments} handles. */
  public List<EventType> receivedBy(String service) {
    return types.values().stream().filter(type -> type.consumers().contains(service)).toList();
  }

  /**
   * Reads a whole contract.
   *
   * @param textOf the text of a file named from the contract's root, such as {@code topics.json}
   */
  static EventCatalogue read(UnaryOperator<String> textOf) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    for (JsonNode entry : parse(textOf.apply("topics.json"))) {
      Topic topic = JSON.convertValue(entry, Topic.class);
      topics.put(topic.name(), topic);
    }
    Map<String, EventType> types = new LinkedHashMap<>();
    for (JsonNode entry : parse(textOf.apply("events/index.json"))) {
      EventType type = eventType(entry, topics, textOf);
      types.put(type.type(), type);
    }
    return new EventCatalogue(topics, types);
  }

  private static EventType eventType(
      JsonNode entry, Map<String, Topic> topics, UnaryOperator<String> textOf) {
    String type = entry.get("type").textValue();
    String topic = entry.get("topic").textValue();
    List<String> consumers = JSON.convertValue(entry.get("consumers"), new TypeReference<>() {});
    String file = "events/" + topic + "/" + EventType.shortName(type);
    if (!topics.containsKey(topic)) {
      throw new IllegalStateException("contracts lists no topic " + topic);
    }
    return new EventType(
        type,
        topics.get(topic),
        consumers,
        textOf.apply(file + ".schema.json"),
        textOf.apply(file + ".sample.json"));
  }

  private static String resource(String file) {
    try (var resource = EventCatalogue.class.getResourceAsStream("/contracts/" + file)) {
      if (resource == null) {
        throw new IllegalStateException("contracts lacks " + file);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException("contracts holds malformed JSON", malformed);
    }
  }

  private static final class Platform {
    private static final EventCatalogue CATALOGUE = read(EventCatalogue::resource);
  }
}
