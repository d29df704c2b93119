package ua.vidnova.payments.batch.rest;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.http.ContentTagged;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.batch.Batch;
import ua.vidnova.payments.batch.BatchLines;
import ua.vidnova.payments.batch.BatchState;
import ua.vidnova.payments.batch.HandOver;
import ua.vidnova.payments.batch.HandOverBatch;
import ua.vidnova.payments.batch.ReportResult;
import ua.vidnova.payments.batch.TakeReport;
import ua.vidnova.payments.reach.Reader;

/** The partners' entrance: each takes its own batches and reports on them. */
@Path("v1/batches")
@Tag(name = "Batches", description = "Partner API of banks and the post")
public class BatchResource {

  private static final String READ = "payments.batches:read";
  private static final String REPORT = "payments.reports:write";

  private final HandOverBatch handOverBatch;
  private final TakeReport takeReport;
  private final BatchLines lines;
  private final FileAnswer files;
  private final Reader reader;

  @Inject
  BatchResource(
      HandOverBatch handOverBatch,
      TakeReport takeReport,
      BatchLines lines,
      FileAnswer files,
      Reader reader) {
    this.handOverBatch = handOverBatch;
    this.takeReport = takeReport;
    this.lines = lines;
    this.files = files;
    this.reader = reader;
  }

  @GET
  @Authenticated
  @ContentTagged
  @Transactional
  @Operation(
      summary = "Lists batches, newest first",
      description = "Partners see their own; payments staff see all.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "403", description = "Neither scope nor role")
  public Page<BatchView> list(
      @QueryParam("runId") UUID runId,
      @QueryParam("state") BatchState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var organisation = reader.organisationFor(READ);
    var page = PageRequest.of(limit, after);
    var batches =
        Batch.listBefore(
            organisation,
            Optional.ofNullable(runId),
            Optional.ofNullable(state),
            page.afterId(),
            page.limit() + 1);
    return Page.of(batches, page.limit(), batch -> batch.id().toString()).map(BatchView::of);
  }

  @GET
  @Path("{id}")
  @Authenticated
  @ContentTagged
  @Transactional
  @Operation(summary = "Shows a batch and how far its instructions have come")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BatchView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Response show(@PathParam("id") UUID id) {
    var organisation = reader.organisationFor(READ);
    return Batch.<Batch>findByIdOptional(id)
        .filter(batch -> organisation.map(batch.partner()::equals).orElse(true))
        .map(batch -> Response.ok(BatchView.of(batch, lines.countByState(id))).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{id}/file")
  @PermissionsAllowed(READ)
  @Operation(
      summary = "Takes the file of a batch",
      description =
          "The first time hands the batch over: no instruction in it can be withdrawn any more."
              + " From then on the bytes are always the same, and the ETag is their SHA-256.")
  @APIResponse(
      responseCode = "200",
      description = "Delivery list of the post, or pain.001.001.09 of a bank",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "304", description = "You have it, by If-None-Match")
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  @APIResponse(
      responseCode = "409",
      description = "Codes: nothing-to-pay (all was withdrawn), not-ready (its run is under way)")
  public Response file(@PathParam("id") UUID id, @Context Request request) {
    return switch (handOverBatch.handOver(id, reader.partner())) {
      case HandOver.Ready ready -> files.answer(ready, request);
      case HandOver.NotFound() -> Problems.notFound().toResponse();
      case HandOver.NotReady() ->
          Problems.conflict("not-ready", "The run of this batch is still under way").toResponse();
      case HandOver.NothingToPay() ->
          Problems.conflict("nothing-to-pay", "Every instruction of this batch was withdrawn")
              .toResponse();
    };
  }

  @POST
  @Path("{id}/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed(REPORT)
  @Operation(
      summary = "Reports what became of instructions",
      description =
          "Each line stands alone. The same line again changes nothing; a line that contradicts an"
              + " earlier one is refused. What was not collected or rejected is paid anew.")
  @APIResponse(
      responseCode = "200",
      description = "Read; refused lines included",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReportView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  @APIResponse(responseCode = "409", description = "Code not-handed-over: take the file first")
  public Response report(@PathParam("id") UUID id, @Valid @NotNull ReportRequest report) {
    return switch (takeReport.take(id, reader.partner(), report.linesOn(id))) {
      case ReportResult.Taken taken -> Response.ok(ReportView.of(taken)).build();
      case ReportResult.NotFound() -> Problems.notFound().toResponse();
      case ReportResult.NotHandedOver() ->
          Problems.conflict("not-handed-over", "The file of this batch was not taken yet")
              .toResponse();
    };
  }
}
