package ua.vidnova.medical.need.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.need.ClosingReason;
import ua.vidnova.medical.need.FindNeeds;
import ua.vidnova.medical.need.NeedNow;
import ua.vidnova.medical.need.NeedOutcome;
import ua.vidnova.medical.need.NeedState;
import ua.vidnova.medical.need.NoteNeed;
import ua.vidnova.medical.need.Priority;
import ua.vidnova.medical.need.SettleNeed;
import ua.vidnova.medical.reach.ReachOfCaller;

/** Needs: whoever meets people notes them; all see those of their territories. */
@Path("v1/needs")
@RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.MEDIC, Roles.BRIGADE_LEAD})
@Tag(name = "Needs", description = "Who asked for a visit, and how pressing it is")
public class NeedsResource {

  private static final String EXAMPLE =
      """
      {
        "id": "019aa7d0-9600-7a31-b0c2-6d1e5f4a3b01",
        "about": "Літня жінка, живе сама",
        "settlement": "UA44160030010058180",
        "address": "вул. Садова, 5",
        "askedBy": "NEIGHBOUR",
        "askedAt": "2026-11-20T08:15:00Z",
        "words": "Закінчуються ліки від тиску",
        "told": {"ageYears": 81, "medicineUntil": "2026-11-28"}
      }
      """;

  private final NoteNeed noteNeed;
  private final SettleNeed settleNeed;
  private final FindNeeds findNeeds;
  private final Caller caller;
  private final ReachOfCaller reach;

  @Inject
  NeedsResource(
      NoteNeed noteNeed,
      SettleNeed settleNeed,
      FindNeeds findNeeds,
      Caller caller,
      ReachOfCaller reach) {
    this.noteNeed = noteNeed;
    this.settleNeed = settleNeed;
    this.findNeeds = findNeeds;
    this.caller = caller;
    this.reach = reach;
  }

  /** Why a need will not be met. */
  @Schema(name = "NeedClosing")
  record ClosingRequest(@NotNull ClosingReason reason, @Size(max = 500) String note) {}

  /** At which stop it is wanted; null or absent: at any. */
  @Schema(name = "NeedStop")
  record StopRequest(UUID stopId) {}

  /** The visit that met it. */
  @Schema(name = "NeedVisit")
  record VisitOfNeed(@NotNull UUID visitId) {}

  @POST
  @Idempotent
  @Operation(
      summary = "Notes that someone asked for a visit",
      description =
          "For a resident, or for someone whom words or an address name. The id is made on the"
              + " device: handing the same in again answers 200 and changes nothing. Whether it is"
              + " open, planned or met follows from trips and visits.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NeedRequest.class),
              examples = @ExampleObject(name = "A neighbour asks", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Noted; Location has its address",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @APIResponse(responseCode = "200", description = "The same had been noted before")
  @APIResponse(responseCode = "403", description = "Code outside-your-territory")
  @APIResponse(responseCode = "404", description = "The resident lives outside your territories")
  @APIResponse(responseCode = "409", description = "need-id-taken; resident-deceased")
  @APIResponse(
      responseCode = "422",
      description = "invalid: errors name each field; resident-unknown: repeat in a moment")
  public Response note(@NotNull @Valid NeedRequest request) {
    var id = request.id() == null ? Ids.newId() : request.id();
    if (!Ids.isTimeOrdered(id)) {
      return Problems.invalid("id", "not-uuid-v7", "Make the id as a UUID version 7.").toResponse();
    }
    return switch (noteNeed.note(id, request.facts())) {
      case NeedOutcome.Done(var now, var isNew) ->
          answer(isNew ? Response.created(URI.create("v1/needs/" + id)) : Response.ok(), now);
      case NeedOutcome.Refused refused -> NeedProblems.of(refused).toResponse();
    };
  }

  @GET
  @Transactional
  @Operation(summary = "Lists the needs of your territories, by id")
  public Page<NeedView> list(
      @Parameter(description = "KATOTTG code, of any level, that holds the place")
          @QueryParam("territory")
          String territory,
      @QueryParam("state") NeedState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found =
        findNeeds.list(
            Optional.ofNullable(territory),
            Optional.ofNullable(state),
            asked.afterId(),
            asked.limit() + 1);
    var page = Page.of(found, asked.limit(), need -> need.id().toString());
    var priorities = findNeeds.prioritiesOf(page.items());
    var views = page.map(need -> view(need, priorities));
    findNeeds.audit(page.items());
    return views;
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(summary = "Shows a need, how pressing it is today and, to those who treat people, why")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return findNeeds
        .find(id)
        .map(need -> answer(Response.ok(), need))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{id}/stop")
  @RolesAllowed({Roles.COORDINATOR, Roles.BRIGADE_LEAD})
  @Idempotent
  @Operation(
      summary = "Wants a need met at one stop, or at any again",
      description = "As long as the stop is to come, the need is on the list of no other stop.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "need-met, need-closed")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(
      responseCode = "422",
      description = "no-such-stop: no brigade that treats people is to stop there")
  public Response wantAt(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid StopRequest request) {
    return answer(settleNeed.pin(id, request.stopId(), IfMatch.version(ifMatch)));
  }

  @PUT
  @Path("{id}/visit")
  @RolesAllowed(Roles.MEDIC)
  @Idempotent
  @Operation(
      summary = "Says which visit met the need of someone who had no record",
      description = "A resident's need is met by any visit since they asked, without this.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "need-met, need-closed, need-of-resident")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(
      responseCode = "422",
      description = "no-such-visit: none since they asked that you may see")
  public Response meet(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid VisitOfNeed request) {
    return answer(settleNeed.meet(id, request.visitId(), IfMatch.version(ifMatch)));
  }

  @POST
  @Path("{id}/closing")
  @Idempotent
  @Operation(summary = "Closes a need that no visit will meet, with a reason")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(responseCode = "409", description = "need-met, need-closed")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  public Response close(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid ClosingRequest request) {
    var note = request.note() == null || request.note().isBlank() ? null : request.note().strip();
    return answer(settleNeed.close(id, request.reason(), note, IfMatch.version(ifMatch)));
  }

  private Response answer(NeedOutcome outcome) {
    return switch (outcome) {
      case NeedOutcome.Done(var now, var isNew) -> answer(Response.ok(), now);
      case NeedOutcome.Refused refused -> NeedProblems.of(refused).toResponse();
    };
  }

  private Response answer(Response.ResponseBuilder answer, NeedNow need) {
    return answer
        .tag(IfMatch.tagOf(need.version()))
        .entity(view(need, findNeeds.prioritiesOf(List.of(need))))
        .build();
  }

  private NeedView view(NeedNow need, Map<UUID, Priority> priorities) {
    return NeedView.of(
        need,
        priorities.get(need.id()),
        treatsPeopleThere(need),
        need.notedBy().equals(caller.id()));
  }

  /** Why a visit is pressing is clinical: for those whose trips lead there. */
  private boolean treatsPeopleThere(NeedNow need) {
    return (caller.hasRole(Roles.MEDIC) || caller.hasRole(Roles.BRIGADE_LEAD))
        && reach.isOnTheWay(need.facts().settlement());
  }
}
