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
  private final NameWords nameWords;
  private final Caller caller;
  private final AuditTrail auditTrail;

  @Inject
  SearchResidents(ResidentIndex index, NameWords nameWords, Caller caller, AuditTrail auditTrail) {
    this.index = index;
    this.nameWords = nameWords;
    this.caller = caller;
    this.auditTrail = auditTrail;
  }

  /** One page; beginnings of names and names that only resemble come when none is borne whole. */
  @Transactional
  public Page<ResidentSummary> search(ResidentQuery query, PageRequest asked) {
    var page =
        asked
            .after()
            .map(SearchPosition::parse)
            .map(position -> page(query, position.closeness(), asked))
            .orElseGet(() -> firstPage(query, asked));
    auditTrail.readAll("resident", page.items().stream().map(ResidentSummary::id).toList());
    return page;
  }

  private Page<ResidentSummary> firstPage(ResidentQuery query, PageRequest asked) {
    var page = page(query, Closeness.WHOLE, asked);
    if (page.items().isEmpty() && !query.words().isEmpty()) {
      page = page(query, Closeness.BEGINNING, asked);
      if (page.items().isEmpty()) {
        page = page(query, Closeness.SIMILAR, asked);
      }
    }
    return page;
  }

  private Page<ResidentSummary> page(ResidentQuery query, Closeness closeness, PageRequest asked) {
    var meant =
        switch (closeness) {
          case WHOLE -> query;
          case BEGINNING -> nameWords.beginning(query);
          case SIMILAR -> nameWords.resembling(query);
        };
    if (!meant.isAnswerable()) {
      return new Page<>(List.of(), null);
    }
    List<ResidentSummary> found =
        index.find(
            meant,
            closeness,
            caller.territories(),
            caller.id(),
            asked.after().map(SearchPosition::parse),
            asked.limit() + 1);
    return Page.of(
        found,
        asked.limit(),
        last -> new SearchPosition(closeness, last.rank(), last.id()).toString());
  }
}
