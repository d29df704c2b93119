package ua.vidnova.medical.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.paging.Page;

/** Search results as a FHIR Bundle. */
final class Searchset {

  private Searchset() {}

  static Bundle of(FhirSearch search, Page<? extends Resource> page, long total) {
    var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
    bundle.setTotal(Math.toIntExact(total));
    bundle.addLink().setRelation("self").setUrl(search.self());
    if (page.next() != null) {
      bundle.addLink().setRelation("next").setUrl(search.page(page.next()));
    }
    for (var resource : page.items()) {
      bundle
          .addEntry()
          .setFullUrl(search.address(resource.getIdPart()))
          .setResource(resource)
          .getSearch()
          .setMode(Bundle.SearchEntryMode.MATCH);
    }
    return bundle;
  }

  /** No matches, and a word on why, since an empty record and a closed one are different things. */
  static Bundle nothingToSee(FhirSearch search) {
    var bundle = of(search, new Page<Resource>(List.of(), null), 0);
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(OperationOutcome.IssueSeverity.WARNING)
        .setCode(OperationOutcome.IssueType.NOTFOUND)
        .setDiagnostics("There is no such patient or encounter that you may see.");
    bundle
        .addEntry()
        .setFullUrl("urn:uuid:" + Ids.newId())
        .setResource(outcome)
        .getSearch()
        .setMode(Bundle.SearchEntryMode.OUTCOME);
    return bundle;
  }
}
