package ua.vidnova.payments.resumption.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.derivation.DerivationPaper;
import ua.vidnova.payments.derivation.rest.DerivationView;
import ua.vidnova.payments.resumption.ShowDerivation;

/** How the sums of a case came about, on the screen and on paper for the resident. */
@Path("v1/resumptions/{id}/derivation")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Derivations", description = "Which act, which coefficient, which month")
public class DerivationResource {

  private final ShowDerivation showDerivation;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  DerivationResource(ShowDerivation showDerivation, Caller caller, KyivCalendar calendar) {
    this.showDerivation = showDerivation;
    this.caller = caller;
    this.calendar = calendar;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Shows the derivation of a case, step by step",
      description = "As it was proposed; before that, as it would be proposed today.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DerivationView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return showDerivation
        .show(id)
        .map(file -> Response.ok(DerivationView.of(file)).build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Produces("application/pdf;qs=0.5")
  @Operation(
      summary = "Prints the derivation of a case in Ukrainian",
      description = "Staff hand it to the resident.")
  @APIResponse(
      responseCode = "200",
      description = "A4 sheets",
      content = @Content(mediaType = "application/pdf"))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response print(@PathParam("id") UUID id) {
    return showDerivation
        .show(id)
        .map(
            file ->
                Response.ok(
                        DerivationPaper.print(file, caller.name(), calendar.today()),
                        "application/pdf")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"derivation-" + id + ".pdf\"")
                    .build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }
}
