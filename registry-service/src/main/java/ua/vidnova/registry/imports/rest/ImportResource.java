package ua.vidnova.registry.imports.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.imports.CancelImport;
import ua.vidnova.registry.imports.Finding;
import ua.vidnova.registry.imports.ImportReport;
import ua.vidnova.registry.imports.ListCharset;
import ua.vidnova.registry.imports.ListImport;
import ua.vidnova.registry.imports.ReceiveList;
import ua.vidnova.registry.imports.ShowImports;
import ua.vidnova.registry.imports.rest.ImportView.FindingView;

/** Lists of other registers on their way into the registry. */
@Path("v1/imports")
@Tag(name = "Imports", description = "Lists of other registers")
public class ImportResource {

  private final ReceiveList receiveList;
  private final ShowImports showImports;
  private final CancelImport cancelImport;
  private final ImportReport report;

  @Inject
  ImportResource(
      ReceiveList receiveList,
      ShowImports showImports,
      CancelImport cancelImport,
      ImportReport report) {
    this.receiveList = receiveList;
    this.showImports = showImports;
    this.cancelImport = cancelImport;
    this.report = report;
  }

  @POST
  @Consumes("text/csv")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Sends a list",
      description =
          "CSV up to 512 MiB, in UTF-8 or Windows-1251, between commas, semicolons or tabs, with a"
              + " header that the mapping names. It is worked in the background; each line stands"
              + " alone. The same file, or the same line in another file, changes nothing.")
  @RequestBody(
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "202",
      description = "Received; Location says where its progress is shown",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same content came through the same mapping before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "header: the first line is not what the mapping expects; not-utf-8, not-windows-1251,"
              + " unsupported-charset; incomplete: it broke off")
  @APIResponse(
      responseCode = "403",
      description = "forbidden: not an administrator; outside-your-territory")
  @APIResponse(responseCode = "404", description = "No such mapping")
  @APIResponse(responseCode = "413", description = "Larger than allowed")
  @APIResponse(responseCode = "415", description = "Not CSV, or another charset")
  public Response send(
      @QueryParam("mapping") @Parameter(required = true, example = "pension-fund") String mapping,
      @QueryParam("dryRun") @Parameter(description = "Only report what would be taken over")
          Boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      InputStream body,
      @Context UriInfo uri) {
    if (mapping == null || mapping.isBlank()) {
      return Problems.badParameter("mapping", "required", "Name a saved mapping.").toResponse();
    }
    var named = Optional.ofNullable(type.getParameters().get(MediaType.CHARSET_PARAMETER));
    var declared = named.flatMap(ListCharset::named);
    if (named.isPresent() && declared.isEmpty()) {
      return Problem.of(415, "unsupported-charset", "The file must be UTF-8 or Windows-1251")
          .toResponse();
    }
    return switch (receiveList.receive(mapping, declared, Boolean.TRUE.equals(dryRun), body)) {
      case ReceiveList.Outcome.Accepted(var id) ->
          answer(
              Response.accepted()
                  .location(uri.getAbsolutePathBuilder().path(id.toString()).build()),
              id);
      case ReceiveList.Outcome.CameBefore(var id) -> answer(Response.ok(), id);
      case ReceiveList.Outcome.UnknownMapping() -> Problems.notFound().toResponse();
      case ReceiveList.Outcome.OutsideTerritory() ->
          ImportMappingResource.outsideTerritory().toResponse();
      case ReceiveList.Outcome.WrongCharset(var code, var message) ->
          Problems.unreadable(code, "The file cannot be read").withDetail(message).toResponse();
      case ReceiveList.Outcome.WrongHeader(var errors) ->
          Problems.unreadable("header", "The header is not what the mapping expects")
              .withErrors(errors)
              .toResponse();
      case ReceiveList.Outcome.BrokeOff() ->
          Problems.unreadable("incomplete", "The file broke off")
              .withDetail("Send it again. Nothing of it was taken over.")
              .toResponse();
    };
  }

  @GET
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.REGISTRAR})
  @Operation(summary = "Lists imports that reach the caller's territories, newest first")
  public Page<ImportView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    return Page.of(showImports.list(asked), asked.limit(), run -> run.id().toString())
        .map(this::view);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.REGISTRAR})
  @Operation(summary = "Shows how far an import is, and what was found")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not of your territories")
  public Response show(@PathParam("id") UUID id) {
    return showImports
        .find(id)
        .map(run -> Response.ok(view(run)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{id}/findings")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.REGISTRAR})
  @Operation(
      summary = "Lists the first refused lines and left-out values, in the order of lines",
      description = "Line, field and reason; never what stood there.")
  @APIResponse(responseCode = "404", description = "Not there, or not of your territories")
  public Response findings(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var position = Position.of(asked.after());
    if (showImports.find(id).isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var found = report.findings(id, position.line(), position.place(), asked.limit() + 1);
    return Response.ok(Page.of(found, asked.limit(), Position::cursor).map(FindingView::of))
        .build();
  }

  @POST
  @Path("{id}/cancellation")
  @Idempotent
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Ends an import before its end",
      description = "What was taken over stays. The file is deleted, and may be sent again.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not of your territories")
  @APIResponse(responseCode = "409", description = "import-ended: nothing is left to cancel")
  public Response cancel(@PathParam("id") UUID id) {
    return switch (cancelImport.cancel(id)) {
      case CancelImport.Outcome.Cancelled(var run) -> Response.ok(view(run)).build();
      case CancelImport.Outcome.HasEnded() ->
          Problems.conflict("import-ended", "The import has ended").toResponse();
      case CancelImport.Outcome.NotFound() -> Problems.notFound().toResponse();
    };
  }

  private Response answer(Response.ResponseBuilder answer, UUID id) {
    return answer.entity(view(showImports.find(id).orElseThrow())).build();
  }

  private ImportView view(ListImport run) {
    return ImportView.of(run, report.tallies(run.id()));
  }

  /** A place in the list of findings. */
  private record Position(long line, String place) {

    static Position of(Optional<String> cursor) {
      if (cursor.isEmpty()) {
        return new Position(0, "");
      }
      var parts = cursor.get().split(":", 2);
      try {
        return new Position(Long.parseLong(parts[0]), parts.length == 2 ? parts[1] : "");
      } catch (NumberFormatException e) {
        throw PageRequest.notOurs();
      }
    }

    static String cursor(Finding finding) {
      return finding.line() + ":" + finding.field() + finding.why().name();
    }
  }
}
