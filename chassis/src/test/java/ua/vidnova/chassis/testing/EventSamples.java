package ua.vidnova.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ua.vidnova.contracts.events.EventCatalogue;

/** The samples of contracts, with which consumers are tested. */
public final class EventSamples {

  private EventSamples() {}

  /** The sample of a type, such as {@code LifeStateChanged.v1} on {@code registry.residents}. */
  public static ObjectNode json(String topic, String shortName) {
    return EventCatalogue.platform().types().stream()
        .filter(type -> type.topic().name().equals(topic) && type.shortName().equals(shortName))
        .map(type -> (ObjectNode) (JsonNode) type.sample())
        .findFirst()
        .orElseThrow(() -> new AssertionError("No sample " + shortName + " on " + topic));
  }
}
