package ua.vidnova.medical.emergency.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.emergency.OpenInEmergency;
import ua.vidnova.medical.emergency.ReviewEmergencyAccess;
import ua.vidnova.medical.emergency.ReviewEmergencyAccess.Outcome;
import ua.vidnova.medical.reach.EmergencyAccess;
import ua.vidnova.medical.territory.Settlements;

/** Medics open records out of their reach, and auditors look at each of these. */
@Path("v1")
@Tag(name = "Emergency access", description = "Records opened out of a medic's reach")
public class EmergencyAccessResource {

  private final OpenInEmergency openInEmergency;
  private final ReviewEmergencyAccess reviewEmergencyAccess;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  EmergencyAccessResource(
      OpenInEmergency openInEmergency,
      ReviewEmergencyAccess reviewEmergencyAccess,
      Caller caller,
      AuditTrail auditTrail) {
    this.openInEmergency = openInEmergency;
    this.reviewEmergencyAccess = reviewEmergencyAccess;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** Why a medic needs the record. */
  @Schema(name = "EmergencyAccessRequest")
  public record OpeningRequest(
      @Schema(examples = "Непритомний у дорозі, потрібні алергії")
          @NotBlank
          @Size(min = 10, max = 500)
          String reason) {}

  /** What an auditor found. */
  @Schema(name = "EmergencyAccessReview")
  public record ReviewRequest(
      @NotNull EmergencyAccess.Finding finding, @Size(max = 500) String note) {}

  @Schema(name = "EmergencyAccess")
  record AccessView(
      UUID id,
      UUID residentId,
      String settlement,
      String reason,
      String openedBy,
      Instant openedAt,
      @Schema(description = "When it closes by itself") Instant until,
      EmergencyAccess.Finding finding,
      String note,
      String reviewedBy,
      Instant reviewedAt) {

    static AccessView of(EmergencyAccess access) {
      return new AccessView(
          access.id(),
          access.residentId(),
          access.settlement(),
          access.reason(),
          access.openedByName(),
          access.openedAt(),
          access.until(),
          access.finding(),
          access.note(),
          access.reviewedByName(),
          access.reviewedAt());
    }
  }

  @POST
  @Path("residents/{id}/emergency-access")
  @RolesAllowed(Roles.MEDIC)
  @Idempotent
  @Operation(
      summary = "Opens a record out of your reach, with a reason",
      description =
          "For a day you see the person as if they lived on your trip's way. An auditor reviews it;"
              + " found not justified, it closes at once, and you cannot open it again that day.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AccessView.class)))
  @APIResponse(responseCode = "404", description = "There is no such resident")
  @APIResponse(
      responseCode = "409",
      description = "Code found-not-justified: until the access that was reviewed would have ended")
  @APIResponse(responseCode = "422", description = "Say why, in 10 to 500 characters")
  public Response open(@PathParam("id") UUID residentId, @Valid @NotNull OpeningRequest request) {
    return switch (openInEmergency.open(residentId, request.reason().strip())) {
      case OpenInEmergency.Outcome.Opened(EmergencyAccess access) ->
          Response.status(Response.Status.CREATED).entity(AccessView.of(access)).build();
      case OpenInEmergency.Outcome.NoSuchResident() -> Problems.notFound().toResponse();
      case OpenInEmergency.Outcome.FoundNotJustified() ->
          Problems.conflict("found-not-justified", "A review found that you had no reason")
              .toResponse();
    };
  }

  @GET
  @Path("emergency-accesses")
  @RolesAllowed(Roles.AUDITOR)
  @Transactional
  @Operation(
      summary = "Lists what was opened in emergencies on a day",
      description = "Of people who lived in your territories then.")
  public Page<AccessView> list(
      @Parameter(required = true, description = "Kyiv's date") @QueryParam("day") LocalDate day,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    if (day == null) {
      throw new ProblemException(Problems.badParameter("day", "required", "Name the day."));
    }
    var asked = PageRequest.of(limit, after);
    var settlements = Settlements.within(caller.territories());
    var found = EmergencyAccess.listOf(day, settlements, asked.afterId(), asked.limit() + 1);
    var page = Page.of(found, asked.limit(), one -> one.id().toString());
    auditTrail.readAll(
        "emergency-accesses", page.items().stream().map(EmergencyAccess::residentId).toList());
    return page.map(AccessView::of);
  }

  @POST
  @Path("emergency-accesses/{id}/review")
  @RolesAllowed(Roles.AUDITOR)
  @Idempotent
  @Operation(
      summary = "Says whether a record was rightly opened, once",
      description = "NOT_JUSTIFIED closes it at once to the medic who opened it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AccessView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not of your territories")
  @APIResponse(
      responseCode = "409",
      description = "reviewed-before; same-person: nobody reviews what they opened")
  public Response review(@PathParam("id") UUID id, @Valid @NotNull ReviewRequest request) {
    return switch (reviewEmergencyAccess.review(id, request.finding(), request.note())) {
      case Outcome.Reviewed(EmergencyAccess access) -> Response.ok(AccessView.of(access)).build();
      case Outcome.NotYours() -> Problems.notFound().toResponse();
      case Outcome.ReviewedBefore() ->
          Problems.conflict("reviewed-before", "It was reviewed").toResponse();
      case Outcome.SamePerson() ->
          Problems.conflict("same-person", "Nobody reviews what they opened").toResponse();
    };
  }
}
