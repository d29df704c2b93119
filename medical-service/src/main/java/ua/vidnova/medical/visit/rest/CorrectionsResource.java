package ua.vidnova.medical.visit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.visit.Changes;
import ua.vidnova.medical.visit.CorrectVisit;
import ua.vidnova.medical.visit.Correcting;
import ua.vidnova.medical.visit.KnownProtection;
import ua.vidnova.medical.visit.VisibleVisits;
import ua.vidnova.medical.visit.Visit;

/** Corrections of a visit: the medic who recorded it, or who leads a brigade there, adds them. */
@Path("v1/visits/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MEDIC)
@Tag(name = "Visits")
public class CorrectionsResource {

  private final CorrectVisit correctVisit;
  private final VisibleVisits visibleVisits;
  private final KnownProtection knownProtection;
  private final AuditTrail auditTrail;

  @Inject
  CorrectionsResource(
      CorrectVisit correctVisit,
      VisibleVisits visibleVisits,
      KnownProtection knownProtection,
      AuditTrail auditTrail) {
    this.correctVisit = correctVisit;
    this.visibleVisits = visibleVisits;
    this.knownProtection = knownProtection;
    this.auditTrail = auditTrail;
  }

  @POST
  @Path("corrections")
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Corrects a visit by a further revision",
      description =
          "The body is the whole visit as it should have been, with a reason. If-Match names the"
              + " revision that was read. The id is the revision's, made on the device: handing it"
              + " in again answers 200. A withdrawn visit was entered in error: it stays as it was,"
              + " and counts nowhere.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VisitRequest.class)))
  @APIResponse(
      responseCode = "201",
      description = "The visit as it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = VisitView.class)))
  @APIResponse(responseCode = "200", description = "The same correction had been recorded before")
  @APIResponse(
      responseCode = "403",
      description =
          "not-yours-to-correct: another medic recorded it; outside-your-territory: the place is"
              + " another hromada's")
  @APIResponse(
      responseCode = "409",
      description =
          "revision-out-of-date: read it again; revision-unknown: an earlier correction has not"
              + " arrived, repeat; resident-deceased: died before the new day;"
              + " correction-id-taken, part-id-taken: others have the ids")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: fields are named; visit-unknown: the visit has not arrived, repeat, or is not"
              + " yours to see; trip-unknown: likewise the trip")
  @APIResponse(responseCode = "428", description = "revision-required: send If-Match")
  public Response correct(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH)
          @Parameter(description = "ETag of the revision that was read", required = true)
          String ifMatch,
      @NotNull @Valid VisitRequest request) {
    var read = IfMatch.version(ifMatch);
    if (read.isEmpty()) {
      return Problem.of(428, "revision-required", "Say which revision you correct")
          .withDetail("Send its ETag as If-Match.")
          .toResponse();
    }
    var errors = request.refusalsOfCorrection();
    if (!errors.isEmpty()) {
      return Problems.invalid(errors).toResponse();
    }
    var outcome =
        correctVisit.correct(
            id, request.idOrNew(), read.getAsLong(), request.correction(), request.facts());
    return switch (outcome) {
      case Correcting.Done(Visit visit) -> answer(Response.status(201), visit);
      case Correcting.DoneBefore(Visit visit) -> answer(Response.ok(), visit);
      case Correcting.Unacceptable(var invalid) -> Problems.invalid(invalid).toResponse();
      case Correcting.VisitUnknown() ->
          Problem.of(422, "visit-unknown", "No such visit is known here")
              .withDetail("If it is still on its way, repeat the request.")
              .toResponse();
      case Correcting.TripUnknown() -> TripProblems.unknown().toResponse();
      case Correcting.NotTheirs() ->
          Problem.of(403, "not-yours-to-correct", "Another medic recorded this visit")
              .withDetail("The medic, or a brigade lead of the territory, may correct it.")
              .toResponse();
      case Correcting.PlaceNotCovered() ->
          Problem.of(403, "outside-your-territory", "The place is not in your territories")
              .toResponse();
      case Correcting.ResidentDeceased() ->
          Problems.conflict("resident-deceased", "The resident had died before that day")
              .toResponse();
      case Correcting.OutOfDate() ->
          Problems.conflict("revision-out-of-date", "The visit was corrected since you read it")
              .withDetail("Read it again and correct what it says now.")
              .toResponse();
      case Correcting.RevisionUnknown() ->
          Problems.conflict("revision-unknown", "That revision is not known here")
              .withDetail("If an earlier correction is still on its way, repeat the request.")
              .toResponse();
      case Correcting.IdTaken() ->
          Problems.conflict("correction-id-taken", "Another revision has this id").toResponse();
      case Correcting.PartIdTaken() ->
          Problems.conflict("part-id-taken", "A part of another revision has an id of this one")
              .withDetail("Parts get new ids in each revision.")
              .toResponse();
    };
  }

  private Response answer(Response.ResponseBuilder answer, Visit visit) {
    return answer.tag(IfMatch.tagOf(visit.revision())).entity(view(visit)).build();
  }

  private VisitView view(Visit visit) {
    return knownProtection.isFor(visit) ? VisitView.whole(visit) : VisitView.of(visit);
  }

  @GET
  @Path("revisions")
  @Transactional
  @Operation(summary = "Lists the revisions of a visit from the first, and what each changed")
  @APIResponse(responseCode = "200", description = "One page of the list")
  @APIResponse(responseCode = "404", description = "Not there, or not the medic's to see")
  public Page<RevisionView> revisions(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var latest =
        visibleVisits.find(id).orElseThrow(() -> new ProblemException(Problems.notFound()));
    var withProtection = knownProtection.isFor(latest);
    var last = asked.after().map(CorrectionsResource::revisionOf).orElse(0);
    // The one before the page tells what its first one changed.
    var found = Visit.findRevisions(id, Math.max(last, 1), asked.limit() + 2);
    var views =
        IntStream.range(last == 0 ? 0 : 1, found.size())
            .mapToObj(
                i ->
                    new RevisionView(
                        i == 0
                            ? List.of()
                            : Changes.between(found.get(i - 1), found.get(i), withProtection),
                        withProtection
                            ? VisitView.whole(found.get(i))
                            : VisitView.of(found.get(i))))
            .limit(asked.limit() + 1L)
            .toList();
    var page = Page.of(views, asked.limit(), view -> Integer.toString(view.visit().revision()));
    auditTrail.read("visit", id, latest.residentId());
    return page;
  }

  private static int revisionOf(String position) {
    try {
      return Math.max(Integer.parseInt(position), 1);
    } catch (NumberFormatException e) {
      throw PageRequest.notOurs();
    }
  }
}
