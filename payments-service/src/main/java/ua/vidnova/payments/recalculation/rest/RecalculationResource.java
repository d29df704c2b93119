package ua.vidnova.payments.recalculation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.recalculation.ProgressRows;
import ua.vidnova.payments.recalculation.Recalculate;
import ua.vidnova.payments.recalculation.Recalculation;
import ua.vidnova.payments.recalculation.RecalculationOutcome;

/** Deriving all resumed awards anew after the law has changed. It shows sums, never people. */
@Path("v1/recalculations")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Recalculations", description = "Deriving awards anew after the law has changed")
public class RecalculationResource {

  private final Recalculate recalculate;
  private final ProgressRows progress;

  @Inject
  RecalculationResource(Recalculate recalculate, ProgressRows progress) {
    this.recalculate = recalculate;
    this.progress = progress;
  }

  /** From which month on, and why. */
  @Schema(name = "RecalculationRequest")
  public record Request(
      @Schema(examples = "2026-03", implementation = String.class)
          @NotNull(message = "Say from which month on.")
          YearMonth from,
      @Schema(examples = "Постанова КМУ № 236 завантажена із запізненням.")
          @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  /** Why it is refused. */
  @Schema(name = "RecalculationRefusal")
  public record Refusal(
      @NotBlank(message = "Say why.") @Size(max = 1000, message = "At most 1000 characters.")
          String reason) {}

  @POST
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_OFFICER)
  @Operation(
      summary = "Proposes to derive all resumed awards anew from a month on",
      description = "The preview begins at once; what it finds is shown under the answer's id.")
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecalculationView.class)))
  @APIResponse(responseCode = "422", description = "Code in-the-future, or a field is missing")
  public Response propose(@Valid @NotNull Request request) {
    return answer(recalculate.propose(request.from(), request.reason().strip()), 202);
  }

  @POST
  @Path("{id}/approval")
  @Idempotent
  @RolesAllowed(Roles.PAYMENTS_APPROVER)
  @Operation(
      summary = "Lets a recalculation that somebody else proposed be carried out",
      description =
          "Units are made for what months rose by; what they fell by is put before people. Nothing"
              + " that was made is rewritten.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecalculationView.class)))
  @APIResponse(responseCode = "409", description = "Codes: same-person, not-now (with state)")
  public Response approve(@PathParam("id") UUID id) {
    return answer(recalculate.approve(id), 200);
  }

  @POST
  @Path("{id}/refusal")
  @Idempotent
  @RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER})
  @Operation(summary = "Refuses a recalculation before it is approved")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecalculationView.class)))
  @APIResponse(responseCode = "409", description = "Code: not-now (with state)")
  public Response refuse(@PathParam("id") UUID id, @Valid @NotNull Refusal refusal) {
    return answer(recalculate.refuse(id, refusal.reason().strip()), 200);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a recalculation and how far it has come")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RecalculationView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  public Response show(@PathParam("id") UUID id) {
    return Recalculation.<Recalculation>findByIdOptional(id)
        .map(found -> Response.ok(view(found)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Operation(summary = "Lists recalculations, latest first")
  public Page<RecalculationView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            Recalculation.listBefore(page.afterId(), page.limit() + 1),
            page.limit(),
            one -> one.id().toString());
    var phases = progress.read(found.items().stream().map(Recalculation::id).toList());
    return found.map(one -> RecalculationView.of(one, phases.getOrDefault(one.id(), Map.of())));
  }

  private RecalculationView view(Recalculation one) {
    return RecalculationView.of(
        one, progress.read(List.of(one.id())).getOrDefault(one.id(), Map.of()));
  }

  private Response answer(RecalculationOutcome outcome, int done) {
    return switch (outcome) {
      case RecalculationOutcome.Done(var one) -> Response.status(done).entity(view(one)).build();
      case RecalculationOutcome.NotFound() -> Problems.notFound().toResponse();
      case RecalculationOutcome.NotNow(var state) ->
          Problems.conflict("not-now", "The recalculation's state does not allow this step")
              .with("state", state)
              .toResponse();
      case RecalculationOutcome.SamePerson() ->
          Problems.conflict("same-person", "Who proposes cannot approve")
              .withDetail("Another approver must decide.")
              .toResponse();
      case RecalculationOutcome.InTheFuture() ->
          Problems.invalid("from", "in-the-future", "At most the current month.").toResponse();
    };
  }
}
