package ua.vidnova.chassis.problems;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Puts examples into the API description: those of {@code openapi-examples.json}, which a service
 * may have and its tests send. Keys are a method and a path; members are {@code request} and {@code
 * response}, the latter of the success that comes first.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedExamples implements OASFilter {

  private static final String FILE = "openapi-examples.json";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    examples()
        .forEach(
            (operation, examples) -> {
              var methodAndPath = operation.split(" ", 2);
              var path = api.getPaths().getPathItem(methodAndPath[1]);
              if (path == null) {
                throw new IllegalStateException(
                    FILE + " tells of " + operation + ", which is gone");
              }
              path.getOperations()
                  .forEach(
                      (method, described) -> {
                        if (method.name().equals(methodAndPath[0])) {
                          describe(described, examples);
                        }
                      });
            });
  }

  private static void describe(Operation operation, Map<String, Object> examples) {
    if (examples.containsKey("request")) {
      give(operation.getRequestBody().getContent(), examples.get("request"));
    }
    if (examples.containsKey("response")) {
      operation.getResponses().getAPIResponses().entrySet().stream()
          .filter(response -> response.getKey().startsWith("2"))
          .filter(response -> response.getValue().getContent() != null)
          .findFirst()
          .ifPresent(response -> give(response.getValue().getContent(), examples.get("response")));
    }
  }

  private static void give(Content content, Object example) {
    content
        .getMediaTypes()
        .values()
        .forEach(
            type -> {
              type.setExamples(null);
              type.setExample(example);
            });
  }

  private static Map<String, Map<String, Object>> examples() {
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      return file == null ? Map.of() : new ObjectMapper().readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
