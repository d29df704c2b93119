package ua.vidnova.payments.webhook.rest;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.http.ContentTagged;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.reach.Reader;
import ua.vidnova.payments.webhook.SetUpOutcome;
import ua.vidnova.payments.webhook.SetUpOutcome.AddressRefused;
import ua.vidnova.payments.webhook.SetUpOutcome.Changed;
import ua.vidnova.payments.webhook.SetUpOutcome.ChangedMeanwhile;
import ua.vidnova.payments.webhook.SetUpOutcome.Created;
import ua.vidnova.payments.webhook.SetUpOutcome.NotOffered;
import ua.vidnova.payments.webhook.SetUpOutcome.TooMany;
import ua.vidnova.payments.webhook.SetUpWebhook;
import ua.vidnova.payments.webhook.Webhook;

/** Where partners say at which address they want to be told. Each sees its own only. */
@Path("v1/webhooks")
@PermissionsAllowed(WebhookResource.SCOPE)
@Tag(name = "Webhooks", description = "Being told instead of asking (Standard Webhooks)")
public class WebhookResource {

  static final String SCOPE = "payments.webhooks:write";

  private final SetUpWebhook setUpWebhook;
  private final Reader reader;

  @Inject
  WebhookResource(SetUpWebhook setUpWebhook, Reader reader) {
    this.setUpWebhook = setUpWebhook;
    this.reader = reader;
  }

  @GET
  @ContentTagged
  @Transactional
  @Operation(summary = "Lists the partner's webhooks; they are few and come on one page")
  @APIResponse(responseCode = "200")
  public Page<WebhookView> list() {
    List<WebhookView> all = Webhook.listOf(reader.partner()).stream().map(WebhookView::of).toList();
    return new Page<>(all, null);
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(summary = "Shows a webhook, and whether it was disabled")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WebhookView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Response show(@PathParam("id") UUID id) {
    return Webhook.findOf(key(id))
        .map(
            webhook ->
                Response.ok(WebhookView.of(webhook)).tag(IfMatch.tagOf(webhook.version())).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Sets a webhook up under an id of your own, or changes it",
      description =
          "The answer to the first call shows the secret, and none after it does. A webhook that"
              + " was disabled is active again, and what waited for it is sent.")
  @APIResponse(
      responseCode = "201",
      description = "New; keep the secret",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewSecretView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WebhookView.class)))
  @APIResponse(responseCode = "409", description = "too-many-webhooks")
  @APIResponse(responseCode = "412", description = "Changed since you read it")
  @APIResponse(responseCode = "422", description = "An address that cannot be called")
  public Response put(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull WebhookRequest request) {
    return answer(
        setUpWebhook.setUp(key(id), request.url(), request.eventTypes(), IfMatch.version(ifMatch)));
  }

  private static Response answer(SetUpOutcome outcome) {
    return switch (outcome) {
      case Created created ->
          Response.created(URI.create("/api/payments/v1/webhooks/" + created.webhook().id()))
              .tag(IfMatch.tagOf(created.webhook().version()))
              .entity(NewSecretView.of(created))
              .build();
      case Changed changed ->
          Response.ok(WebhookView.of(changed.webhook()))
              .tag(IfMatch.tagOf(changed.webhook().version()))
              .build();
      case AddressRefused refused ->
          Problems.invalid("url", refused.code(), "A public https address is needed.").toResponse();
      case TooMany tooMany ->
          Problems.conflict("too-many-webhooks", "You have as many webhooks as you may")
              .withDetail("At most " + tooMany.max() + ". Delete one first.")
              .toResponse();
      case ChangedMeanwhile changed -> Problems.changedMeanwhile().toResponse();
      case NotOffered notOffered ->
          Problem.of(503, "webhooks-not-offered", "Webhooks are not offered here yet")
              .withDetail("Ask for batches instead, and tell the operator.")
              .toResponse();
    };
  }

  @POST
  @Path("{id}/secret")
  @Operation(
      summary = "Makes a new secret and shows it this once",
      description = "For a day every message is signed with both, so that you can change over.")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewSecretView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Response rotateSecret(@PathParam("id") UUID id) {
    return setUpWebhook
        .rotateSecret(key(id))
        .map(created -> Response.status(201).entity(NewSecretView.of(created)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Removes a webhook and what was waiting for it")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "404", description = "Not there, or another partner's")
  public Response remove(@PathParam("id") UUID id) {
    return setUpWebhook.remove(key(id))
        ? Response.noContent().build()
        : Problems.notFound().toResponse();
  }

  private Webhook.Key key(UUID id) {
    return new Webhook.Key(reader.partner(), id);
  }
}
