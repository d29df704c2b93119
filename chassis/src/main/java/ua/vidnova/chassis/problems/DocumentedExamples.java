package ua.vidnova.chassis.problems;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Puts examples into the API description: those of {@code openapi/examples.json}, which a service
 * may have and its tests send. Keys are a method and a path; members are {@code request} and the
 * status of an answer. Where there are other media types than JSON, there is an example of each;
 * one that is not JSON is in a file of its own: {@code {"text/csv": "awards.csv"}}. What is not
 * described any more stops the build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedExamples implements OASFilter {

  private static final String FOLDER = "openapi/";
  private static final String REQUEST = "request";
  private static final String JSON = "application/json";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    examples()
        .forEach(
            (operation, examples) ->
                examples.forEach((place, example) -> give(api, operation, place, example)));
  }

  private static void give(OpenAPI api, String operation, String place, Object example) {
    var content =
        find(api, operation)
            .flatMap(described -> content(described, place))
            .orElseThrow(() -> gone(operation, place));
    if (isByMediaType(example)) {
      ((Map<?, ?>) example)
          .forEach((type, one) -> give(content, operation, (String) type, contentOf(one)));
    } else {
      give(content, operation, JSON, example);
    }
  }

  private static Object contentOf(Object example) {
    return example instanceof String file ? text(file) : example;
  }

  private static boolean isByMediaType(Object example) {
    return example instanceof Map<?, ?> map
        && !map.isEmpty()
        && map.keySet().stream().allMatch(key -> key.toString().contains("/"));
  }

  private static void give(Content content, String operation, String type, Object example) {
    var described = content.getMediaType(type);
    if (described == null) {
      throw gone(operation, type + " (but " + content.getMediaTypes().keySet() + ")");
    }
    described.setExamples(null);
    described.setExample(example);
  }

  private static Optional<Operation> find(OpenAPI api, String operation) {
    var methodAndPath = operation.split(" ", 2);
    return Optional.ofNullable(api.getPaths().getPathItem(methodAndPath[1]))
        .map(path -> path.getOperations().get(HttpMethod.valueOf(methodAndPath[0])));
  }

  private static Optional<Content> content(Operation operation, String place) {
    return place.equals(REQUEST)
        ? Optional.ofNullable(operation.getRequestBody()).map(body -> body.getContent())
        : Optional.ofNullable(operation.getResponses().getAPIResponse(place))
            .map(response -> response.getContent());
  }

  private static IllegalStateException gone(String operation, String what) {
    return new IllegalStateException(
        FOLDER + "examples.json tells of " + operation + ", " + what + ", which is not described");
  }

  private static Map<String, Map<String, Object>> examples() {
    try (var file = open("examples.json")) {
      return file == null ? Map.of() : new ObjectMapper().readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (var file = open(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name);
  }
}
