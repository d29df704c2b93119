package ua.vidnova.medical.fhir.transaction;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitRules;
import ua.vidnova.medical.visit.Warning;

/** What became of each entry of a transaction, in the entries' order. */
final class TransactionAnswer {

  private static final String CREATED = "201 Created";
  private static final String THERE = "200 OK";

  private TransactionAnswer() {}

  static Bundle created(VisitBundle bundle, Visit visit) {
    return answer(bundle, visit, CREATED, PartAddresses.of(bundle, visit));
  }

  /**
   * The same had been handed in before; nothing was created. Of a visit that was corrected since
   * only the Encounter is where it was.
   */
  static Bundle repeated(VisitBundle bundle, Visit visit) {
    return visit.isSuperseded()
        ? there(bundle, visit)
        : answer(bundle, visit, THERE, PartAddresses.of(bundle, visit));
  }

  /** Another visit of that name had been there before; nothing was created. */
  static Bundle there(VisitBundle bundle, Visit visit) {
    return answer(
        bundle, visit, THERE, Map.of(bundle.encounter().fullUrl(), "Encounter/" + visit.id()));
  }

  private static Bundle answer(
      VisitBundle bundle, Visit visit, String status, Map<String, String> addresses) {
    var answer = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
    for (var part : bundle.parts()) {
      var response =
          answer
              .addEntry()
              .getResponse()
              .setStatus(status)
              .setLastModified(Date.from(visit.recordedAt()))
              .setLocation(addresses.get(part.fullUrl()));
      if (part.resource() instanceof Encounter) {
        response.setOutcome(outcome(VisitRules.warn(visit.facts())));
      }
    }
    return answer;
  }

  /** Null when nothing is odd. */
  private static OperationOutcome outcome(List<Warning> warnings) {
    if (warnings.isEmpty()) {
      return null;
    }
    var outcome = new OperationOutcome();
    for (var warning : warnings) {
      outcome
          .addIssue()
          .setSeverity(IssueSeverity.WARNING)
          .setCode(IssueType.BUSINESSRULE)
          .setDiagnostics(warning.field() + " " + warning.code() + ": " + warning.message());
    }
    return outcome;
  }
}
