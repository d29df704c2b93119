package ua.vidnova.payments.law.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.payments.law.LawCode;
import ua.vidnova.payments.law.LawValue;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.law.LoadLaw;
import ua.vidnova.payments.law.files.LawFile;

/** The amounts and coefficients of law: read by payments staff, loaded by administrators. */
@Path("v1/law-values")
@Tag(name = "Values of law", description = "Dated amounts and coefficients with their source")
public class LawValueResource {

  private static final String EXAMPLE =
      """
      code,dimension,value,act,article,source,validFrom,validTo
      SUBSISTENCE,UNABLE_TO_WORK,2595.00,Закон про Державний бюджет України на 2026 рік,ст. 7,zakon.rada.gov.ua,2026-01-01,
      """;

  private final LawValues values;
  private final LoadLaw loadLaw;

  @Inject
  LawValueResource(LawValues values, LoadLaw loadLaw) {
    this.values = values;
    this.loadLaw = loadLaw;
  }

  @GET
  @RolesAllowed({
    Roles.PAYMENTS_OFFICER,
    Roles.PAYMENTS_APPROVER,
    Roles.AUDITOR,
    Roles.ADMINISTRATOR
  })
  @Operation(
      summary = "Lists values of law by code, dimension and first day",
      description = "With `on`, those in force on that day; without, all that stand.")
  public Page<LawValueView> list(
      @QueryParam("code") LawCode code,
      @QueryParam("on") LocalDate on,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found = values.list(Optional.ofNullable(code), Optional.ofNullable(on));
    return Page.of(
            found.stream()
                .sorted(Comparator.comparing(LawValueResource::position))
                .dropWhile(
                    value ->
                        page.after().map(at -> position(value).compareTo(at) <= 0).orElse(false))
                .limit(page.limit() + 1L)
                .toList(),
            page.limit(),
            LawValueResource::position)
        .map(LawValueView::of);
  }

  private static String position(LawValue value) {
    return "%s/%s/%s".formatted(value.code(), value.dimension(), value.validFrom());
  }

  @POST
  @Consumes("text/csv")
  @Idempotent
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Proposes values of law",
      description =
          "UTF-8 CSV, up to 1 MiB and 1000 lines, taken whole or not at all. A line replaces what"
              + " stands on its days and nothing else; another administrator approves.")
  @RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one value", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "Proposed; nothing is in force yet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LawProposalView.class)))
  @APIResponse(responseCode = "400", description = "Codes: header, not-utf-8, malformed-csv")
  @APIResponse(responseCode = "413", description = "Larger than allowed")
  @APIResponse(responseCode = "422", description = "`errors` name the lines and fields")
  public Response propose(byte[] file) {
    return LawProposalResource.answer(loadLaw.propose(LawFile.read(file)), 201);
  }
}
