package ua.vidnova.medical.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Coordination planned a trip, or changed it; the event tells all of it. */
public record TripChanged(
    UUID tripId,
    int version,
    TripState state,
    UUID brigadeId,
    String brigadeName,
    BrigadeKind brigadeKind,
    List<Trip.Member> members,
    LocalDate startsOn,
    LocalDate endsOn,
    List<StopOfTrip> stops) {

  /** One stop. */
  public record StopOfTrip(UUID stopId, String settlement, LocalDate on, String place) {}
}
