package ua.vidnova.coordination.trip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;

/** The lead of the brigade starts and completes a trip; a coordinator may cancel it. */
@ApplicationScoped
public class MoveTrip {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final Liberated liberated;
  private final Outbox outbox;
  private final AuditTrail trail;

  @Inject
  MoveTrip(
      Caller caller, KyivCalendar calendar, Liberated liberated, Outbox outbox, AuditTrail trail) {
    this.caller = caller;
    this.calendar = calendar;
    this.liberated = liberated;
    this.outbox = outbox;
    this.trail = trail;
  }

  /** The brigade sets out, once its first day has come, to places that are liberated still. */
  @Transactional
  public TripOutcome start(UUID id, OptionalLong readVersion) {
    var found = ofLead(id);
    return refusal(found, readVersion).orElseGet(() -> start(found.get()));
  }

  private TripOutcome start(Trip trip) {
    return switch (trip.state()) {
      case UNDER_WAY -> new TripOutcome.Saved(trip, false);
      case COMPLETED, CANCELLED -> new TripOutcome.WrongState(trip.state());
      case PLANNED -> {
        var plan = trip.plan();
        if (calendar.today().isBefore(plan.startsOn())) {
          yield new TripOutcome.TooEarly();
        }
        var faults =
            TripRules.notLiberated(plan.stops(), liberated.since(plan.stops()), calendar.today());
        yield faults.isEmpty()
            ? move(trip, Trip::start, "started")
            : new TripOutcome.NotLiberated(faults);
      }
    };
  }

  /** The brigade is back; its people are free from the next day on. */
  @Transactional
  public TripOutcome complete(UUID id, OptionalLong readVersion) {
    var found = ofLead(id);
    return refusal(found, readVersion)
        .orElseGet(
            () ->
                switch (found.get().state()) {
                  case COMPLETED -> new TripOutcome.Saved(found.get(), false);
                  case PLANNED, CANCELLED -> new TripOutcome.WrongState(found.get().state());
                  case UNDER_WAY ->
                      move(found.get(), trip -> trip.complete(calendar.today()), "completed");
                });
  }

  /** It does not take place, or ends before its time. */
  @Transactional
  public TripOutcome cancel(UUID id, String reason, OptionalLong readVersion) {
    var found = Trip.findLocked(id).filter(this::isWithinTerritory);
    return refusal(found, readVersion)
        .orElseGet(
            () ->
                found.get().state().isOver()
                    ? new TripOutcome.WrongState(found.get().state())
                    : move(found.get(), trip -> trip.cancel(reason), "cancelled"));
  }

  private TripOutcome move(Trip trip, Consumer<Trip> step, String action) {
    step.accept(trip);
    trip.persistAndFlush();
    outbox.append(TripChanged.of(trip));
    trail.wrote(action, "trip", trip.id(), null);
    return new TripOutcome.Saved(trip, false);
  }

  private static Optional<TripOutcome> refusal(Optional<Trip> found, OptionalLong readVersion) {
    if (found.isEmpty()) {
      return Optional.of(new TripOutcome.NotFound());
    }
    return readVersion.orElse(found.get().version()) != found.get().version()
        ? Optional.of(new TripOutcome.ChangedMeanwhile())
        : Optional.empty();
  }

  private Optional<Trip> ofLead(UUID id) {
    return Trip.findLocked(id).filter(trip -> trip.hasMember(caller.name()));
  }

  private boolean isWithinTerritory(Trip trip) {
    return trip.plan().stops().stream().map(Stop::settlement).allMatch(caller::covers);
  }
}
