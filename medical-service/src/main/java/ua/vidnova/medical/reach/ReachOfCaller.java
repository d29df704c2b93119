package ua.vidnova.medical.reach;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.territory.Settlements;
import ua.vidnova.medical.trip.TripHistory;
import ua.vidnova.medical.trip.Trips;

/**
 * Whose clinical record the caller may open: people of the hromadas at which the caller's own trips
 * stop, within the caller's territories; anybody else only in an emergency, which is reviewed.
 */
@RequestScoped
public class ReachOfCaller {

  private final Caller caller;
  private final Trips trips;
  private final KyivCalendar calendar;
  private final ReachSettings settings;

  /** Read at most once in a request. */
  private Set<String> hromadasOfTrips;

  @Inject
  ReachOfCaller(Caller caller, Trips trips, KyivCalendar calendar, ReachSettings settings) {
    this.caller = caller;
    this.trips = trips;
    this.calendar = calendar;
    this.settings = settings;
  }

  /**
   * Tells whether the caller may open the record of someone.
   *
   * @param recordIds all records of the person
   * @param settlement where the person lives
   */
  public boolean reaches(Collection<UUID> recordIds, String settlement) {
    return isOnTheWay(settlement) || EmergencyAccess.isOpen(caller.id(), recordIds, calendar.now());
  }

  /** Tells whether a settlement lies on one of the caller's trips, and in their territories. */
  public boolean isOnTheWay(String settlement) {
    return caller.covers(settlement)
        && hromadasOfTrips().contains(Settlements.hromadaOf(settlement));
  }

  /**
   * The settlements on the caller's trips that lie in their territories, for lists.
   *
   * @param territory KATOTTG code, of any level, that holds them
   */
  public Set<String> settlementsOnTheWay(Optional<String> territory) {
    var ukraine = Territories.ukraine();
    return ukraine
        .all()
        .filter(Territory::isSettlement)
        .map(Territory::code)
        .filter(code -> territory.isEmpty() || ukraine.isWithin(code, territory.get()))
        .filter(this::isOnTheWay)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The brigades on whose trips the caller is, was of late or soon will be. */
  public Set<UUID> brigades() {
    return trips.brigadesOf(caller.name(), firstDay(), lastDay());
  }

  /**
   * Tells whether the caller met people of a settlement on a trip: it lies in their territories,
   * they were on the trip, and it was to stop in the hromada, whatever became of the trip since.
   */
  public boolean wasOnTheWay(TripHistory trip, String settlement) {
    return caller.covers(settlement)
        && trip.hadMember(caller.name())
        && trip.stoppedIn(Settlements.hromadaOf(settlement));
  }

  private Set<String> hromadasOfTrips() {
    if (hromadasOfTrips == null) {
      hromadasOfTrips = trips.hromadasOf(caller.name(), firstDay(), lastDay());
    }
    return hromadasOfTrips;
  }

  private LocalDate firstDay() {
    return calendar.today().minusDays(settings.daysAfterTrip());
  }

  private LocalDate lastDay() {
    return calendar.today().plusDays(settings.daysBeforeTrip());
  }
}
