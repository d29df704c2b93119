package ua.vidnova.medical.fhir;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import ua.vidnova.chassis.problems.Problem;

/** Tells problems under FHIR paths in FHIR's own way. */
public class OperationOutcomeFilter {

  private static final MediaType FHIR = MediaType.valueOf(FhirJson.MEDIA_TYPE);

  private static final String PROBLEMS = "urn:vidnova:problem";

  private final FhirJson fhirJson;

  @Inject
  OperationOutcomeFilter(FhirJson fhirJson) {
    this.fhirJson = fhirJson;
  }

  @ServerResponseFilter
  public void translate(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem
        && request.getUriInfo().getPath().startsWith("/fhir/")) {
      response.setEntity(fhirJson.write(outcome(problem)), null, FHIR);
    }
  }

  private static OperationOutcome outcome(Problem problem) {
    var outcome = new OperationOutcome();
    var issue =
        outcome
            .addIssue()
            .setSeverity(IssueSeverity.ERROR)
            .setCode(issueType(problem.status()))
            .setDiagnostics(
                problem.errors().stream()
                    .map(error -> error.field() + ": " + error.message())
                    .collect(Collectors.joining(" ")));
    issue
        .getDetails()
        .setText(problem.title())
        .addCoding()
        .setSystem(PROBLEMS)
        .setCode(problem.code());
    return outcome;
  }

  private static IssueType issueType(int status) {
    return switch (status) {
      case 400, 422 -> IssueType.INVALID;
      case 401 -> IssueType.LOGIN;
      case 403 -> IssueType.FORBIDDEN;
      case 404 -> IssueType.NOTFOUND;
      case 405, 406, 415 -> IssueType.NOTSUPPORTED;
      case 409, 412 -> IssueType.CONFLICT;
      case 413 -> IssueType.TOOLONG;
      case 503 -> IssueType.TRANSIENT;
      default -> status < 500 ? IssueType.PROCESSING : IssueType.EXCEPTION;
    };
  }
}
