package ua.vidnova.payments.application.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.payments.application.ApplicationState;
import ua.vidnova.payments.application.Applications;
import ua.vidnova.payments.application.PensionApplication;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Reading applications; callers see residents of their territories only. */
@Path("v1/applications")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Resumptions")
public class ApplicationResource {

  private final Applications applications;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  ApplicationResource(Applications applications, CoveredSettlements covered, AuditTrail audit) {
    this.applications = applications;
    this.covered = covered;
    this.audit = audit;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Lists applications for a pension",
      description = "state=OPEN are those whose applicant has no award here to resume.")
  public Page<ApplicationView> list(
      @QueryParam("residentId") UUID residentId,
      @QueryParam("state") ApplicationState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            applications.list(
                new Applications.Query(
                    Optional.ofNullable(residentId),
                    Optional.ofNullable(state),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            application -> application.caseId().toString());
    audit.readAll(
        "pension-application",
        found.items().stream().map(PensionApplication::residentId).distinct().toList());
    return found.map(ApplicationView::of);
  }
}
