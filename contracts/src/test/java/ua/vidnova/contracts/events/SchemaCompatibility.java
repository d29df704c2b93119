package ua.vidnova.contracts.events;

import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.CHANGED_KEY;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.CHANGED_PARTITIONS;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.CHANGED_RESTRICTION;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.CHANGED_RULE;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.MOVED_TYPE;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.NEWLY_REQUIRED;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.NO_LONGER_REQUIRED;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.REMOVED_PROPERTY;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.REMOVED_TOPIC;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.REMOVED_TYPE;
import static ua.vidnova.contracts.events.SchemaCompatibility.Breakage.SHORTENED_RETENTION;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what a changed contract breaks of a published one. Old readers must read new events, and
 * new readers the old events that topics retain, so a rule may be neither narrowed nor widened. The
 * only changes let through are an added optional field, other words of explanation, an added type
 * or topic, a longer retention, and other consumers; any other keyword must stay as it was.
 */
final class SchemaCompatibility {

  enum Breakage {
    REMOVED_TYPE,
    MOVED_TYPE,
    REMOVED_TOPIC,
    CHANGED_KEY,
    CHANGED_PARTITIONS,
    CHANGED_RESTRICTION,
    SHORTENED_RETENTION,
    REMOVED_PROPERTY,
    NEWLY_REQUIRED,
    NO_LONGER_REQUIRED,
    CHANGED_RULE
  }

  private static final Set<String> EXPLANATIONS =
      Set.of("title", "description", "$comment", "examples", "deprecated");
  private static final Set<String> SETS = Set.of("enum", "type");

  private final List<String> breakages = new ArrayList<>();

  private SchemaCompatibility() {}

  /** Breakages as {@code KIND place}; none if the current contract keeps the published promises. */
  static List<String> breakages(EventCatalogue published, EventCatalogue current) {
    var comparison = new SchemaCompatibility();
    published.topics().forEach(topic -> comparison.compare(topic, current));
    published.types().forEach(type -> comparison.compare(type, current));
    return comparison.breakages;
  }

  /** The same for one schema; a place is a JSON Pointer into it. */
  static List<String> breakages(JsonNode published, JsonNode current) {
    var comparison = new SchemaCompatibility();
    comparison.compare("", published, current);
    return comparison.breakages;
  }

  private void compare(Topic published, EventCatalogue current) {
    var found = current.findTopic(published.name());
    if (found.isEmpty()) {
      report(REMOVED_TOPIC, published.name());
      return;
    }
    Topic topic = found.get();
    reportIf(!topic.key().equals(published.key()), CHANGED_KEY, topic.name());
    reportIf(topic.partitions() != published.partitions(), CHANGED_PARTITIONS, topic.name());
    reportIf(topic.restricted() != published.restricted(), CHANGED_RESTRICTION, topic.name());
    reportIf(topic.retentionMs() < published.retentionMs(), SHORTENED_RETENTION, topic.name());
  }

  private void compare(EventType published, EventCatalogue current) {
    var found = current.find(published.type());
    if (found.isEmpty()) {
      report(REMOVED_TYPE, published.type());
      return;
    }
    EventType type = found.get();
    reportIf(!type.topic().name().equals(published.topic().name()), MOVED_TYPE, type.type());
    compare(type.type(), published.schema(), type.schema());
  }

  private void compare(String place, JsonNode published, JsonNode current) {
    for (String keyword : new TreeSet<>(names(published, current))) {
      String at = place + "/" + keyword;
      JsonNode before = published.path(keyword);
      JsonNode after = current.path(keyword);
      switch (keyword) {
        case "properties" -> compareProperties(at, before, after);
        case "required" -> compareRequired(at, texts(before), texts(after));
        case "items" -> compareSubschema(at, before, after);
        default -> reportIf(!saysTheSame(keyword, before, after), CHANGED_RULE, at);
      }
    }
  }

  private void compareProperties(String place, JsonNode published, JsonNode current) {
    for (Map.Entry<String, JsonNode> property : published.properties()) {
      String at = place + "/" + property.getKey();
      if (current.has(property.getKey())) {
        compareSubschema(at, property.getValue(), current.get(property.getKey()));
      } else {
        report(REMOVED_PROPERTY, at);
      }
    }
  }

  private void compareRequired(String place, Set<String> published, Set<String> current) {
    for (String name : new TreeSet<>(current)) {
      reportIf(!published.contains(name), NEWLY_REQUIRED, place + "/" + name);
    }
    for (String name : new TreeSet<>(published)) {
      reportIf(!current.contains(name), NO_LONGER_REQUIRED, place + "/" + name);
    }
  }

  private void compareSubschema(String place, JsonNode published, JsonNode current) {
    if (published.isObject() && current.isObject()) {
      compare(place, published, current);
    } else {
      reportIf(!published.equals(current), CHANGED_RULE, place);
    }
  }

  private static boolean saysTheSame(String keyword, JsonNode published, JsonNode current) {
    return EXPLANATIONS.contains(keyword)
        || published.equals(current)
        || (SETS.contains(keyword)
            && published.isArray()
            && current.isArray()
            && texts(published).equals(texts(current)));
  }

  private static Set<String> names(JsonNode one, JsonNode other) {
    Set<String> names = new HashSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private void reportIf(boolean broken, Breakage breakage, String place) {
    if (broken) {
      report(breakage, place);
    }
  }

  private void report(Breakage breakage, String place) {
    breakages.add(breakage + " " + place);
  }
}
