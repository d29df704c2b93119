package ua.vidnova.medical.fhir;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the FHIR interface can do; open to all, since it tells of nobody. */
@Path("fhir/R4/metadata")
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@PermitAll
@Tag(name = "FHIR R4")
public class MetadataResource {

  private final FhirSettings settings;
  private final FhirJson fhirJson;

  @Inject
  MetadataResource(FhirSettings settings, FhirJson fhirJson) {
    this.settings = settings;
    this.fhirJson = fhirJson;
  }

  @GET
  @Operation(summary = "Shows the CapabilityStatement")
  @APIResponse(responseCode = "200", description = "CapabilityStatement")
  public Response capabilities(@Context UriInfo request) {
    return Response.ok(fhirJson.write(Capabilities.of(settings.baseUrl(request)))).build();
  }
}
