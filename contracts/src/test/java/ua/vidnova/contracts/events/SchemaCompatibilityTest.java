package ua.vidnova.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plants each change in a real schema, or in the real contract, and looks what is found. */
class SchemaCompatibilityTest {

  private static final EventCatalogue CATALOGUE = EventCatalogue.platform();
  private static final JsonNode IDENTITY =
      CATALOGUE.get("ua.vidnova.registry.IdentityEstablished.v1").schema();
  private static final JsonNode INSTRUCTION =
      CATALOGUE.get("ua.vidnova.payments.InstructionIssued.v1").schema();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /properties/phone                        |                        | REMOVED_PROPERTY /properties/phone
          /properties/name/properties/patronymic   |                        | REMOVED_PROPERTY /properties/name/properties/patronymic
          /required/-                              | "phone"                | NEWLY_REQUIRED /required/phone
          /properties/name/required/-              | "patronymic"           | NEWLY_REQUIRED /properties/name/required/patronymic
          /properties/name/required                | ["family"]             | NO_LONGER_REQUIRED /properties/name/required/given
          /properties/birthDate/type               | "integer"              | CHANGED_RULE /properties/birthDate/type
          /properties/birthDate/type               | ["string", "null"]     | CHANGED_RULE /properties/birthDate/type
          /properties/birthDate/format             | "date-time"            | CHANGED_RULE /properties/birthDate/format
          /properties/birthDate/format             |                        | CHANGED_RULE /properties/birthDate/format
          /properties/sex/enum                     | ["FEMALE"]             | CHANGED_RULE /properties/sex/enum
          /properties/sex/enum/-                   | "UNKNOWN"              | CHANGED_RULE /properties/sex/enum
          /properties/rnokpp/pattern               | "^[1-9][0-9]{9}$"      | CHANGED_RULE /properties/rnokpp/pattern
          /properties/residentId/pattern           | "^0"                   | CHANGED_RULE /properties/residentId/pattern
          /properties/name/properties/family/maxLength | 50                 | CHANGED_RULE /properties/name/properties/family/maxLength
          /properties/name/properties/family/maxLength | 200                | CHANGED_RULE /properties/name/properties/family/maxLength
          /properties/name/properties/family/minLength | 2                  | CHANGED_RULE /properties/name/properties/family/minLength
          /properties/phone                        | false                  | CHANGED_RULE /properties/phone
          /additionalProperties                    | false                  | CHANGED_RULE /additionalProperties
          /allOf                                   | [{"required": ["x"]}]  | CHANGED_RULE /allOf
          /$id                                     | "urn:vidnova:event:x"  | CHANGED_RULE /$id
          """)
  void a_breaking_change_of_a_schema_is_refused(String pointer, String value, String breakage) {
    assertThat(SchemaCompatibility.breakages(IDENTITY, planted(IDENTITY, pointer, value)))
        .containsExactly(breakage);
  }

  @Test
  void a_raised_minimum_of_an_amount_is_refused() {
    JsonNode raised = planted(INSTRUCTION, "/properties/amountMinor/minimum", "100");
    assertThat(SchemaCompatibility.breakages(INSTRUCTION, raised))
        .containsExactly("CHANGED_RULE /properties/amountMinor/minimum");
  }

  @Test
  void an_added_field_that_is_required_at_once_is_refused() {
    JsonNode current = planted(IDENTITY, "/properties/email", "{\"type\": \"string\"}");
    assertThat(
            SchemaCompatibility.breakages(IDENTITY, planted(current, "/required/-", "\"email\"")))
        .containsExactly("NEWLY_REQUIRED /required/email");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /properties/email                      | {"type": "string"}
          /properties/name/properties/maiden     | {"type": "string", "maxLength": 100}
          /description                           | "Said in other words."
          /properties/rnokpp/description         |
          /properties/phone/$comment             | "An added word."
          /properties/phone/deprecated           | true
          /properties/sex/enum                   | ["FEMALE", "MALE"]
          """)
  void a_compatible_change_of_a_schema_is_let_through(String pointer, String value) {
    JsonNode current = planted(IDENTITY, pointer, value);
    assertThat(current).isNotEqualTo(IDENTITY);
    assertThat(SchemaCompatibility.breakages(IDENTITY, current)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          topics.json       | /2/key         | "settlement"    | CHANGED_KEY registry.identity
          topics.json       | /2/partitions  | 24              | CHANGED_PARTITIONS registry.identity
          topics.json       | /2/restricted  | false           | CHANGED_RESTRICTION registry.identity
          topics.json       | /2/retentionMs | 1000            | SHORTENED_RETENTION registry.identity
          events/index.json | /4             |                 | REMOVED_TYPE ua.vidnova.medical.VisitRecorded.v1
          events/index.json | /4/topic       | "medical.outcomes" | MOVED_TYPE ua.vidnova.medical.VisitRecorded.v1
          """)
  void a_breaking_change_of_topics_and_types_is_refused(
      String file, String pointer, String value, String breakage) {
    assertThat(SchemaCompatibility.breakages(CATALOGUE, withPlanted(file, pointer, value)))
        .containsExactly(breakage);
  }

  @Test
  void a_removed_topic_is_refused() {
    EventCatalogue current =
        EventCatalogue.read(file -> text(file).replace("\"medical.visits\"", "\"medical.seen\""));
    assertThat(SchemaCompatibility.breakages(CATALOGUE, current))
        .containsExactly(
            "REMOVED_TOPIC medical.visits", "MOVED_TYPE ua.vidnova.medical.VisitRecorded.v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          topics.json       | /2/retentionMs | 9999999999
          topics.json       | /4/consumers/- | "payments"
          events/index.json | /5/consumers/- | "payments"
          events/index.json | /-             | {"type": "ua.vidnova.medical.VisitRecorded.v2", "topic": "medical.visits", "consumers": []}
          """)
  void a_compatible_change_of_topics_and_types_is_let_through(
      String file, String pointer, String value) {
    assertThat(SchemaCompatibility.breakages(CATALOGUE, withPlanted(file, pointer, value)))
        .isEmpty();
  }

  private static EventCatalogue withPlanted(String file, String pointer, String value) {
    return EventCatalogue.read(
        name ->
            name.equals(file)
                ? planted(EventCatalogue.parse(text(name)), pointer, value).toString()
                : text(name));
  }

  /** A copy with the value at the pointer set, or removed for null; {@code -} adds to an array. */
  private static JsonNode planted(JsonNode original, String pointer, String json) {
    JsonNode copy = original.deepCopy();
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, cut));
    String name = pointer.substring(cut + 1);
    JsonNode value = json == null ? null : EventCatalogue.parse(json);
    switch (parent) {
      case ObjectNode object when value == null -> object.remove(name);
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array when value == null -> array.remove(Integer.parseInt(name));
      case ArrayNode array -> array.add(value);
      default -> throw new AssertionError("Nothing at " + pointer);
    }
    return copy;
  }

  /**
   * A file of the contract; where the plant moved or raised an event type, that of the original.
   */
  private static String text(String file) {
    String name = Path.of(file).getFileName().toString();
    return find(name)
        .or(() -> find(name.replace(".v2.", ".v1.")))
        .orElseThrow(() -> new AssertionError("Cannot find " + file));
  }

  private static Optional<String> find(String name) {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/contracts"))) {
      var found = files.filter(one -> one.getFileName().toString().equals(name)).findFirst();
      return found.isPresent() ? Optional.of(Files.readString(found.get())) : Optional.empty();
    } catch (IOException unreadable) {
      throw new AssertionError("Cannot read " + name, unreadable);
    }
  }
}
