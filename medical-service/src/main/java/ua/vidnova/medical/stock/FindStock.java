package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;

/** Looks up places that the caller may see, and what lies there. */
@ApplicationScoped
public class FindStock {

  private final StockAccess access;

  @Inject
  FindStock(StockAccess access) {
    this.access = access;
  }

  /** By id. */
  @Transactional
  public Page<StockPlace> places(PageRequest asked) {
    var found = StockPlace.list(access.bounds(), asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), place -> place.id().toString());
  }

  /** Empty also when the place is another's. */
  public Optional<StockPlace> place(UUID id) {
    return StockPlace.<StockPlace>findByIdOptional(id).filter(access::sees);
  }

  /** What lies at a place; what expires first before the rest. */
  @Transactional
  public Page<OnHand> onHand(StockPlace place, PageRequest asked) {
    var after = asked.after().map(OnHand.Position::parse);
    var found = StockBalance.listAt(place.id(), after, asked.limit() + 1);
    return Page.of(found, asked.limit(), one -> one.position().toString());
  }
}
