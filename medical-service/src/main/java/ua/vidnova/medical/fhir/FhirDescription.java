package ua.vidnova.medical.fhir;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes what FHIR operations answer: FHIR, also when they refuse. Runs after the chassis' own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 0)
public class FhirDescription implements OASFilter {

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "Patient",
          """
          {
            "resourceType": "Patient",
            "id": "019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01",
            "name": [{
              "use": "official",
              "family": "Вигаданенко",
              "given": ["Ганна", "Прикладівна"]
            }],
            "gender": "female",
            "birthDate": "1951-04-17"
          }
          """,
          "OperationOutcome",
          """
          {
            "resourceType": "OperationOutcome",
            "issue": [{
              "severity": "error",
              "code": "not-found",
              "details": {
                "coding": [{"system": "urn:vidnova:problem", "code": "not-found"}],
                "text": "There is nothing here that you may see"
              }
            }]
          }
          """);

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.contains("/fhir/") && !path.contains("/.well-known/")) {
                item.getOperations().values().forEach(FhirDescription::describe);
              }
            });
  }

  /** A response's description begins with the name of the resource that it holds. */
  private static void describe(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              var served = response.getDescription().split("\\W", 2)[0];
              response.setContent(
                  content(status.compareTo("400") < 0 ? served : "OperationOutcome"));
            });
  }

  private static Content content(String resourceType) {
    var media =
        OASFactory.createMediaType()
            .schema(
                OASFactory.createSchema()
                    .addType(Schema.SchemaType.OBJECT)
                    .description(
                        "https://hl7.org/fhir/R4/"
                            + resourceType.toLowerCase(Locale.ROOT)
                            + ".html"));
    if (EXAMPLES.containsKey(resourceType)) {
      media.addExample(resourceType, example(resourceType));
    }
    return OASFactory.createContent().addMediaType(FhirJson.MEDIA_TYPE, media);
  }

  private static Example example(String resourceType) {
    return OASFactory.createExample().value(EXAMPLES.get(resourceType));
  }
}
