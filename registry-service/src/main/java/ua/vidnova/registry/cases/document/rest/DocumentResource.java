package ua.vidnova.registry.cases.document.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
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
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.Checked;
import ua.vidnova.registry.cases.document.AttachDocument;
import ua.vidnova.registry.cases.document.AttachmentOutcome;
import ua.vidnova.registry.cases.document.DocumentStore;
import ua.vidnova.registry.cases.document.DocumentView;
import ua.vidnova.registry.cases.document.Scan;
import ua.vidnova.registry.cases.document.ScanFormat;

/** Scans of cases. What a file is called is neither asked nor kept: names of files name people. */
@Path("v1/cases/{caseId}/documents/{id}")
@RolesAllowed(Roles.REGISTRAR)
@Tag(name = "Services")
public class DocumentResource {

  private final AttachDocument attachDocument;
  private final DocumentStore documents;

  @Inject
  DocumentResource(AttachDocument attachDocument, DocumentStore documents) {
    this.attachDocument = attachDocument;
    this.documents = documents;
  }

  @PUT
  @Consumes(MediaType.WILDCARD)
  @Operation(
      summary = "Attaches a scan",
      description =
          "The body is the file alone: JPEG, PNG or PDF by its bytes, whatever Content-Type says;"
              + " up to 10 MiB. The id is a UUIDv7 made on the device; sent again with the same"
              + " bytes it answers 200.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DocumentView.class)))
  @APIResponse(responseCode = "200", description = "The same had come before")
  @APIResponse(responseCode = "404", description = "No such case in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "id-in-use: another document has it; case-closed; too-many-documents: max says how many")
  @APIResponse(responseCode = "413", description = "too-large")
  @APIResponse(responseCode = "415", description = "unknown-format: neither JPEG, PNG nor PDF")
  @APIResponse(
      responseCode = "422",
      description = "invalid: broken-file, too-many-pixels, unknown-kind, not-uuid-v7")
  public Response attach(
      @PathParam("caseId") UUID caseId,
      @PathParam("id") UUID id,
      @QueryParam("kind")
          @Parameter(
              required = true,
              description = "A kind that the service asks for, or DECISION, or OTHER",
              example = "IDENTITY_DOCUMENT")
          String kind,
      InputStream body)
      throws IOException {
    if (kind == null) {
      return Problems.badParameter("kind", "required", "Say what it is a scan of.").toResponse();
    }
    if (!attachDocument.mayAttachTo(caseId)) {
      return Problems.notFound().toResponse();
    }
    try (var scan = Scan.receive(body)) {
      return switch (scan.examine()) {
        case Checked.Good<ScanFormat>(var format) ->
            answer(attachDocument.attach(caseId, id, kind, format, scan));
        case Checked.Bad<ScanFormat>(var why, var message) -> refused(why, message);
      };
    }
  }

  private static Response refused(String code, String message) {
    return code.equals("unknown-format")
        ? Problem.of(415, code, "The file is not of a format that is taken")
            .withDetail(message)
            .toResponse()
        : invalid("(body)", code, message);
  }

  private static Response answer(AttachmentOutcome outcome) {
    return switch (outcome) {
      case AttachmentOutcome.Attached(var document) ->
          Response.status(Response.Status.CREATED).entity(DocumentView.of(document)).build();
      case AttachmentOutcome.AttachedBefore(var document) ->
          Response.ok(DocumentView.of(document)).build();
      case AttachmentOutcome.NotFound() -> Problems.notFound().toResponse();
      case AttachmentOutcome.CaseClosed() ->
          Problems.conflict("case-closed", "The case is handed over or refused").toResponse();
      case AttachmentOutcome.TooMany(var max) ->
          Problems.conflict("too-many-documents", "The case has as many documents as it may")
              .with("max", max)
              .toResponse();
      case AttachmentOutcome.UnknownKind() ->
          invalid("kind", "unknown-kind", "Take a kind that the service asks for, or OTHER.");
      case AttachmentOutcome.IdNotTimeOrdered() ->
          invalid("id", "not-uuid-v7", "Make a UUID version 7.");
      case AttachmentOutcome.IdInUse() ->
          Problems.conflict("id-in-use", "The id belongs to another document")
              .withDetail("Make a new id for a new scan.")
              .toResponse();
    };
  }

  private static Response invalid(String field, String code, String message) {
    return Problems.invalid(field, code, message).toResponse();
  }

  @GET
  @Operation(summary = "Downloads a scan")
  @APIResponse(
      responseCode = "200",
      description = "As it was attached",
      content = {
        @Content(mediaType = "image/jpeg"),
        @Content(mediaType = "image/png"),
        @Content(mediaType = "application/pdf")
      })
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response download(@PathParam("caseId") UUID caseId, @PathParam("id") UUID id) {
    var found = attachDocument.show(caseId, id);
    if (found.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var document = found.get();
    StreamingOutput content = out -> documents.copy(document.id(), out);
    return Response.ok(content, document.format().mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, document.length())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + document.id() + "." + document.format().extension() + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .build();
  }
}
