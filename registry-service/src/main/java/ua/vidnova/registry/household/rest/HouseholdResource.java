package ua.vidnova.registry.household.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.household.ChangeHousehold;
import ua.vidnova.registry.household.FormHousehold;
import ua.vidnova.registry.household.FormRequest;
import ua.vidnova.registry.household.HouseholdCommand;
import ua.vidnova.registry.household.HouseholdFile;
import ua.vidnova.registry.household.HouseholdOutcome;
import ua.vidnova.registry.household.HouseholdRules;
import ua.vidnova.registry.household.HouseholdView;
import ua.vidnova.registry.household.ShowHouseholds;

/** Households of the registrar's territories. Every command honours If-Match. */
@Path(HouseholdResource.PATH)
@RolesAllowed(Roles.REGISTRAR)
@Tag(name = "Households", description = "Who lives with whom, and since when")
public class HouseholdResource {

  static final String PATH = "v1/households";

  private final FormHousehold formHousehold;
  private final ChangeHousehold changeHousehold;
  private final ShowHouseholds showHouseholds;
  private final KyivCalendar calendar;

  @Inject
  HouseholdResource(
      FormHousehold formHousehold,
      ChangeHousehold changeHousehold,
      ShowHouseholds showHouseholds,
      KyivCalendar calendar) {
    this.formHousehold = formHousehold;
    this.changeHousehold = changeHousehold;
    this.showHouseholds = showHouseholds;
    this.calendar = calendar;
  }

  @POST
  @Idempotent
  @Operation(summary = "Forms a household with its members; one of them is its head")
  @APIResponse(
      responseCode = "201",
      description = "Formed; Location and ETag say where and which version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HouseholdView.class)))
  @APIResponse(responseCode = "200", description = "The same was formed before")
  @APIResponse(responseCode = "403", description = "forbidden; outside-your-territory")
  @APIResponse(
      responseCode = "409",
      description =
          "id-in-use; lives-elsewhere: residentIds says who; not-one-head: name one head, and each"
              + " person once")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response form(@NotNull @Valid FormRequest request) {
    return answer(formHousehold.form(request));
  }

  @GET
  @Operation(
      summary = "Lists households of the caller's territories",
      description = "residentId leaves those in which the resident lives or has lived.")
  public Page<HouseholdView> list(
      @QueryParam("residentId") UUID residentId,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") Integer limit,
      @QueryParam("after") @Parameter(description = "The next of the previous page") String after) {
    return showHouseholds
        .list(Optional.ofNullable(residentId), PageRequest.of(limit, after))
        .map(file -> HouseholdView.of(file, calendar.today()));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a household as it was on a day, with its history")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HouseholdView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(
      @PathParam("id") UUID id,
      @QueryParam("on") @Parameter(description = "Today when absent") LocalDate on) {
    var day = on == null ? calendar.today() : on;
    return showHouseholds
        .show(id)
        .map(file -> entity(Response.ok(), file, day))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Path("{id}/joins")
  @Idempotent
  @Operation(summary = "Lets someone move in")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description = "household-dissolved; impossible-day; lives-here; lives-elsewhere; head-taken")
  @APIResponse(responseCode = "412", description = "changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response join(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid HouseholdCommand.Join request) {
    return change(id, request, ifMatch);
  }

  @POST
  @Path("{id}/leaves")
  @Idempotent
  @Operation(summary = "Lets someone move out; the last one dissolves the household")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "household-dissolved; impossible-day; not-a-member; head-needed: name newHeadId;"
              + " head-taken")
  @APIResponse(responseCode = "412", description = "changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response leave(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid HouseholdCommand.Leave request) {
    return change(id, request, ifMatch);
  }

  @POST
  @Path("{id}/splits")
  @Idempotent
  @Operation(
      summary = "Lets some move out together and form a household",
      description = "Answers with the new household. If all move out, the old one is dissolved.")
  @APIResponse(
      responseCode = "201",
      description = "Formed; Location and ETag say where and which version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HouseholdView.class)))
  @APIResponse(responseCode = "403", description = "forbidden; outside-your-territory")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "household-dissolved; impossible-day; not-a-member; not-one-head; head-needed; head-taken;"
              + " id-in-use")
  @APIResponse(responseCode = "412", description = "changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response split(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid HouseholdCommand.Split request) {
    return change(id, request, ifMatch);
  }

  @POST
  @Path("{id}/head-changes")
  @Idempotent
  @Operation(summary = "Makes another member the head")
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description = "household-dissolved; impossible-day; not-a-member; head-taken")
  @APIResponse(responseCode = "412", description = "changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response changeHead(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid HouseholdCommand.ChangeHead request) {
    return change(id, request, ifMatch);
  }

  private Response change(UUID id, HouseholdCommand command, String ifMatch) {
    return answer(changeHousehold.change(id, command, IfMatch.version(ifMatch)));
  }

  private Response answer(HouseholdOutcome outcome) {
    return switch (outcome) {
      case HouseholdOutcome.Formed(var file) -> created(file);
      case HouseholdOutcome.FormedBefore(var file) -> answer(Response.ok(), file);
      case HouseholdOutcome.Changed(var file) -> answer(Response.ok(), file);
      case HouseholdOutcome.NotFound() -> Problems.notFound().toResponse();
      case HouseholdOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case HouseholdOutcome.NotAcceptable(var errors) -> Problems.invalid(errors).toResponse();
      case HouseholdOutcome.OutsideTerritory() ->
          Problem.of(403, "outside-your-territory", "The settlement is not in your territories")
              .toResponse();
      case HouseholdOutcome.IdInUse() ->
          Problems.conflict("id-in-use", "The id belongs to another household").toResponse();
      case HouseholdOutcome.LivesElsewhere(var residentIds) ->
          Problems.conflict("lives-elsewhere", "Someone lives in another household on that day")
              .withDetail("Let them leave it first.")
              .with("residentIds", residentIds)
              .toResponse();
      case HouseholdOutcome.Refused(var reason) -> problemOf(reason).toResponse();
    };
  }

  private static Problem problemOf(HouseholdRules.Refusal reason) {
    return switch (reason) {
      case DISSOLVED -> Problems.conflict("household-dissolved", "Nobody lives there any more");
      case IMPOSSIBLE_DAY ->
          Problems.conflict(
              "impossible-day", "The day lies in the future, or before the last change");
      case LIVES_HERE -> Problems.conflict("lives-here", "The resident is a member already");
      case NOT_A_MEMBER -> Problems.conflict("not-a-member", "Someone named does not live there");
      case HEAD_TAKEN -> Problems.conflict("head-taken", "The household has a head and keeps it");
      case HEAD_NEEDED ->
          Problems.conflict("head-needed", "Those who stay need a head")
              .withDetail("Name one of them in newHeadId.");
      case NOT_ONE_HEAD -> Problems.conflict("not-one-head", "Name one head, and each person once");
    };
  }

  private Response created(HouseholdFile file) {
    return Response.fromResponse(answer(Response.status(Response.Status.CREATED), file))
        .header(HttpHeaders.LOCATION, "/api/registry/" + PATH + "/" + file.household().id())
        .build();
  }

  private Response answer(Response.ResponseBuilder answer, HouseholdFile written) {
    return entity(answer, showHouseholds.shown(written), calendar.today());
  }

  private static Response entity(
      Response.ResponseBuilder answer, HouseholdFile shown, LocalDate on) {
    return answer
        .tag(IfMatch.tagOf(shown.household().version()))
        .entity(HouseholdView.of(shown, on))
        .build();
  }
}
