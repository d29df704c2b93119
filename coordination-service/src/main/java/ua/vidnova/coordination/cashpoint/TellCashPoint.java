package ua.vidnova.coordination.cashpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.coordination.cashpoint.CashPointRules.Fault;

/**
 * The step that all ways of telling share: judges what is told of a locked or new cash point, and
 * changes it, keeps an entry and tells the other services when it is news.
 */
@ApplicationScoped
class TellCashPoint {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final CashPointHistory history;
  private final Outbox outbox;

  @Inject
  TellCashPoint(Caller caller, KyivCalendar calendar, CashPointHistory history, Outbox outbox) {
    this.history = history;
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
  }

  /** What is wrong; empty when nothing is. */
  List<Fault> faults(Description told, Status status, Status present) {
    return Stream.concat(
            CashPointRules.faultsOf(told).stream(),
            CashPointRules.faultsOf(told.kind(), status, present, calendar.today()).stream()
                .map(fault -> new Fault("status." + fault.field(), fault.code())))
        .toList();
  }

  List<Fault> faults(CashPointKind kind, Status status, Status present) {
    return CashPointRules.faultsOf(kind, status, present, calendar.today());
  }

  /** Whether the caller answers for all the places that a cash point stands in and serves. */
  boolean mayTell(Description told) {
    return Stream.concat(
            Stream.of(told.homeSettlement()), told.serves().stream().map(Served::settlement))
        .distinct()
        .allMatch(caller::covers);
  }

  /**
   * Makes it so.
   *
   * @param present as it was; empty when the place is new
   */
  CashPointOutcome.Saved tell(
      CashPoint place, Optional<KnownCashPoint> present, Description told, Status status) {
    var sorted = told.bySettlement();
    if (present
        .filter(was -> was.description().equals(sorted) && was.status().equals(status))
        .isPresent()) {
      return new CashPointOutcome.Saved(present.get(), false, false);
    }
    var sameServes =
        present.filter(was -> Objects.equals(was.description().serves(), sorted.serves()));
    place.become(sorted);
    place.become(status);
    place.persist();
    if (sameServes.isEmpty()) {
      ServedSettlement.replace(place.id(), sorted.serves());
    }
    history.keep(place.id(), sorted, status);
    outbox.append(CashPointChanged.of(place.id(), sorted, status));
    CashPoint.flush();
    return new CashPointOutcome.Saved(
        FindCashPoints.known(place, sorted.serves()), present.isEmpty(), true);
  }
}
