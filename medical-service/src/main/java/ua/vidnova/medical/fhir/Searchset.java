package ua.vidnova.medical.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.paging.Page;

/** Search results as a FHIR Bundle. */
final class Searchset {

  private Searchset() {}

  /**
   * @param included what the matches refer to; beside them, and not counted
   */
  static Bundle of(
      Paged search, Page<? extends Resource> page, List<? extends Resource> included, long total) {
    var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
    bundle.setTotal(Math.toIntExact(total));
    bundle.addLink().setRelation("self").setUrl(search.self());
    if (page.next() != null) {
      bundle.addLink().setRelation("next").setUrl(search.page(page.next()));
    }
    page.items().forEach(one -> add(bundle, search.baseUrl(), one, SearchEntryMode.MATCH));
    included.forEach(one -> add(bundle, search.baseUrl(), one, SearchEntryMode.INCLUDE));
    return bundle;
  }

  static void add(Bundle bundle, String baseUrl, Resource resource, SearchEntryMode mode) {
    bundle
        .addEntry()
        .setFullUrl(baseUrl + "/" + resource.fhirType() + "/" + resource.getIdPart())
        .setResource(resource)
        .getSearch()
        .setMode(mode);
  }

  /** No matches, and a word on why, since an empty record and a closed one are different things. */
  static Bundle nothingToSee(Paged search) {
    var bundle = of(search, new Page<Resource>(List.of(), null), List.of(), 0);
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
        .setMode(SearchEntryMode.OUTCOME);
    return bundle;
  }
}
