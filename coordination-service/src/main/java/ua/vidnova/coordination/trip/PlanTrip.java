package ua.vidnova.coordination.trip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.coordination.brigade.Brigade;
import ua.vidnova.coordination.brigade.Fault;
import ua.vidnova.coordination.brigade.Member;

/** A coordinator plans a trip within their territory, or plans it anew. */
@ApplicationScoped
public class PlanTrip {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final Liberated liberated;
  private final TransactionLock lock;
  private final Outbox outbox;
  private final AuditTrail trail;

  @Inject
  PlanTrip(
      Caller caller,
      KyivCalendar calendar,
      Liberated liberated,
      TransactionLock lock,
      Outbox outbox,
      AuditTrail trail) {
    this.caller = caller;
    this.calendar = calendar;
    this.liberated = liberated;
    this.lock = lock;
    this.outbox = outbox;
    this.trail = trail;
  }

  /**
   * Makes it so, or leaves all as it was.
   *
   * @param wished without members, those of the brigade go
   * @param readVersion version that the coordinator has seen; empty when they do not mind
   */
  @Transactional
  public TripOutcome plan(UUID id, Plan wished, OptionalLong readVersion) {
    // One plan at a time: who is busy when is looked up before it is written.
    lock.waitForOthersWith("plans of trips");
    var present = Trip.findLocked(id);
    if (readVersion.isPresent()
        && readVersion.getAsLong() != present.map(Trip::version).orElse(-1)) {
      return new TripOutcome.ChangedMeanwhile();
    }
    if (present.filter(trip -> !coversAll(trip.plan())).isPresent()) {
      return new TripOutcome.OutsideTerritory();
    }
    if (present.filter(trip -> trip.state().isOver()).isPresent()) {
      return new TripOutcome.WrongState(present.get().state());
    }
    var brigade =
        Brigade.findBrigade(wished.brigadeId()).filter(one -> caller.covers(one.territory()));
    if (brigade.isEmpty()) {
      return new TripOutcome.NotAcceptable(List.of(new Fault("brigadeId", "unknown-brigade")));
    }
    var plan = wished.members().isEmpty() ? withMembersOf(brigade.get(), wished) : wished;
    return refusal(id, present, plan)
        .orElseGet(() -> save(present.orElseGet(() -> new Trip(id)), present, plan, brigade.get()));
  }

  private Optional<TripOutcome> refusal(UUID id, Optional<Trip> present, Plan plan) {
    var faults =
        new ArrayList<>(TripRules.faultsOf(plan, liberated.since(plan.stops()), calendar.today()));
    present
        .filter(trip -> trip.state() == TripState.UNDER_WAY)
        .ifPresent(trip -> faults.addAll(TripRules.faultsUnderWay(trip.plan(), plan)));
    if (!faults.isEmpty()) {
      return Optional.of(new TripOutcome.NotAcceptable(List.copyOf(faults)));
    }
    if (!coversAll(plan)) {
      return Optional.of(new TripOutcome.OutsideTerritory());
    }
    return stopTaken(id, plan).or(() -> busy(id, plan));
  }

  private static Optional<TripOutcome> stopTaken(UUID id, Plan plan) {
    var ids = plan.stops().stream().map(Stop::stopId).toList();
    return Trip.listStopsOfOthers(id, ids).stream()
        .map(taken -> (TripOutcome) new TripOutcome.StopTaken(ids.indexOf(taken)))
        .findFirst();
  }

  private static Optional<TripOutcome> busy(UUID id, Plan plan) {
    var users = plan.members().stream().map(Member::user).toList();
    var others = Trip.listBusy(id, plan, users);
    var ofBrigade =
        others.stream()
            .filter(other -> other.plan().brigadeId().equals(plan.brigadeId()))
            .findFirst();
    if (ofBrigade.isPresent()) {
      return Optional.of(new TripOutcome.BrigadeBusy(ofBrigade.get().id()));
    }
    var busy =
        others.stream()
            .flatMap(
                other ->
                    users.stream()
                        .filter(other::hasMember)
                        .map(user -> new TripOutcome.Busy(users.indexOf(user), other.id())))
            .toList();
    return busy.isEmpty() ? Optional.empty() : Optional.of(new TripOutcome.MembersBusy(busy));
  }

  private TripOutcome save(Trip trip, Optional<Trip> present, Plan plan, Brigade brigade) {
    if (present.map(Trip::plan).equals(Optional.of(plan))) {
      return new TripOutcome.Saved(trip, false);
    }
    trip.become(plan, brigade);
    trip.persistAndFlush();
    outbox.append(TripChanged.of(trip));
    trail.wrote("planned", "trip", trip.id(), null);
    return new TripOutcome.Saved(trip, present.isEmpty());
  }

  private boolean coversAll(Plan plan) {
    return plan.stops().stream().map(Stop::settlement).allMatch(caller::covers);
  }

  private static Plan withMembersOf(Brigade brigade, Plan plan) {
    return new Plan(
        plan.brigadeId(),
        brigade.description().members(),
        plan.startsOn(),
        plan.endsOn(),
        plan.stops());
  }
}
