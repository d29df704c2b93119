package ua.vidnova.medical.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.trip.Trip;
import ua.vidnova.medical.trip.TripState;
import ua.vidnova.medical.trip.Trips;

/**
 * Makes the visit list of a trip for those on the trip, and for coordinators of the places where it
 * stops.
 */
@ApplicationScoped
class ListOfTrip {

  /** More than a brigade visits on a trip. */
  private static final int ROWS_MAX = 2000;

  /** Among how many the most pressing are looked for. */
  private static final int WEIGHED_MAX = 20_000;

  private final Trips trips;
  private final WaitingPeople waiting;
  private final Weights weights;
  private final Caller caller;
  private final KyivCalendar calendar;

  @Inject
  ListOfTrip(
      Trips trips, WaitingPeople waiting, Weights weights, Caller caller, KyivCalendar calendar) {
    this.trips = trips;
    this.waiting = waiting;
    this.weights = weights;
    this.caller = caller;
    this.calendar = calendar;
  }

  /** Empty when the trip is not there, or not the caller's to see. */
  Optional<VisitList> make(UUID tripId) {
    return trips.find(tripId).flatMap(this::make);
  }

  private Optional<VisitList> make(Trip trip) {
    var onTrip = trip.roleOf(caller.name()).isPresent();
    var stops = onTrip ? trip.stops() : stopsOfCoordinator(trip);
    if (!onTrip && stops.isEmpty()) {
      return Optional.empty();
    }
    var list = list(trip, stops);
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
    var editions = weights.inForce(stops.stream().map(Trip.Stop::on).toList());
    var found =
        ahead && trip.isMedical()
            ? waiting.list(stops, medicineDays(editions), WEIGHED_MAX + 1)
            : List.<Waiting>of();
    var left = found.stream().filter(one -> one.isLeftTo(trip.id())).toList();
    var chosen = MostPressing.of(left, editions, ROWS_MAX + 1);
    var others =
        trips.listOthersAhead(
            trip.id(), stops.stream().map(Trip.Stop::settlement).toList(), calendar.today());
    return new VisitList(
        trip.id(),
        trip.state(),
        found.size() <= WEIGHED_MAX && chosen.size() <= ROWS_MAX,
        VisitLists.arrange(stops, chosen.stream().limit(ROWS_MAX).toList(), editions, others));
  }

  private static int medicineDays(Map<?, PriorityEdition> editions) {
    return editions.values().stream()
        .flatMap(edition -> edition.weights().stream())
        .filter(weight -> weight.factor() == Factor.MEDICINE_ENDS)
        .mapToInt(Weight::threshold)
        .max()
        .orElse(0);
  }
}
