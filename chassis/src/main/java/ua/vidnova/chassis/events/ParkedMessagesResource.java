package ua.vidnova.chassis.events;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;

/** The operator's view of messages that could not be handled. */
@Path("v1/parked-messages")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Parked messages", description = "Messages that could not be handled and wait")
public class ParkedMessagesResource {

  private final ParkedMessages parked;
  private final ReplayParked replay;
  private final AuditTrail trail;
  private final Caller caller;

  @Inject
  ParkedMessagesResource(
      ParkedMessages parked, ReplayParked replay, AuditTrail trail, Caller caller) {
    this.parked = parked;
    this.replay = replay;
    this.trail = trail;
    this.caller = caller;
  }

  /**
   * Why a message is given up.
   *
   * @param reason for the trail; no personal data
   */
  public record Discard(@NotBlank @Size(max = 500) String reason) {}

  @GET
  @Operation(summary = "Lists the messages that wait, oldest first, without their data")
  public Page<ParkedMessages.Parked> open(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    return Page.of(
        parked.findOpen(asked.afterId(), asked.limit() + 1),
        asked.limit(),
        message -> message.id().toString());
  }

  @POST
  @Path("{id}/replay")
  @Operation(summary = "Handles a message again, then those behind it on its key, in order")
  public Response replay(@PathParam("id") UUID id) {
    return parked
        .findOpen(id)
        .map(
            message -> {
              var outcome = replay.replay(message);
              trail.wrote("replayed", "parked-message", id, null);
              return Response.ok(outcome).build();
            })
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Path("{id}/discard")
  @Transactional
  @Operation(summary = "Gives a message up, so that its key goes on; those behind it need a replay")
  public Response discard(@PathParam("id") UUID id, @Valid @NotNull Discard request) {
    if (!parked.settle(id, "DISCARDED", caller.id(), request.reason())) {
      return Problems.notFound().toResponse();
    }
    trail.wrote("discarded", "parked-message", id, null);
    return Response.noContent().build();
  }
}
