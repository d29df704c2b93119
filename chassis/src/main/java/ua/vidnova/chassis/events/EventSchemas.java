package ua.vidnova.chassis.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ua.vidnova.contracts.events.EventType;

/** Checks event data against its published schema. */
@ApplicationScoped
class EventSchemas {

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  /** Tells whether a reader may take the data: fields that the schema does not name are fine. */
  boolean accepts(EventType type, JsonNode data) {
    return schemas
        .computeIfAbsent(type.type(), name -> registry.getSchema(type.schema()))
        .validate(
            data,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .isEmpty();
  }
}
