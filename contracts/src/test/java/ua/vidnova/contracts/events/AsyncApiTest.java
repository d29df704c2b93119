package ua.vidnova.contracts.events;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI document says the same as the catalogue, the schemas and the samples. */
class AsyncApiTest {

  private static final Path FOLDER = Path.of("src/main/resources/contracts");
  private static final EventCatalogue CATALOGUE = EventCatalogue.platform();
  private static final JsonNode DOCUMENT = document();

  static Collection<EventType> types() {
    return CATALOGUE.types();
  }

  static Collection<Topic> topics() {
    return CATALOGUE.topics();
  }

  @Test
  void keeps_to_the_json_schema_of_asyncapi_3() throws IOException {
    assertThat(Schemas.faults(asyncApiSchema(), DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/info/title",
        "/servers/platform/protocol",
        "/operations/payments.send.payments.awards/action"
      })
  void the_json_schema_of_asyncapi_3_misses_what_must_be_there(String pointer) throws IOException {
    JsonNode broken = document();
    int cut = pointer.lastIndexOf('/');
    ((ObjectNode) broken.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
    assertThat(Schemas.faults(asyncApiSchema(), broken)).isNotEmpty();
  }

  @Test
  void every_reference_leads_somewhere() {
    List<String> references =
        DOCUMENT.findValues("$ref").stream().map(JsonNode::textValue).toList();
    assertThat(references).isNotEmpty().allSatisfy(one -> assertThat(resolve(one)).isNotNull());
  }

  @Test
  void has_one_channel_for_each_topic_and_one_message_for_each_type() {
    assertThat(names(DOCUMENT.get("channels")))
        .isEqualTo(topics().stream().map(Topic::name).collect(toSet()));
    assertThat(DOCUMENT.at("/components/messages").valueStream().map(one -> text(one, "/name")))
        .containsExactlyInAnyOrderElementsOf(types().stream().map(EventType::type).toList());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void a_channel_says_what_the_list_of_topics_says(Topic topic) {
    JsonNode channel = DOCUMENT.get("channels").get(topic.name());
    assertThat(text(channel, "/address")).isEqualTo(topic.name());
    assertThat(text(channel, "/x-key")).isEqualTo(topic.key());
    assertThat(channel.get("x-restricted").booleanValue()).isEqualTo(topic.restricted());
    assertThat(channel.at("/bindings/kafka/partitions").intValue()).isEqualTo(topic.partitions());
    assertThat(channel.at("/bindings/kafka/topicConfiguration/retention.ms").longValue())
        .isEqualTo(topic.retentionMs());
    assertThat(typesOf(channel.get("messages")))
        .containsExactlyInAnyOrderElementsOf(
            types().stream()
                .filter(type -> type.topic().equals(topic))
                .map(EventType::type)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_message_shows_the_published_schema_and_sample(EventType type) {
    JsonNode message =
        DOCUMENT
            .at("/components/messages")
            .valueStream()
            .filter(one -> text(one, "/name").equals(type.type()))
            .findFirst()
            .orElseThrow();
    assertThat(resolve(text(message, "/payload/schema/$ref"))).isEqualTo(type.schema());
    assertThat(resolve(text(message, "/examples/0/payload/$ref"))).isEqualTo(type.sample());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_message_has_cloud_event_headers_and_the_key_of_its_topic(EventType type) {
    Map<String, JsonNode> traits =
        DOCUMENT
            .at("/components/messages/" + type.schema().get("title").textValue() + "/traits")
            .valueStream()
            .flatMap(trait -> resolve(text(trait, "/$ref")).propertyStream())
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    JsonNode headers = resolve(text(traits.get("headers"), "/$ref"));
    JsonNode key = traits.get("bindings").at("/kafka/key");

    assertThat(Schemas.faults(headers, headersOf(type))).isEmpty();
    assertThat(Schemas.faults(headers, headersOf(type).without("ce_id"))).isNotEmpty();
    assertThat(Schemas.faults(key, type.sample().get(type.topic().key()))).isEmpty();
    assertThat(Schemas.faults(key, headersOf(type).get("ce_time"))).isNotEmpty();
  }

  @Test
  void has_an_operation_for_whatever_a_service_sends_or_receives_and_no_other() {
    var promised = new TreeSet<String>();
    for (EventType type : types()) {
      promised.add(type.producer() + " send " + type.topic().name() + " " + type.type());
      for (String consumer : type.consumers()) {
        promised.add(consumer + " receive " + type.topic().name() + " " + type.type());
      }
    }
    var documented = new ArrayList<String>();
    for (JsonNode operation : DOCUMENT.get("operations")) {
      String channel = text(operation, "/channel/$ref").substring("#/channels/".length());
      String start = text(operation, "/tags/0/name") + " " + text(operation, "/action");
      typesOf(operation.get("messages"))
          .forEach(type -> documented.add(start + " " + channel + " " + type));
    }
    assertThat(documented).containsExactlyInAnyOrderElementsOf(promised);
  }

  private static ObjectNode headersOf(EventType type) {
    return new ObjectMapper()
        .createObjectNode()
        .put("ce_specversion", "1.0")
        .put("ce_id", "019aa7d0-b600-75fc-b7ed-0bf28e5faf07")
        .put("ce_source", "/vidnova/" + type.producer())
        .put("ce_type", type.type())
        .put("ce_time", "2026-11-18T09:20:00Z")
        .put("ce_subject", type.sample().get(type.topic().key()).textValue())
        .put("content-type", "application/json");
  }

  private static Stream<String> typesOf(JsonNode references) {
    return references.valueStream().map(one -> text(resolve(text(one, "/$ref")), "/name"));
  }

  /** Follows a reference, and the reference found there, to what it means; null if it is broken. */
  private static JsonNode resolve(String reference) {
    JsonNode found =
        reference.startsWith("#")
            ? DOCUMENT.at(reference.substring(1))
            : EventCatalogue.parse(read(FOLDER.resolve(reference)));
    if (found.isMissingNode()) {
      return null;
    }
    return found.size() == 1 && found.has("$ref") ? resolve(text(found, "/$ref")) : found;
  }

  private static String text(JsonNode node, String pointer) {
    return node.at(pointer).textValue();
  }

  private static Set<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).collect(toSet());
  }

  private static JsonNode asyncApiSchema() throws IOException {
    return new ObjectMapper()
        .readTree(AsyncApiTest.class.getResource("/asyncapi/asyncapi-3.0.0.schema.json"));
  }

  private static JsonNode document() {
    try {
      return new YAMLMapper().readTree(read(FOLDER.resolve("asyncapi.yaml")));
    } catch (IOException malformed) {
      throw new AssertionError("asyncapi.yaml is malformed", malformed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError("Cannot read " + file, unreadable);
    }
  }
}
