package ua.vidnova.payments.awardimport.rest;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.awardimport.FindImports;
import ua.vidnova.payments.awardimport.ImportAwards;
import ua.vidnova.payments.awardimport.ImportConfig;
import ua.vidnova.payments.awardimport.RefusedLine;
import ua.vidnova.payments.awardimport.files.CsvAwardFile;
import ua.vidnova.payments.awardimport.rest.AwardImportView.RefusedLineView;
import ua.vidnova.payments.reach.Reader;

/** The Pension Fund's entrance: people whose payment was stopped. */
@Path("v1/award-imports")
@Tag(name = "Award imports", description = "Partner API of the Pension Fund")
public class AwardImportResource {

  private static final String SCOPE = "payments.awards:write";

  private final ImportAwards importAwards;
  private final FindImports findImports;
  private final ImportConfig limits;
  private final Reader reader;

  @Inject
  AwardImportResource(
      ImportAwards importAwards, FindImports findImports, ImportConfig limits, Reader reader) {
    this.importAwards = importAwards;
    this.findImports = findImports;
    this.limits = limits;
    this.reader = reader;
  }

  @POST
  @Consumes("text/csv")
  @PermissionsAllowed(SCOPE)
  @Operation(
      summary = "Imports a file of awards",
      description =
          "UTF-8 CSV, up to 32 MiB. Each line stands alone: a bad one is refused and named, the"
              + " others are kept. The same line again changes nothing, so a file may be sent again"
              + " at any time.")
  @RequestBody(
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "201",
      description = "Imported, refused lines included",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AwardImportView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same file had come before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AwardImportView.class)))
  @APIResponse(responseCode = "400", description = "Not UTF-8, or not the header of the format")
  @APIResponse(responseCode = "413", description = "Larger than allowed")
  @APIResponse(responseCode = "415", description = "Not CSV, or another charset than UTF-8")
  public Response importFile(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @jakarta.ws.rs.core.Context UriInfo uri) {
    var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
      return Problem.of(415, "unsupported-charset", "The file must be UTF-8").toResponse();
    }
    var result = importAwards.importFile(reader.partner(), CsvAwardFile.open(body, limits));
    var view = AwardImportView.of(result);
    return result.isNew()
        ? Response.created(uri.getAbsolutePathBuilder().path(view.id().toString()).build())
            .entity(view)
            .build()
        : Response.ok(view).build();
  }

  @GET
  @Path("{id}")
  @Authenticated
  @Operation(summary = "Shows what came of a file", description = "Partners see their own only.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AwardImportView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another's")
  public Response show(@PathParam("id") UUID id) {
    return findImports
        .find(id, reader.organisationFor(SCOPE))
        .map(file -> Response.ok(AwardImportView.of(file)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{id}/refused-lines")
  @Authenticated
  @Operation(summary = "Lists the refused lines of a file, in the order of lines")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "Not there, or another's")
  public Page<RefusedLineView> refusedLines(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var position = Position.of(page.after());
    if (findImports.find(id, reader.organisationFor(SCOPE)).isEmpty()) {
      throw new ProblemException(Problems.notFound());
    }
    var lines = findImports.listRefused(id, position.line(), position.field(), page.limit() + 1);
    return Page.of(lines, page.limit(), Position::cursor).map(RefusedLineView::of);
  }

  /** A place in the list of refused lines. */
  private record Position(int line, String field) {

    static Position of(Optional<String> cursor) {
      if (cursor.isEmpty()) {
        return new Position(0, "");
      }
      var parts = cursor.get().split(":", 2);
      try {
        return new Position(Integer.parseInt(parts[0]), parts.length == 2 ? parts[1] : "");
      } catch (NumberFormatException e) {
        throw PageRequest.notOurs();
      }
    }

    static String cursor(RefusedLine line) {
      return line.line() + ":" + line.field();
    }
  }
}
