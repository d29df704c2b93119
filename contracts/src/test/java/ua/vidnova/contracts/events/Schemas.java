package ua.vidnova.contracts.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validation by JSON Schema with formats asserted, as chassis does it. */
final class Schemas {

  private static final SchemaRegistryConfig WITH_FORMATS =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemaRegistryConfig(WITH_FORMATS).schemaCacheEnabled(false));

  private Schemas() {}

  static List<String> faults(JsonNode schema, JsonNode data) {
    return texts(REGISTRY.getSchema(schema).validate(data));
  }

  /** Faults of a schema by its own dialect's rules. */
  static List<String> faultsOfSchema(JsonNode schema) {
    var dialect = SchemaLocation.of(schema.get("$schema").textValue());
    return texts(REGISTRY.getSchema(dialect).validate(schema));
  }

  private static List<String> texts(List<Error> errors) {
    return errors.stream().map(Error::toString).toList();
  }
}
