package ua.vidnova.registry.cases;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case as a line of a list. */
@Schema(name = "CaseSummary")
public record CaseSummary(
    UUID id,
    String service,
    UUID residentId,
    String settlement,
    CaseState state,
    LocalDate submittedOn,
    LocalDate deadline,
    boolean overdue) {

  static CaseSummary of(ServiceCase one, LocalDate today) {
    return new CaseSummary(
        one.id(),
        one.service(),
        one.residentId(),
        one.settlement(),
        one.state(),
        one.submittedOn(),
        one.deadline(),
        one.isOverdue(today));
  }
}
