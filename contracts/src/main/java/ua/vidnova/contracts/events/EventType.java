package ua.vidnova.contracts.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What services promise about one type of event.
 *
 * @param type CloudEvents type, {@code ua.vidnova.<service>.<Name>.v<number>}
 * @param topic where it is published and what keys it
 * @param consumers services that handle it, such as {@code payments}
 * @param schemaText the published JSON Schema 2020-12 of the data; open to fields that it does not
 *     name, for readers
 * @param sampleText one invented message's data, on which producers and consumers both test
 */
public record EventType(
    String type, Topic topic, List<String> consumers, String schemaText, String sampleText) {

  /** The service that publishes it, such as {@code registry}. */
  public String producer() {
    return type.split("\\.", 4)[2];
  }

  /** Name and version without the prefix, such as {@code ResidentRegistered.v1}. */
  public String shortName() {
    return shortName(type);
  }

  static String shortName(String type) {
    return type.split("\\.", 4)[3];
  }

  public JsonNode schema() {
    return EventCatalogue.parse(schemaText);
  }

  /**
   * The schema closed to fields that it does not name, under an {@code $id} of its own. Producers
   * test against this form, so that nothing unpublished leaves a service; a reader that used it
   * would refuse a newer producer.
   */
  public JsonNode producerSchema() {
    ObjectNode schema = (ObjectNode) schema();
    schema.put("$id", schema.get("$id").textValue() + ":producer");
    close(schema);
    return schema;
  }

  public JsonNode sample() {
    return EventCatalogue.parse(sampleText);
  }

  private static void close(JsonNode schema) {
    schema.forEach(EventType::close);
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
  }
}
