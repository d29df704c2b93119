package ua.vidnova.registry.cases.rest;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
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
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.cases.CaseFile;
import ua.vidnova.registry.cases.CaseRequest;
import ua.vidnova.registry.cases.CaseState;
import ua.vidnova.registry.cases.CaseSummary;
import ua.vidnova.registry.cases.CaseView;
import ua.vidnova.registry.cases.MoveCase;
import ua.vidnova.registry.cases.ShowCases;
import ua.vidnova.registry.cases.SubmissionOutcome;
import ua.vidnova.registry.cases.SubmitCase;
import ua.vidnova.registry.cases.TransitionOutcome;
import ua.vidnova.registry.cases.TransitionRequest;

/** Cases of residents of the registrar's territories. */
@Path("v1/cases")
@RolesAllowed(Roles.REGISTRAR)
@Tag(name = "Services")
public class CaseResource {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,59}");

  private final SubmitCase submitCase;
  private final MoveCase moveCase;
  private final ShowCases showCases;
  private final KyivCalendar calendar;

  @Inject
  CaseResource(
      SubmitCase submitCase, MoveCase moveCase, ShowCases showCases, KyivCalendar calendar) {
    this.submitCase = submitCase;
    this.moveCase = moveCase;
    this.showCases = showCases;
    this.calendar = calendar;
  }

  @POST
  @Idempotent
  @Operation(
      summary = "Takes an application",
      description =
          "The deadline follows from the catalogue in force on the day of the submission. An"
              + " application for a pension is handed over to payments by an event.")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "The same key and body get the stored answer",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "201",
      description = "Submitted; Location and ETag say where and which version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "200", description = "The same was submitted before")
  @APIResponse(
      responseCode = "409",
      description = "id-in-use: the id belongs to another submission")
  @APIResponse(
      responseCode = "422",
      description =
          "invalid: errors name the field and code, such as not-offered, unknown-resident,"
              + " deceased, special-equipment-needed, in-the-future, too-long-ago")
  public Response submit(@NotNull @Valid CaseRequest request, @Context UriInfo uri) {
    return switch (submitCase.submit(request)) {
      case SubmissionOutcome.Submitted(var file) ->
          answer(Response.status(Response.Status.CREATED), file)
              .header(
                  HttpHeaders.LOCATION,
                  uri.getAbsolutePath().getPath() + "/" + file.serviceCase().id())
              .build();
      case SubmissionOutcome.SubmittedBefore(var file) -> answer(Response.ok(), file).build();
      case SubmissionOutcome.NotAcceptable(var errors) -> Problems.invalid(errors).toResponse();
      case SubmissionOutcome.IdInUse() ->
          Problems.conflict("id-in-use", "The id belongs to another submission")
              .withDetail("Make a new id for a new application.")
              .toResponse();
    };
  }

  @GET
  @Operation(
      summary = "Lists cases of the caller's territories, the nearest deadline first",
      description = "due=SOON or due=OVERDUE leaves only cases that nobody has decided.")
  public Page<CaseSummary> list(
      @QueryParam("residentId") UUID residentId,
      @QueryParam("service") @Parameter(example = "RESIDENCE_REGISTRATION") String service,
      @QueryParam("state") CaseState state,
      @QueryParam("due") ShowCases.Due due,
      @QueryParam("limit") @Parameter(description = "1 to 200, else 50") Integer limit,
      @QueryParam("after") @Parameter(description = "The next of the previous page") String after) {
    if (service != null && !CODE.matcher(service).matches()) {
      throw new ProblemException(
          Problems.badParameter("service", "not-a-code", "Give a code in capital letters."));
    }
    return showCases.list(
        new ShowCases.Filter(
            Optional.ofNullable(residentId),
            Optional.ofNullable(service),
            Optional.ofNullable(state),
            Optional.ofNullable(due)),
        PageRequest.of(limit, after));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a case with its documents and its log")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return showCases
        .show(id)
        .map(file -> answer(Response.ok(), file).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Path("{id}/transitions")
  @Idempotent
  @Operation(summary = "Takes a case to its next state", description = "If-Match is honoured.")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "The same key and body get the stored answer",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CaseView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  @APIResponse(
      responseCode = "409",
      description =
          "not-from-here: nextStates says where it may go; documents-missing: kinds says which"
              + " mandatory documents are neither attached nor named in withoutDocuments")
  @APIResponse(responseCode = "412", description = "changed-meanwhile")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response move(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid TransitionRequest request) {
    return switch (moveCase.move(id, request, IfMatch.version(ifMatch))) {
      case TransitionOutcome.Moved(var file) -> answer(Response.ok(), file).build();
      case TransitionOutcome.NotFound() -> Problems.notFound().toResponse();
      case TransitionOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case TransitionOutcome.NotFromHere(var next) ->
          Problems.conflict("not-from-here", "The case cannot go there from where it stands")
              .with("nextStates", next)
              .toResponse();
      case TransitionOutcome.DocumentsMissing(var kinds) ->
          Problems.conflict("documents-missing", "Mandatory documents are missing")
              .withDetail("Attach them, or name them in withoutDocuments and say why in note.")
              .with("kinds", kinds)
              .toResponse();
      case TransitionOutcome.NoteMissing() -> invalid("note", "required", "Say why.");
      case TransitionOutcome.ImpossibleDay() ->
          invalid("occurredOn", "impossible-day", "Not after today, not before the last step.");
      case TransitionOutcome.UnknownDocument(var index) ->
          invalid(
              "withoutDocuments[" + index + "]",
              "unknown-document",
              "Take a kind that the service asks for.");
    };
  }

  private static Response invalid(String field, String code, String message) {
    return Problems.invalid(field, code, message).toResponse();
  }

  private Response.ResponseBuilder answer(Response.ResponseBuilder answer, CaseFile file) {
    return answer
        .tag(IfMatch.tagOf(file.serviceCase().version()))
        .entity(CaseView.of(file, calendar.today()));
  }
}
