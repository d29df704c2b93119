package ua.vidnova.medical.fhir.transaction;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitRules;
import ua.vidnova.medical.visit.Warning;

/** What became of each entry of a transaction, in the entries' order. */
final class TransactionAnswer {

  private TransactionAnswer() {}

  static Bundle created(VisitReading reading, Visit visit) {
    return answer(reading, visit, "201 Created");
  }

  /** The visit had been there before; nothing was created. */
  static Bundle there(VisitReading reading, Visit visit) {
    return answer(reading, visit, "200 OK");
  }

  private static Bundle answer(VisitReading reading, Visit visit, String status) {
    var created = status.startsWith("201");
    var diagnoses = diagnosisIds(reading, visit);
    var answer = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
    var actions = 0;
    for (var part : reading.bundle().parts()) {
      var rank = part.resource() instanceof Procedure ? actions++ : 0;
      var response =
          answer
              .addEntry()
              .getResponse()
              .setStatus(status)
              .setLastModified(Date.from(visit.recordedAt()));
      if (created || part.resource() instanceof Encounter) {
        response.setLocation(location(part, rank, visit, diagnoses));
      }
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

  private static String location(
      VisitBundle.Part<Resource> part, int rank, Visit visit, Map<String, ResourceId> diagnoses) {
    return switch (part.resource()) {
      case Encounter encounter -> "Encounter/" + visit.id();
      case Procedure procedure -> "Procedure/" + new ResourceId(visit.id(), "a" + rank);
      case Observation observation -> {
        var code = Codes.code(observation.getCode(), FhirTypes.LOINC);
        yield "Observation/" + new ResourceId(visit.id(), code);
      }
      case Condition condition when diagnoses.containsKey(part.fullUrl()) ->
          "Condition/" + diagnoses.get(part.fullUrl());
      case Resource other -> other.fhirType() + "/" + part.id();
    };
  }

  private static Map<String, ResourceId> diagnosisIds(VisitReading reading, Visit visit) {
    var faults = new Faults();
    var ranked =
        new PartsReading(
                reading.bundle(),
                new EncounterReading(reading.bundle().encounter(), faults),
                faults)
            .rankedDiagnoses();
    var ids = new HashMap<String, ResourceId>();
    for (int rank = 0; rank < ranked.size(); rank++) {
      ids.put(ranked.get(rank).fullUrl(), new ResourceId(visit.id(), "d" + rank));
    }
    return ids;
  }
}
