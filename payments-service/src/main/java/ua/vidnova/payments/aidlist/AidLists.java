package ua.vidnova.payments.aidlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.aidlist.DeadlineRules.Deadline;
import ua.vidnova.payments.aidlist.DeadlineRules.Step;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;

/** Finds lists again, with how far they have come and by when each step is due. */
@ApplicationScoped
public class AidLists {

  private final ListRows rows;
  private final LegalTerms law;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  AidLists(ListRows rows, LegalTerms law, Caller caller, KyivCalendar calendar) {
    this.rows = rows;
    this.law = law;
    this.caller = caller;
    this.calendar = calendar;
  }

  /**
   * A list with its progress.
   *
   * @param units sums that are owed by it
   * @param paidUnits those of them that were paid
   */
  public record Progress(AidList list, int units, int paidUnits, List<Deadline> deadlines) {}

  /** The list, unless it is not there or its settlement is not the caller's to see. */
  public Optional<Progress> find(UUID id) {
    return AidList.<AidList>findByIdOptional(id)
        .filter(list -> caller.covers(list.settlement()))
        .map(list -> progress(List.of(list)).getFirst());
  }

  /** Oldest first. */
  public List<Progress> list(Collection<String> settlements, UUID after, int limit) {
    return progress(AidList.list(settlements, after, limit));
  }

  /** The refusals of a list behind a position. */
  public List<RefusedListLine> listRefusals(UUID listId, RefusedListLine after, int limit) {
    return rows.listRefusals(listId, after, limit);
  }

  private List<Progress> progress(List<AidList> lists) {
    var payments = rows.paymentOf(lists.stream().map(AidList::id).toList());
    var terms = law.read();
    return lists.stream()
        .map(
            list -> {
              var payment = payments.getOrDefault(list.id(), ListRows.Payment.NONE);
              return new Progress(
                  list, payment.units(), payment.paid(), deadlines(list, payment, terms));
            })
        .toList();
  }

  private static List<Deadline> deadlines(AidList list, ListRows.Payment payment, TermBook terms) {
    var approvedOn = day(list.approvedAt());
    var fundedOn = Optional.ofNullable(list.fundedOn());
    var paidOn =
        payment.units() > 0 && payment.paid() == payment.units()
            ? Optional.ofNullable(payment.lastOn())
            : Optional.<LocalDate>empty();
    return List.of(
        DeadlineRules.of(
            Step.LISTED,
            Optional.of(list.liberatedOn()),
            days(terms, list, TermCode.AID_LIST_DAYS),
            day(list.proposedAt())),
        DeadlineRules.of(
            Step.FUNDED, approvedOn, days(terms, list, TermCode.AID_FUNDING_DAYS), fundedOn),
        DeadlineRules.of(
            Step.PAID, fundedOn, days(terms, list, TermCode.AID_PAYMENT_DAYS), paidOn));
  }

  /** The law of the day on which the list was made. */
  private static int days(TermBook terms, AidList list, TermCode code) {
    return terms.on(day(list.proposedAt()).orElseThrow(), code).value();
  }

  private static Optional<LocalDate> day(Instant instant) {
    return Optional.ofNullable(instant).map(at -> LocalDate.ofInstant(at, KyivCalendar.KYIV));
  }

  public LocalDate today() {
    return calendar.today();
  }
}
