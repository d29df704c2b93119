package ua.vidnova.registry.cases.receipt.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.registry.cases.receipt.ReceiptVerification;
import ua.vidnova.registry.cases.receipt.VerifyReceipt;

/** The one address of the registry that is open to anyone: is this receipt genuine? */
@Path("v1/receipts/{code}")
@PermitAll
@Tag(name = "Services")
public class VerificationResource {

  private final VerifyReceipt verifyReceipt;

  @Inject
  VerificationResource(VerifyReceipt verifyReceipt) {
    this.verifyReceipt = verifyReceipt;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      summary = "Verifies a receipt",
      description =
          "Open to anyone who holds the paper. Says whether it is genuine, for which service and"
              + " of which day; nothing about a person. A browser gets a page.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReceiptVerification.class)))
  public Response verify(
      @PathParam("code") String code, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
    var verification = verifyReceipt.verify(code);
    var answer =
        accept != null && accept.contains(MediaType.TEXT_HTML)
            ? Response.ok(VerificationPage.of(verification))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
            : Response.ok(verification).type(MediaType.APPLICATION_JSON_TYPE);
    return answer.build();
  }
}
