package ua.vidnova.medical.visit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.visit.KnownProtection;
import ua.vidnova.medical.visit.RecordVisit;
import ua.vidnova.medical.visit.Recording;
import ua.vidnova.medical.visit.VisibleVisits;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitPosition;

/** Visits: medics hand them in and read those of the residents of their territories. */
@Path("v1/visits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MEDIC)
@Tag(name = "Visits", description = "What a mobile brigade found and did")
public class VisitsResource {

  private final RecordVisit recordVisit;
  private final VisibleVisits visibleVisits;
  private final VisibleResidents visibleResidents;
  private final KnownProtection knownProtection;
  private final AuditTrail auditTrail;

  @Inject
  VisitsResource(
      RecordVisit recordVisit,
      VisibleVisits visibleVisits,
      VisibleResidents visibleResidents,
      KnownProtection knownProtection,
      AuditTrail auditTrail) {
    this.recordVisit = recordVisit;
    this.visibleVisits = visibleVisits;
    this.visibleResidents = visibleResidents;
    this.knownProtection = knownProtection;
    this.auditTrail = auditTrail;
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Records a visit of a resident, or of someone who did not say who they are",
      description =
          "The id is made on the device: handing the same visit in again answers 200 and changes"
              + " nothing. A resident becomes known here by events, seconds after registration. An"
              + " anonymous person becomes a record that later visits may name as their resident."
              + " What was given out of date is recorded too, with a warning.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VisitRequest.class)))
  @APIResponse(
      responseCode = "201",
      description = "Recorded; Location has its address",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VisitView.class)))
  @APIResponse(responseCode = "200", description = "The same visit had been recorded before")
  @APIResponse(
      responseCode = "403",
      description =
          "forbidden: not a medic; outside-your-territory: the place is another hromada's")
  @APIResponse(
      responseCode = "404",
      description = "The resident lives outside the medic's territories")
  @APIResponse(
      responseCode = "409",
      description =
          "visit-id-taken: another visit has this id; part-id-taken: so has a part of one;"
              + " anonymous-id-taken: that person looked different, or is known by now;"
              + " resident-deceased: died before")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: fields are named, with the limits; resident-unknown: the event may still be on"
              + " its way, repeat; so with trip-unknown")
  public Response record(@NotNull @Valid VisitRequest request) {
    var errors = request.refusalsOfRecord();
    if (!errors.isEmpty()) {
      return Problems.invalid(errors).toResponse();
    }
    var id = request.idOrNew();
    var anonymous = Optional.ofNullable(request.anonymous());
    return switch (recordVisit.record(id, request.facts(), anonymous)) {
      case Recording.Done(Visit visit) -> answer(Response.created(addressOf(visit)), visit);
      case Recording.DoneBefore(Visit visit) -> answer(Response.ok(), visit);
      case Recording.Unacceptable(var invalid) -> Problems.invalid(invalid).toResponse();
      case Recording.PlaceNotCovered() ->
          Problem.of(403, "outside-your-territory", "The place is not in your territories")
              .toResponse();
      case Recording.ResidentUnknown() -> residentUnknown().toResponse();
      case Recording.TripUnknown() -> TripProblems.unknown().toResponse();
      case Recording.ResidentNotVisible() -> Problems.notFound().toResponse();
      case Recording.IdTaken() ->
          Problems.conflict("visit-id-taken", "Another visit has this id").toResponse();
      case Recording.PartIdTaken() ->
          Problems.conflict("part-id-taken", "A part of another visit has an id of this one")
              .toResponse();
      case Recording.AnonymousIdTaken() ->
          Problems.conflict("anonymous-id-taken", "Someone else has this id")
              .withDetail("If it is the same person, give the id as residentId.")
              .toResponse();
      case Recording.ResidentDeceased() ->
          Problems.conflict("resident-deceased", "The resident had died before the visit")
              .toResponse();
    };
  }

  private static URI addressOf(Visit visit) {
    return URI.create("v1/visits/" + visit.id());
  }

  private Response answer(Response.ResponseBuilder answer, Visit visit) {
    var view = knownProtection.isFor(visit) ? VisitView.whole(visit) : VisitView.of(visit);
    return answer.tag(IfMatch.tagOf(visit.revision())).entity(view).build();
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(summary = "Shows one visit as it was last corrected")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VisitView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not the medic's to see")
  public Response show(@PathParam("id") UUID id) {
    var found = visibleVisits.find(id);
    if (found.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var answer = answer(Response.ok(), found.get());
    auditTrail.read("visit", id, found.get().residentId());
    return answer;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Lists a resident's visits, newest first",
      description =
          "Those of all records that registry found to be of the person; residentId of each is the"
              + " record for which it was recorded.")
  @APIResponse(responseCode = "200", description = "One page of the list")
  @APIResponse(responseCode = "404", description = "No such resident, or not the medic's to see")
  public Page<VisitView> list(
      @QueryParam("residentId") @Parameter(required = true) UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    if (residentId == null) {
      throw new ProblemException(
          Problems.badParameter("residentId", "required", "Name the resident."));
    }
    var asked = PageRequest.of(limit, after);
    var person =
        visibleResidents
            .find(residentId)
            .orElseThrow(() -> new ProblemException(Problems.notFound()));
    var found = Visit.findOf(person, asked.after().map(VisitPosition::parse), asked.limit() + 1);
    var page =
        Page.of(found, asked.limit(), visit -> VisitPosition.of(visit).toString())
            .map(VisitView::of);
    auditTrail.read("visits", null, person.id());
    return page;
  }

  private static Problem residentUnknown() {
    return Problem.of(422, "resident-unknown", "No such resident is known here")
        .withDetail(
            "If the resident was registered a moment ago, the news is on its way: repeat the"
                + " request.")
        .withErrors(
            List.of(new FieldError("residentId", "unknown", "Repeat later, or check the id.")));
  }
}
