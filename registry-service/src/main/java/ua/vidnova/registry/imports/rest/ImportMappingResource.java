package ua.vidnova.registry.imports.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.imports.ImportMapping;
import ua.vidnova.registry.imports.MappingJson;
import ua.vidnova.registry.imports.SaveMapping;
import ua.vidnova.registry.imports.SavedMapping;
import ua.vidnova.registry.imports.ShowImports;

/** How lists of other registers are to be read. */
@Path("v1/import-mappings")
@Tag(name = "Imports", description = "Lists of other registers")
public class ImportMappingResource {

  private final SaveMapping saveMapping;
  private final ShowImports showImports;
  private final MappingJson json;

  @Inject
  ImportMappingResource(SaveMapping saveMapping, ShowImports showImports, MappingJson json) {
    this.saveMapping = saveMapping;
    this.showImports = showImports;
    this.json = json;
  }

  /** A mapping with its name. */
  @Schema(name = "NamedImportMapping")
  public record View(String name, ImportMapping mapping, Instant changedAt) {}

  @PUT
  @Path("{name}")
  @Idempotent
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Saves how a list is to be read",
      description =
          "The name is that of the list: lines of the same person in several files of one list make"
              + " one listed resident. Imports that have begun keep the mapping they began with.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "201", description = "Saved under a new name")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: not an administrator; outside-your-territory")
  @APIResponse(responseCode = "412", description = "Changed since it was read")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response save(
      @PathParam("name") String name,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid ImportMapping mapping) {
    return switch (saveMapping.save(name, mapping, IfMatch.version(ifMatch))) {
      case SaveMapping.Outcome.Saved(var saved, var isNew) ->
          answer(isNew ? Response.status(Response.Status.CREATED) : Response.ok(), saved);
      case SaveMapping.Outcome.NotAcceptable(var errors) -> Problems.invalid(errors).toResponse();
      case SaveMapping.Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case SaveMapping.Outcome.OutsideTerritory() -> outsideTerritory().toResponse();
    };
  }

  @GET
  @Path("{name}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.REGISTRAR})
  @Operation(summary = "Shows how a list is read")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = View.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not of your territories")
  public Response show(@PathParam("name") String name) {
    return showImports
        .findMapping(name)
        .map(saved -> answer(Response.ok(), saved))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.REGISTRAR})
  @Operation(summary = "Lists how lists of the caller's territories are read, by name")
  public Page<View> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    return Page.of(showImports.listMappings(asked), asked.limit(), SavedMapping::name)
        .map(this::view);
  }

  private Response answer(Response.ResponseBuilder answer, SavedMapping saved) {
    return answer.tag(IfMatch.tagOf(saved.version())).entity(view(saved)).build();
  }

  private View view(SavedMapping saved) {
    return new View(saved.name(), json.read(saved), saved.changedAt());
  }

  static Problem outsideTerritory() {
    return Problem.of(403, "outside-your-territory", "The list reaches beyond your territories")
        .withDetail("Ask an administrator of the whole territory.");
  }
}
