package ua.vidnova.medical.alert.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.alert.AcknowledgeAlert;
import ua.vidnova.medical.alert.Alert;
import ua.vidnova.medical.alert.AlertState;
import ua.vidnova.medical.alert.VisibleAlerts;

/** What had to be told at once: who may act sees it and says that they have taken notice. */
@Path("v1/alerts")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.PROTECTION_OFFICER})
@Tag(name = "Alerts", description = "Items of the daily report that are told at once")
public class AlertResource {

  private final VisibleAlerts visibleAlerts;
  private final AcknowledgeAlert acknowledgeAlert;
  private final Caller caller;

  @Inject
  AlertResource(VisibleAlerts visibleAlerts, AcknowledgeAlert acknowledgeAlert, Caller caller) {
    this.visibleAlerts = visibleAlerts;
    this.acknowledgeAlert = acknowledgeAlert;
    this.caller = caller;
  }

  /** What will be done. */
  @Schema(name = "AlertAcknowledgement")
  public record Acknowledgement(@Size(max = 1000) String note) {}

  @GET
  @Operation(
      summary = "Lists alerts of the caller's territories, newest first",
      description = "Those of items 47 to 50 are for protection officers alone.")
  public Page<AlertView> list(
      @QueryParam("state") AlertState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found =
        visibleAlerts.listBefore(Optional.ofNullable(state), asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), alert -> alert.id().toString()).map(this::view);
  }

  @POST
  @Path("{id}/acknowledgement")
  @RolesAllowed({Roles.COORDINATOR, Roles.PROTECTION_OFFICER})
  @Idempotent
  @Operation(
      summary = "Says that the caller has taken notice",
      description = "The first word stands; whoever repeats it is shown whose it was.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Acknowledgement.class),
              examples =
                  @ExampleObject(
                      name = "an ambulance is sent",
                      value = "{\"note\": \"Вислано евакуаційну бригаду\"}")))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AlertView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not yours to know of")
  @APIResponse(responseCode = "409", description = "Code alert-withdrawn: it does not hold")
  public Response acknowledge(@PathParam("id") UUID id, @Valid @NotNull Acknowledgement request) {
    var note = request.note() == null || request.note().isBlank() ? null : request.note().strip();
    return switch (acknowledgeAlert.acknowledge(id, note)) {
      case AcknowledgeAlert.Outcome.Acknowledged(var alert) -> Response.ok(view(alert)).build();
      case AcknowledgeAlert.Outcome.NotFound() -> Problems.notFound().toResponse();
      case AcknowledgeAlert.Outcome.Withdrawn() ->
          Problems.conflict("alert-withdrawn", "The visit was corrected: it does not hold")
              .toResponse();
    };
  }

  private AlertView view(Alert alert) {
    return AlertView.of(alert, caller.hasRole(Roles.MEDIC));
  }
}
