package ua.vidnova.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCatalogueTest {

  private static final EventCatalogue CATALOGUE = EventCatalogue.platform();
  private static final Path FOLDER = Path.of("src/main/resources/contracts/events");
  private static final Set<String> PERSONAL =
      Set.of(
          "name", "family", "given", "patronymic", "birthDate", "sex", "rnokpp", "phone", "iban");

  static Collection<EventType> types() {
    return CATALOGUE.types();
  }

  static Collection<Topic> topics() {
    return CATALOGUE.topics();
  }

  @Test
  void lists_every_file_in_the_folder_and_no_other() throws IOException {
    Set<String> listed = new TreeSet<>(Set.of("index.json"));
    for (EventType type : types()) {
      String file = type.topic().name() + "/" + type.shortName();
      listed.add(file + ".schema.json");
      listed.add(file + ".sample.json");
    }
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> FOLDER.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_schema_is_well_formed_and_carries_the_name_of_its_type(EventType type) {
    JsonNode schema = type.schema();
    assertThat(Schemas.faultsOfSchema(schema)).isEmpty();
    assertThat(schema.get("$schema").textValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").textValue()).isEqualTo("urn:vidnova:event:" + type.type());
    assertThat(type.type())
        .matches(
            "ua\\.vidnova\\.%s\\.%s\\.v[1-9]"
                .formatted(type.producer(), schema.get("title").textValue()));
    assertThat(type.topic().name()).startsWith(type.producer() + ".");
    assertThat(objectSchemas(schema))
        .allSatisfy(object -> assertThat(object.has("additionalProperties")).isFalse());
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_field_says_what_it_means(EventType type) {
    assertThat(type.schema().get("description").textValue()).isNotBlank();
    assertThat(fieldSchemas(type.schema()))
        .allSatisfy(field -> assertThat(field.path("description").asText()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_sample_holds_every_field_and_keeps_to_the_schema(EventType type) {
    assertThat(Schemas.faults(type.producerSchema(), type.sample())).isEmpty();
    assertThat(fieldNames(type.sample())).isEqualTo(declaredNames(type.schema()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_absent_optional_field_is_in_order_and_an_absent_required_one_is_not(EventType type) {
    Set<String> required = new HashSet<>();
    type.schema().get("required").forEach(name -> required.add(name.textValue()));
    for (String field : names(type.schema().get("properties"))) {
      ObjectNode without = ((ObjectNode) type.sample()).without(List.of(field));
      assertThat(Schemas.faults(type.producerSchema(), without).isEmpty())
          .as(field)
          .isNotEqualTo(required.contains(field));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void null_is_never_sent_in_place_of_an_absent_field(EventType type) {
    for (String field : names(type.schema().get("properties"))) {
      ObjectNode sample = (ObjectNode) type.sample();
      sample.putNull(field);
      assertThat(Schemas.faults(type.schema(), sample)).as(field).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void readers_pass_over_an_unknown_field_that_producers_may_not_send(EventType type) {
    for (int place = 0; place < objects(type.sample()).size(); place++) {
      JsonNode sample = type.sample();
      objects(sample).get(place).put("addedLater", "…");
      assertThat(Schemas.faults(type.schema(), sample)).isEmpty();
      assertThat(Schemas.faults(type.producerSchema(), sample)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_string_keeps_to_a_form(EventType type) {
    for (String field : names(type.schema().get("properties"))) {
      if (type.sample().get(field).isTextual()) {
        ObjectNode sample = (ObjectNode) type.sample();
        sample.set(field, TextNode.valueOf("nonsense"));
        assertThat(Schemas.faults(type.schema(), sample)).as(field).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void a_topic_is_keyed_by_a_field_that_all_its_events_must_have(Topic topic) {
    assertThat(types().stream().filter(type -> type.topic().equals(topic)))
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(type.schema().get("required")).contains(TextNode.valueOf(topic.key())));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void a_topic_names_the_services_that_write_and_read_it(Topic topic) {
    List<EventType> onTopic = types().stream().filter(type -> type.topic().equals(topic)).toList();
    assertThat(topic.producers())
        .containsExactlyElementsOf(
            new TreeSet<>(onTopic.stream().map(EventType::producer).toList()));
    assertThat(topic.consumers())
        .containsExactlyElementsOf(
            new TreeSet<>(onTopic.stream().flatMap(type -> type.consumers().stream()).toList()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void personal_data_travels_on_restricted_topics_only_and_not_for_long(EventType type) {
    Topic topic = type.topic();
    if (topic.restricted()) {
      assertThat(topic.retentionMs()).isLessThanOrEqualTo(7L * 24 * 60 * 60 * 1000);
    } else {
      assertThat(declaredNames(type.schema())).doesNotContainAnyElementsOf(PERSONAL);
    }
  }

  @Test
  void tells_what_a_service_sends_and_receives() {
    assertThat(CATALOGUE.sentBy("medical"))
        .extracting(EventType::shortName)
        .contains("VisitRecorded.v1", "DeathRecorded.v1")
        .doesNotContain("TripChanged.v1");
    assertThat(CATALOGUE.receivedBy("registry"))
        .extracting(EventType::type)
        .contains("ua.vidnova.medical.DeathRecorded.v1")
        .doesNotContain("ua.vidnova.registry.ResidentRegistered.v1");
    assertThat(CATALOGUE.receivedBy("coordination")).isEmpty();
    assertThat(CATALOGUE.sentBy("nobody")).isEmpty();
  }

  @Test
  void a_type_that_was_never_published_is_not_found() {
    assertThat(CATALOGUE.find("ua.vidnova.registry.ResidentRegistered.v2")).isEmpty();
    assertThat(CATALOGUE.findTopic("registry.secrets")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> CATALOGUE.get("nonsense"));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Names of all fields of a message, those of nested objects included. */
  private static Set<String> fieldNames(JsonNode data) {
    Set<String> names = names(data);
    data.forEach(child -> names.addAll(fieldNames(child)));
    return names;
  }

  private static Set<String> declaredNames(JsonNode schema) {
    Set<String> names = names(schema.path("properties"));
    schema.path("properties").forEach(child -> names.addAll(declaredNames(child)));
    if (schema.has("items")) {
      names.addAll(declaredNames(schema.get("items")));
    }
    return names;
  }

  /** The schemas of all fields, those of the objects in lists included. */
  private static List<JsonNode> fieldSchemas(JsonNode schema) {
    return Stream.of(schema.path("properties"), schema.path("items").path("properties"))
        .flatMap(properties -> properties.valueStream())
        .flatMap(field -> Stream.concat(Stream.of(field), fieldSchemas(field).stream()))
        .toList();
  }

  private static List<JsonNode> objectSchemas(JsonNode schema) {
    return Stream.concat(Stream.of(schema), fieldSchemas(schema).stream())
        .filter(one -> one.path("type").asText().equals("object"))
        .toList();
  }

  /** A message and the objects inside it. */
  private static List<ObjectNode> objects(JsonNode data) {
    return Stream.concat(Stream.of(data), data.valueStream().filter(JsonNode::isObject))
        .map(ObjectNode.class::cast)
        .toList();
  }
}
