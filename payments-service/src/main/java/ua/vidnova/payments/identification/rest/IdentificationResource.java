package ua.vidnova.payments.identification.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.identification.Identification;
import ua.vidnova.payments.identification.IdentificationOutcome;
import ua.vidnova.payments.identification.Method;
import ua.vidnova.payments.identification.RecordIdentification;
import ua.vidnova.payments.identification.Result;

/** Identifications that payments staff hold themselves, of residents of their territories. */
@Path("v1")
@Tag(name = "Identification", description = "Who was identified, and who has to be (CMU №299)")
public class IdentificationResource {

  private final RecordIdentification recordIdentification;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  IdentificationResource(
      RecordIdentification recordIdentification, KyivCalendar calendar, AuditTrail audit) {
    this.recordIdentification = recordIdentification;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** An identification as payments staff see it. */
  @Schema(name = "Identification")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record IdentificationView(
      UUID id,
      UUID residentId,
      Method method,
      Instant appointedFor,
      boolean signLanguage,
      LocalDate heldOn,
      @Schema(description = "Absent while it awaits its day") Result result,
      boolean declared,
      String recordedBy,
      String decidedBy) {

    static IdentificationView of(Identification one) {
      return new IdentificationView(
          one.id(),
          one.residentId(),
          one.method(),
          one.appointedFor(),
          one.signLanguage(),
          one.heldOn(),
          one.result(),
          one.declared(),
          one.recordedBy(),
          one.decidedBy());
    }
  }

  @POST
  @Path("residents/{id}/identifications")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Records an identification, or appoints one by video",
      description =
          "One that passed keeps awards paid to the end of the next calendar year, and opens a case"
              + " where an award is dormant.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IdentificationView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response record(
      @PathParam("id") UUID residentId, @Valid @NotNull IdentificationRequests.Held request) {
    var faults = request.faults(calendar.today());
    return faults.isEmpty()
        ? answer(
            recordIdentification.record(residentId, request.appointment(), request.finding()), 201)
        : Problems.invalid(faults).toResponse();
  }

  @POST
  @Path("identifications/{id}/result")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(summary = "Says what came of an appointed identification")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IdentificationView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "Code decided-before: its result stands")
  public Response decide(
      @PathParam("id") UUID id, @Valid @NotNull IdentificationRequests.Decided request) {
    var faults = request.faults(calendar.today());
    return faults.isEmpty()
        ? answer(recordIdentification.decide(id, request.finding()), 200)
        : Problems.invalid(faults).toResponse();
  }

  @GET
  @Path("residents/{id}/identifications")
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
  @Transactional
  @Operation(summary = "Lists a resident's identifications by payments staff, oldest first")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response list(
      @PathParam("id") UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    if (!recordIdentification.isCovered(residentId)) {
      return Problems.notFound().toResponse();
    }
    var found =
        Identification.listOf(residentId, page.afterId().orElse(new UUID(0, 0)), page.limit() + 1);
    var views =
        Page.of(found, page.limit(), one -> one.id().toString()).map(IdentificationView::of);
    audit.read("identification", residentId, residentId);
    return Response.ok(views).build();
  }

  private static Response answer(IdentificationOutcome outcome, int status) {
    return switch (outcome) {
      case IdentificationOutcome.Kept(var identification) ->
          Response.status(status).entity(IdentificationView.of(identification)).build();
      case IdentificationOutcome.NotFound() -> Problems.notFound().toResponse();
      case IdentificationOutcome.DecidedBefore() ->
          Problems.conflict("decided-before", "The result of this identification stands")
              .toResponse();
    };
  }
}
