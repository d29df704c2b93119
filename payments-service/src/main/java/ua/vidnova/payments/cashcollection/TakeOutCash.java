package ua.vidnova.payments.cashcollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.batch.Batch;
import ua.vidnova.payments.batch.HandOver;
import ua.vidnova.payments.batch.HandOverBatch;
import ua.vidnova.payments.cashcollection.CashCollection.State;
import ua.vidnova.payments.resident.Channel;

/** Two people count what a delegated official takes out for a list. */
@ApplicationScoped
public class TakeOutCash {

  private static final String OBJECT = "cash-collection";

  private final CollectionsOfCaller collections;
  private final HandOverBatch handOverBatch;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  TakeOutCash(
      CollectionsOfCaller collections,
      HandOverBatch handOverBatch,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.collections = collections;
    this.handOverBatch = handOverBatch;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * The first count; it hands the list over to the official, and from then on nothing in it is
   * withdrawn. Until another person confirms it, it may be repeated with another sum.
   *
   * @param minor kopiykas, at most those of the list
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public CollectionOutcome count(UUID batchId, long minor, OptionalLong expectedVersion) {
    lock.waitForOthersWith(OBJECT + " " + batchId);
    if (CashCollection.findByIdOptional(batchId).isEmpty()) {
      return expectedVersion.isPresent()
          ? new CollectionOutcome.ChangedMeanwhile()
          : begin(batchId, minor);
    }
    var known = collections.findLocked(batchId);
    if (known.isEmpty()) {
      return new CollectionOutcome.NotFound();
    }
    var collection = known.get();
    if (expectedVersion.orElse(collection.version()) != collection.version()) {
      return new CollectionOutcome.ChangedMeanwhile();
    }
    if (collection.state() != State.COUNTED) {
      return new CollectionOutcome.NotNow(collection.state());
    }
    var listed = Batch.<Batch>findById(batchId).totalMinor();
    return minor > listed ? new CollectionOutcome.MoreThanListed() : counted(collection, minor);
  }

  private CollectionOutcome begin(UUID batchId, long minor) {
    var batch =
        Batch.<Batch>findByIdOptional(batchId).filter(one -> one.channel() == Channel.DELEGATE);
    var named = batch.flatMap(Batch::cashPointId).flatMap(id -> collections.findDelegation(id));
    if (named.isEmpty()) {
      return new CollectionOutcome.NotFound();
    }
    var official = Delegation.findInForce(named.get().settlement(), calendar.today());
    if (official.isEmpty()) {
      return new CollectionOutcome.NotDelegated();
    }
    return switch (handOverBatch.handOver(batchId, batch.get().partner())) {
      case HandOver.Ready ready ->
          minor > ready.batch().totalMinor()
              ? new CollectionOutcome.MoreThanListed()
              : counted(CashCollection.of(batchId, official.get().id()), minor);
      case HandOver.NotReady() -> new CollectionOutcome.NotReady();
      case HandOver.NothingToPay() -> new CollectionOutcome.NothingToPay();
      case HandOver.NotFound() -> new CollectionOutcome.NotFound();
    };
  }

  private CollectionOutcome counted(CashCollection collection, long minor) {
    collection.count(minor, caller.id(), calendar.now());
    collection.persistAndFlush();
    audit.wrote("counted", OBJECT, collection.batchId(), null);
    return new CollectionOutcome.Done(collection);
  }

  /**
   * The list that was handed over; empty before the first count, or when it is not the caller's.
   */
  @Transactional
  public Optional<HandOver.Ready> findList(UUID batchId) {
    return collections
        .find(batchId)
        .map(one -> handOverBatch.handOver(batchId, Batch.<Batch>findById(batchId).partner()))
        .map(HandOver.Ready.class::cast);
  }

  /**
   * Another person's count of the same cash. The same again changes nothing.
   *
   * @param minor kopiykas, which must be those of the first count
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public CollectionOutcome confirm(UUID batchId, long minor, OptionalLong expectedVersion) {
    var found = collections.findLocked(batchId);
    if (found.isEmpty()) {
      return new CollectionOutcome.NotFound();
    }
    var collection = found.get();
    if (expectedVersion.orElse(collection.version()) != collection.version()) {
      return new CollectionOutcome.ChangedMeanwhile();
    }
    if (collection.state() == State.TAKEN
        && collection.confirmedBy().equals(caller.id())
        && collection.takenMinor() == minor) {
      return new CollectionOutcome.Done(collection);
    }
    if (collection.state() != State.COUNTED) {
      return new CollectionOutcome.NotNow(collection.state());
    }
    if (collection.countedBy().equals(caller.id())) {
      return new CollectionOutcome.SamePerson();
    }
    if (collection.takenMinor() != minor) {
      return new CollectionOutcome.SumsDisagree();
    }
    collection.confirm(caller.id(), calendar.now());
    CashCollection.flush();
    audit.wrote("confirmed", OBJECT, batchId, null);
    return new CollectionOutcome.Done(collection);
  }
}
