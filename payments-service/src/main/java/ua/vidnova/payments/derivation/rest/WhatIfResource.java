package ua.vidnova.payments.derivation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.derivation.Derivation;
import ua.vidnova.payments.derivation.DerivationFile;
import ua.vidnova.payments.derivation.DerivationPaper;
import ua.vidnova.payments.derivation.WhatIfRules;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.law.LegalTerms;

/** What would be due if: the engine without a case, so that a lawyer can check it. */
@Path("v1/derivations")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Derivations", description = "Which act, which coefficient, which month")
@APIResponse(responseCode = "422", description = "`errors` name the fields")
public class WhatIfResource {

  private final LegalTerms terms;
  private final LawValues law;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  WhatIfResource(LegalTerms terms, LawValues law, Caller caller, KyivCalendar calendar) {
    this.terms = terms;
    this.law = law;
    this.caller = caller;
    this.calendar = calendar;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Derives what would be due; nothing is kept")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DerivationView.class)))
  public Response derive(@Valid @NotNull WhatIfRequest request) {
    return answer(request, file -> Response.ok(DerivationView.of(file)).build());
  }

  @POST
  @Produces("application/pdf;qs=0.5")
  @Operation(summary = "Prints what would be due, in Ukrainian; nothing is kept")
  @APIResponse(
      responseCode = "200",
      description = "A4 sheets",
      content = @Content(mediaType = "application/pdf"))
  public Response print(@Valid @NotNull WhatIfRequest request) {
    return answer(
        request,
        file ->
            Response.ok(
                    DerivationPaper.print(file, caller.name(), calendar.today()), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"derivation.pdf\"")
                .build());
  }

  private Response answer(WhatIfRequest request, Function<DerivationFile, Response> shown) {
    var facts = request.facts();
    var errors = WhatIfRules.check(facts, calendar.today());
    if (!errors.isEmpty()) {
      return Problems.invalid(errors).toResponse();
    }
    var derivation = Derivation.derive(facts, terms.read(), law.read());
    return shown.apply(new DerivationFile(derivation, Optional.empty(), List.of()));
  }
}
