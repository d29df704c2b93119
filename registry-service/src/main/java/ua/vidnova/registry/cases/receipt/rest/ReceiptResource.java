package ua.vidnova.registry.cases.receipt.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.cases.receipt.IssueReceipt;

/** Receipts as registrars print them. */
@Path("v1/cases/{id}/receipt")
@Tag(name = "Services")
public class ReceiptResource {

  private final IssueReceipt issueReceipt;

  @Inject
  ReceiptResource(IssueReceipt issueReceipt) {
    this.issueReceipt = issueReceipt;
  }

  @GET
  @Produces("application/pdf")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary = "Prints the receipt of a case",
      description = "Each print has a code of its own and is an entry of the audit trail.")
  @APIResponse(
      responseCode = "200",
      description = "The sheets; Link says where anyone can verify them",
      content = @Content(mediaType = "application/pdf"))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response print(@PathParam("id") UUID id) {
    return issueReceipt
        .issue(id)
        .map(
            receipt ->
                Response.ok(receipt.pdf(), "application/pdf")
                    .link(receipt.address(), "related")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"receipt-" + id + ".pdf\"")
                    .build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }
}
