package ua.vidnova.registry.review.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.registry.review.OpenQuestion;
import ua.vidnova.registry.review.OpenQuestionView;

/** What waits for a registrar's decision. */
@Path("v1/open-questions")
@Tag(name = "Open questions", description = "Statements that disagree with the registry")
public class OpenQuestionsResource {

  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  OpenQuestionsResource(Caller caller, AuditTrail auditTrail) {
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  @GET
  @Transactional
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Lists what is open about residents of the caller's territories")
  public Page<OpenQuestionView> openQuestions(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found =
        OpenQuestion.findWithin(
            caller.territories(), caller.id(), asked.afterId(), asked.limit() + 1);
    var page = Page.of(found, asked.limit(), question -> question.id().toString());
    auditTrail.readAll(
        "resident", page.items().stream().map(OpenQuestion::residentId).distinct().toList());
    return page.map(OpenQuestionView::of);
  }
}
