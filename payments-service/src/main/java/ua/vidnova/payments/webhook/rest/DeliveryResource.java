package ua.vidnova.payments.webhook.rest;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.reach.Reader;
import ua.vidnova.payments.webhook.Deliveries;
import ua.vidnova.payments.webhook.Delivery;
import ua.vidnova.payments.webhook.Webhook;

/** What was sent to a webhook, what came of it, and sending it again. */
@Path("v1/webhooks/{id}")
@PermissionsAllowed(WebhookResource.SCOPE)
@Tag(name = "Webhooks")
public class DeliveryResource {

  private final Deliveries deliveries;
  private final Reader reader;

  @Inject
  DeliveryResource(Deliveries deliveries, Reader reader) {
    this.deliveries = deliveries;
    this.reader = reader;
  }

  /** How many events are sent again. */
  public record Replayed(int deliveries) {}

  /** A ping that is on its way. */
  public record Pinged(UUID deliveryId) {}

  @GET
  @Path("deliveries")
  @Operation(summary = "Lists the events of a webhook and how far they have come, newest first")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Page<Delivery> list(
      @PathParam("id") UUID id,
      @QueryParam("state") Delivery.State state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    if (Webhook.findOf(key(id)).isEmpty()) {
      throw new ProblemException(Problems.notFound());
    }
    var found =
        deliveries.listBefore(
            key(id), Optional.ofNullable(state), page.afterId(), page.limit() + 1);
    return Page.of(found, page.limit(), delivery -> delivery.id().toString());
  }

  @POST
  @Path("ping")
  @Idempotent
  @Operation(summary = "Sends a ping, so that you see whether your address works")
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Pinged.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Response ping(@PathParam("id") UUID id) {
    return deliveries
        .ping(key(id))
        .map(delivery -> Response.accepted(new Pinged(delivery)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @POST
  @Path("deliveries/{deliveryId}/replay")
  @Idempotent
  @Operation(summary = "Sends an event again, under the same webhook-id")
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Replayed.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Response replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
    return deliveries.replay(key(id), deliveryId)
        ? Response.accepted(new Replayed(1)).build()
        : Problems.notFound().toResponse();
  }

  @POST
  @Path("replays")
  @Idempotent
  @Operation(summary = "Sends again all that happened since a time, at most what is kept")
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Replayed.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Response replaySince(@PathParam("id") UUID id, @Valid @NotNull ReplayRequest request) {
    return Webhook.findOf(key(id)).isEmpty()
        ? Problems.notFound().toResponse()
        : Response.accepted(new Replayed(deliveries.replaySince(key(id), request.since()))).build();
  }

  private Webhook.Key key(UUID id) {
    return new Webhook.Key(reader.partner(), id);
  }
}
