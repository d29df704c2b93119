package ua.vidnova.registry.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;

/** Mappings as the database keeps them. */
@ApplicationScoped
public class MappingJson {

  private final ObjectMapper json;

  @Inject
  MappingJson(ObjectMapper json) {
    this.json = json;
  }

  /** Reads a mapping back. */
  public ImportMapping read(SavedMapping saved) {
    return read(saved.definition());
  }

  ImportMapping read(String definition) {
    try {
      return json.readValue(definition, ImportMapping.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String write(ImportMapping mapping) {
    try {
      return json.writeValueAsString(mapping);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
