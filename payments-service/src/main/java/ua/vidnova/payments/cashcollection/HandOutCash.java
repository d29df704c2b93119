package ua.vidnova.payments.cashcollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.cashcollection.CashCollection.State;
import ua.vidnova.payments.cashcollection.CashReceipt.HandOut;
import ua.vidnova.payments.cashcollection.CollectionRows.ListedSum;
import ua.vidnova.payments.run.InstructionState;

/**
 * Records that a resident was given their money: a receipt, and the outcome of what it names in the
 * same transaction. A device may send it as often as it likes. Whoever confirmed what was taken out
 * checks the hand-out by closing it, so records none of it.
 */
@ApplicationScoped
public class HandOutCash {

  private final CollectionsOfCaller collections;
  private final CollectionRows rows;
  private final CollectedOutcomes outcomes;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  HandOutCash(
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

  /** Keeps a receipt; whatever is refused leaves nothing when the transaction is rolled back. */
  @Transactional
  public ReceiptOutcome handOut(UUID batchId, String number, HandOut handOut) {
    var found = collections.findLocked(batchId);
    if (found.isEmpty()) {
      return new ReceiptOutcome.NotFound();
    }
    var collection = found.get();
    var known = rows.findReceipt(collection.delegationId(), number);
    if (known.isPresent()) {
      return known.filter(one -> one.batchId().equals(batchId) && one.says(handOut)).isPresent()
          ? new ReceiptOutcome.Kept(known.get(), false)
          : new ReceiptOutcome.NumberTaken();
    }
    return refusal(collection, handOut).orElseGet(() -> keep(collection, number, handOut));
  }

  private Optional<ReceiptOutcome> refusal(CashCollection collection, HandOut handOut) {
    if (collection.state() != State.TAKEN) {
      return Optional.of(new ReceiptOutcome.NotNow(collection.state()));
    }
    if (collection.confirmedBy().equals(caller.id())) {
      return Optional.of(new ReceiptOutcome.SamePerson());
    }
    var sums = rows.listed(collection.batchId(), handOut.instructionIds());
    if (sums.size() < handOut.instructionIds().size()) {
      return Optional.of(new ReceiptOutcome.NotOnList());
    }
    if (sums.stream().map(ListedSum::personId).distinct().count() > 1) {
      return Optional.of(new ReceiptOutcome.SeveralPeople());
    }
    if (sums.stream().anyMatch(sum -> sum.state() != InstructionState.ISSUED)) {
      return Optional.of(new ReceiptOutcome.HandedOutBefore());
    }
    if (sums.stream().mapToLong(ListedSum::amountMinor).sum() > collection.leftMinor()) {
      return Optional.of(new ReceiptOutcome.MoreThanTaken());
    }
    return Optional.empty();
  }

  private ReceiptOutcome keep(CashCollection collection, String number, HandOut handOut) {
    rows.keepReceipt(collection, number, handOut, caller.id(), calendar.now());
    var fault =
        outcomes.report(
            collection.batchId(), handOut.instructionIds(), InstructionState.PAID, handOut.on());
    if (fault.isPresent()) {
      return new ReceiptOutcome.DayImpossible(fault.get().code());
    }
    var receipt = rows.findReceipt(collection.delegationId(), number).orElseThrow();
    audit.wrote("handed-out", "cash-collection", collection.batchId(), receipt.residentId());
    return new ReceiptOutcome.Kept(receipt, true);
  }

  /** A receipt of a collection that the caller may see. */
  @Transactional
  public Optional<CashReceipt> find(UUID batchId, String number) {
    var found =
        collections
            .find(batchId)
            .flatMap(collection -> rows.findReceipt(collection.delegationId(), number))
            .filter(receipt -> receipt.batchId().equals(batchId));
    found.ifPresent(receipt -> audit.read("cash-receipt", batchId, receipt.residentId()));
    return found;
  }

  /** Receipts by number; empty when the collection is not there or not the caller's to see. */
  @Transactional
  public Optional<List<ListedReceipt>> list(UUID batchId, Optional<String> after, int limit) {
    return collections
        .find(batchId)
        .map(
            collection -> {
              var receipts = rows.receiptsOf(batchId, after.orElse(""), limit);
              audit.readAll(
                  "cash-receipt",
                  receipts.stream().map(ListedReceipt::residentId).distinct().toList());
              return receipts;
            });
  }
}
