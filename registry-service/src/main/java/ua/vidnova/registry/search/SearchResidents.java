package ua.vidnova.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;

/** Searches the caller's territories, and notes each person that was shown. */
@ApplicationScoped
public class SearchResidents {

  private final ResidentIndex index;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  SearchResidents(ResidentIndex index, Caller caller, AuditTrail auditTrail) {
    this.index = index;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** One page; names that only resemble the question come when none begins like it. */
  @Transactional
  public Page<ResidentSummary> search(ResidentQuery query, PageRequest asked) {
    var after = asked.after().map(SearchPosition::parse);
    var closeness = after.map(SearchPosition::closeness).orElse(Closeness.BEGINNING);
    var page = page(query, closeness, asked);
    if (page.items().isEmpty() && after.isEmpty() && !query.words().isEmpty()) {
      page = page(query, Closeness.SIMILAR, asked);
    }
    auditTrail.readAll("resident", page.items().stream().map(ResidentSummary::id).toList());
    return page;
  }

  private Page<ResidentSummary> page(ResidentQuery query, Closeness closeness, PageRequest asked) {
    List<ResidentSummary> found =
        index.find(
            query,
            closeness,
            caller.territories(),
            asked.after().map(SearchPosition::parse),
            asked.limit() + 1);
    return Page.of(
        found,
        asked.limit(),
        last -> new SearchPosition(closeness, last.rank(), last.id()).toString());
  }
}
