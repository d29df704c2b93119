package ua.vidnova.payments.voucher.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.voucher.ShowVouchers;
import ua.vidnova.payments.voucher.Voucher;
import ua.vidnova.payments.voucher.VoucherPaper;

/** The codes that a resident takes to a till; only the officer who hands them over sees them. */
@Path("v1/residents/{id}/vouchers")
@RolesAllowed(Roles.PAYMENTS_OFFICER)
@Tag(name = "Vouchers", description = "Sums that wait at a shop's till")
@APIResponse(responseCode = "404", description = "Not there, or not in your territories")
public class VoucherResource {

  private final ShowVouchers showVouchers;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  VoucherResource(ShowVouchers showVouchers, Caller caller, KyivCalendar calendar) {
    this.showVouchers = showVouchers;
    this.caller = caller;
    this.calendar = calendar;
  }

  /** A voucher; the sum in kopiykas. */
  @Schema(name = "Voucher")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record VoucherView(
      UUID instructionId,
      UUID batchId,
      String till,
      long amountMinor,
      @Schema(examples = "UAH") String currency,
      @Schema(description = "The first day; absent when any of the payment window will do")
          LocalDate validFrom,
      @Schema(description = "The last day") LocalDate validTo,
      @Schema(
              examples = "TILL_FLOAT_USED",
              description = "Why it is not the till's first day; absent when it is")
          String dayReason,
      @Schema(examples = "3K8QD-Z1M4V-0T7XB-RN5GH-92CFA-J6") String code) {

    static VoucherView of(Voucher one) {
      return new VoucherView(
          one.instructionId(),
          one.batchId(),
          one.till(),
          one.amountMinor(),
          "UAH",
          one.validFrom(),
          one.validTo(),
          one.dayReason(),
          one.code());
    }

    @Override
    public String toString() {
      return "VoucherView[" + instructionId + "]";
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Shows a resident's vouchers that can still be used",
      description = "They are few, and come on one page. A code is there once its list was taken.")
  @APIResponse(responseCode = "200")
  public Response show(@PathParam("id") UUID residentId) {
    return showVouchers
        .show(residentId)
        .map(VoucherResource::page)
        .map(page -> Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  private static Page<VoucherView> page(List<Voucher> vouchers) {
    return new Page<>(vouchers.stream().map(VoucherView::of).toList(), null);
  }

  @GET
  @Produces("application/pdf;qs=0.5")
  @Operation(summary = "Prints them in Ukrainian, for the resident")
  @APIResponse(
      responseCode = "200",
      description = "A4 sheets",
      content = @Content(mediaType = "application/pdf"))
  public Response print(@PathParam("id") UUID residentId) {
    return showVouchers
        .show(residentId)
        .map(
            vouchers ->
                Response.ok(
                        VoucherPaper.print(vouchers, caller.name(), calendar.today()),
                        "application/pdf")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vouchers.pdf\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build())
        .orElseGet(() -> Problems.notFound().toResponse());
  }
}
