package ua.vidnova.chassis.problems;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the errors of every operation once, so that resources name only their own. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {

  private static final Map<String, String> OF_EVERY_OPERATION =
      Map.of(
          "400", "The request cannot be read; errors name the field or parameter and a code",
          "401", "unauthenticated: a valid access token is needed",
          "403", "forbidden: your role does not allow this",
          "503", "temporarily-unavailable: nothing was kept; repeat as it was");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getComponents().addSchema("Problem", problem());
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(DocumentedProblems::describe);
  }

  private static void describe(Operation operation) {
    var responses = operation.getResponses();
    OF_EVERY_OPERATION.forEach(
        (status, text) -> {
          if (!responses.hasAPIResponse(status) || isGenerated(responses.getAPIResponse(status))) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(text));
          }
        });
    responses.getAPIResponses().entrySet().stream()
        .filter(response -> response.getKey().compareTo("400") >= 0)
        .forEach(response -> response.getValue().setContent(problemContent()));
  }

  /** The descriptions that Quarkus makes when a resource says nothing. */
  private static boolean isGenerated(APIResponse response) {
    return List.of("Not Authorized", "Not Allowed", "Bad Request")
        .contains(response.getDescription());
  }

  private static Content problemContent() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
  }

  private static Schema problem() {
    return object()
        .description("RFC 9457; code is stable and for programs")
        .addProperty("type", text("urn:vidnova:problem: and the code"))
        .addProperty("title", text("What went wrong"))
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("code", text("Stable code"))
        .addProperty("detail", text("What to do now"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(
                    object()
                        .addProperty("field", text("Path, such as documents[0].number"))
                        .addProperty("code", text("Stable code"))
                        .addProperty("message", text("What to do about it"))));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
