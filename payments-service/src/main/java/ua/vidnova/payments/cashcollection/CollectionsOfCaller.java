package ua.vidnova.payments.cashcollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.payments.reach.CoveredSettlements;

/** Delegations and cash collections of settlements within the caller's territories. */
@ApplicationScoped
public class CollectionsOfCaller {

  private final Caller caller;
  private final CoveredSettlements covered;
  private final CollectionRows rows;

  @Inject
  CollectionsOfCaller(Caller caller, CoveredSettlements covered, CollectionRows rows) {
    this.caller = caller;
    this.covered = covered;
    this.rows = rows;
  }

  /** Empty when it is not there or not the caller's to see. */
  @Transactional
  public Optional<CashCollection> find(UUID batchId) {
    return CashCollection.<CashCollection>findByIdOptional(batchId).filter(this::isCovered);
  }

  /** The same, locked until the transaction ends; collections are locked before awards. */
  Optional<CashCollection> findLocked(UUID batchId) {
    return CashCollection.findLocked(batchId).filter(this::isCovered);
  }

  /** Newest list first. */
  @Transactional
  public List<CashCollection> list(
      Optional<CashCollection.State> state, Optional<UUID> before, int limit) {
    var ids = rows.collectionsOf(covered.ofCaller(), state, before, limit);
    return ids.isEmpty() ? List.of() : CashCollection.listByIds(ids);
  }

  /** Empty when it is not there or not the caller's to see. */
  @Transactional
  public Optional<Delegation> findDelegation(UUID id) {
    return Delegation.<Delegation>findByIdOptional(id)
        .filter(one -> caller.covers(one.settlement()));
  }

  /** Newest first. */
  @Transactional
  public List<Delegation> listDelegations(Optional<UUID> before, int limit) {
    var ids = rows.delegationsOf(covered.ofCaller(), before, limit);
    return ids.isEmpty() ? List.of() : Delegation.listByIds(ids);
  }

  private boolean isCovered(CashCollection collection) {
    return findDelegation(collection.delegationId()).isPresent();
  }
}
