package ua.vidnova.payments.cashcollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.cashcollection.CashCollection.State;
import ua.vidnova.payments.run.InstructionState;

/**
 * Takes back what nobody collected. Whatever of the list has no receipt is not collected, and is on
 * the next month's list. Who counted it out or recorded a hand-out of it does not take it back.
 */
@ApplicationScoped
public class CloseCollection {

  private final CollectionsOfCaller collections;
  private final CollectionRows rows;
  private final CollectedOutcomes outcomes;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  CloseCollection(
      CollectionsOfCaller collections,
      CollectionRows rows,
      CollectedOutcomes outcomes,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.collections = collections;
    this.rows = rows;
    this.outcomes = outcomes;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * Closes a collection that adds up. The same again changes nothing.
   *
   * @param returnedMinor kopiykas that came back
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public CollectionOutcome close(
      UUID batchId, long returnedMinor, LocalDate on, OptionalLong expectedVersion) {
    var found = collections.findLocked(batchId);
    if (found.isEmpty()) {
      return new CollectionOutcome.NotFound();
    }
    var collection = found.get();
    if (isRepeated(collection, returnedMinor, on)) {
      return new CollectionOutcome.Done(collection);
    }
    if (expectedVersion.orElse(collection.version()) != collection.version()) {
      return new CollectionOutcome.ChangedMeanwhile();
    }
    if (collection.state() != State.TAKEN) {
      return new CollectionOutcome.NotNow(collection.state());
    }
    if (collection.countedBy().equals(caller.id()) || rows.hasReceiptBy(batchId, caller.id())) {
      return new CollectionOutcome.SamePerson();
    }
    if (collection.leftMinor() != returnedMinor) {
      return new CollectionOutcome.SumsDisagree();
    }
    return close(collection, on);
  }

  private boolean isRepeated(CashCollection collection, long returnedMinor, LocalDate on) {
    return collection.state() == State.CLOSED
        && collection.closedBy().equals(caller.id())
        && collection.returnedMinor() == returnedMinor
        && collection.returnedOn().equals(on);
  }

  private CollectionOutcome close(CashCollection collection, LocalDate on) {
    if (on.isAfter(calendar.today())) {
      return new CollectionOutcome.DayImpossible("in-the-future");
    }
    if (on.isBefore(collection.takenOn())) {
      return new CollectionOutcome.DayImpossible("before-hand-over");
    }
    var left = rows.withoutReceipt(collection.batchId());
    var fault = outcomes.report(collection.batchId(), left, InstructionState.NOT_COLLECTED, on);
    if (fault.isPresent()) {
      return new CollectionOutcome.DayImpossible(fault.get().code());
    }
    collection.close(on, caller.id(), calendar.now());
    CashCollection.flush();
    audit.wrote("closed", "cash-collection", collection.batchId(), null);
    return new CollectionOutcome.Done(collection);
  }
}
