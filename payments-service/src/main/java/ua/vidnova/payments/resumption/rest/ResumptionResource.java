package ua.vidnova.payments.resumption.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.resumption.CaseFile;
import ua.vidnova.payments.resumption.CaseFiles;
import ua.vidnova.payments.resumption.Due;
import ua.vidnova.payments.resumption.FindCases;
import ua.vidnova.payments.resumption.ResumptionState;

/** Reading resumptions; callers see residents of their territories only. */
@Path("v1/resumptions")
@RolesAllowed({Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Resumptions", description = "Bringing stopped awards back")
public class ResumptionResource {

  private final FindCases findCases;
  private final CaseFiles files;
  private final CoveredSettlements covered;
  private final AuditTrail audit;

  @Inject
  ResumptionResource(
      FindCases findCases, CaseFiles files, CoveredSettlements covered, AuditTrail audit) {
    this.findCases = findCases;
    this.files = files;
    this.covered = covered;
    this.audit = audit;
  }

  @GET
  @Transactional
  @Operation(summary = "Lists resumptions, oldest first")
  public Page<ResumptionView> list(
      @QueryParam("residentId") UUID residentId,
      @QueryParam("state") ResumptionState state,
      @Parameter(description = "Only undecided ones: past their deadline, or near it")
          @QueryParam("due")
          Due due,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var found =
        Page.of(
            findCases.list(
                new FindCases.Query(
                    Optional.ofNullable(residentId),
                    Optional.ofNullable(state),
                    Optional.ofNullable(due),
                    covered.ofCaller(),
                    page.afterId(),
                    page.limit() + 1)),
            page.limit(),
            file -> file.resumption().id().toString());
    var views = found.map(ResumptionView::of);
    audit.readAll("resumption", found.items().stream().map(ResumptionResource::subject).toList());
    return views;
  }

  private static UUID subject(CaseFile file) {
    return file.resumption().residentId();
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(
      summary = "Shows a resumption with its arrears, month by month",
      description = "The ETag is the version that If-Match expects.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ResumptionView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or not in your territories")
  public Response show(@PathParam("id") UUID id) {
    return files
        .find(id)
        .map(
            file -> {
              var answer =
                  Response.ok(ResumptionView.of(file))
                      .tag(IfMatch.tagOf(file.resumption().version()))
                      .build();
              audit.read("resumption", id, subject(file));
              return answer;
            })
        .orElseGet(() -> Problems.notFound().toResponse());
  }
}
