package ua.vidnova.medical.trip;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.resident.TestResidents;

/** Trips of brigades that the clinic has heard of, put straight into its database. */
public final class TestTrips {

  private TestTrips() {}

  /** A medical trip of one day and one stop at {@link TestResidents#SETTLEMENT}. */
  public static TripChanged oneDay(LocalDate day, String... users) {
    return trip(day, day, List.of(stop(TestResidents.SETTLEMENT, day)), users);
  }

  /** A planned medical trip of a new brigade; all users are doctors. */
  public static TripChanged trip(
      LocalDate from, LocalDate to, List<TripChanged.StopOfTrip> stops, String... users) {
    return new TripChanged(
        Ids.newId(),
        0,
        TripState.PLANNED,
        Ids.newId(),
        "Вигадана бригада",
        BrigadeKind.MEDICAL,
        List.of(users).stream().map(user -> new Trip.Member(user, MemberRole.DOCTOR)).toList(),
        from,
        to,
        stops);
  }

  public static TripChanged.StopOfTrip stop(String settlement, LocalDate day) {
    return new TripChanged.StopOfTrip(Ids.newId(), settlement, day, null);
  }

  /** The same trip as its next version. */
  public static TripChanged next(
      TripChanged trip, TripState state, List<TripChanged.StopOfTrip> stops) {
    return new TripChanged(
        trip.tripId(),
        trip.version() + 1,
        state,
        trip.brigadeId(),
        trip.brigadeName(),
        trip.brigadeKind(),
        trip.members(),
        trip.startsOn(),
        trip.endsOn(),
        stops);
  }

  /** The clinic hears of it. */
  public static UUID heard(TripChanged trip) {
    var trips = Arc.container().instance(Trips.class).get();
    QuarkusTransaction.requiringNew().run(() -> trips.learn(trip));
    return trip.tripId();
  }
}
