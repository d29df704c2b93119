package ua.vidnova.medical.need;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.medical.trip.Trip;
import ua.vidnova.medical.trip.TripState;
import ua.vidnova.medical.trip.Trips;

/**
 * Shows a brigade whom it is to visit: to those on the trip, and to coordinators of the places
 * where it stops. Everyone on the list is audited as read.
 */
@ApplicationScoped
public class ShowVisitList {

  /** More than a brigade visits on a trip. */
  private static final int ROWS_MAX = 2000;

  private final Trips trips;
  private final WaitingPeople waiting;
  private final Weights weights;
  private final Caller caller;
  private final AuditTrail trail;

  @Inject
  ShowVisitList(
      Trips trips, WaitingPeople waiting, Weights weights, Caller caller, AuditTrail trail) {
    this.trips = trips;
    this.waiting = waiting;
    this.weights = weights;
    this.caller = caller;
    this.trail = trail;
  }

  /**
   * Empty when the trip is not there, or not the caller's to see. Those who plan or drive are told
   * whom and in which order, not why.
   */
  @Transactional
  public Optional<VisitList> show(UUID tripId) {
    return trips.find(tripId).flatMap(this::show);
  }

  private Optional<VisitList> show(Trip trip) {
    var onTrip = trip.roleOf(caller.name()).isPresent();
    var stops = onTrip ? trip.stops() : stopsOfCoordinator(trip);
    if (!onTrip && stops.isEmpty()) {
      return Optional.empty();
    }
    var list = list(trip, stops);
    trail.readAll("visit-list", list.residentIds());
    return Optional.of(onTrip && treatsPeople() ? list : list.withoutReasons());
  }

  private boolean treatsPeople() {
    return caller.hasRole(Roles.MEDIC) || caller.hasRole(Roles.BRIGADE_LEAD);
  }

  private List<Trip.Stop> stopsOfCoordinator(Trip trip) {
    return caller.hasRole(Roles.COORDINATOR)
        ? trip.stops().stream().filter(stop -> caller.covers(stop.settlement())).toList()
        : List.of();
  }

  /** Nobody is visited on a trip that is over, or by a brigade that treats nobody. */
  private VisitList list(Trip trip, List<Trip.Stop> stops) {
    var ahead = trip.state() == TripState.PLANNED || trip.state() == TripState.UNDER_WAY;
    var weightsOfDay = weights.inForce(stops.stream().map(Trip.Stop::on).toList());
    var weightsOfStop =
        stops.stream().collect(toMap(Trip.Stop::id, stop -> weightsOfDay.get(stop.on())));
    var medicineDays =
        weightsOfDay.values().stream()
            .flatMap(List::stream)
            .filter(weight -> weight.factor() == Factor.MEDICINE_ENDS)
            .mapToInt(Weight::threshold)
            .max()
            .orElse(0);
    var found =
        ahead && trip.isMedical()
            ? waiting.list(stops, medicineDays, ROWS_MAX + 1)
            : List.<Waiting>of();
    return new VisitList(
        trip.id(),
        trip.state(),
        found.size() <= ROWS_MAX,
        VisitLists.arrange(stops, found, weightsOfStop));
  }
}
