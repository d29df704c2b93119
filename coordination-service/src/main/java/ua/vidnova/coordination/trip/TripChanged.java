package ua.vidnova.coordination.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.coordination.brigade.BrigadeKind;
import ua.vidnova.coordination.brigade.MemberRole;

/** A trip is planned, or has changed; all of it as it is now. */
public record TripChanged(
    UUID tripId,
    int version,
    TripState state,
    UUID brigadeId,
    String brigadeName,
    BrigadeKind brigadeKind,
    List<OnTrip> members,
    LocalDate startsOn,
    LocalDate endsOn,
    List<StopOfTrip> stops)
    implements OutgoingEvent {

  /** Who is on it; whose organisation they are of stays here. */
  public record OnTrip(String user, MemberRole role) {}

  /**
   * One stop.
   *
   * @param place null when the brigade goes from house to house
   */
  public record StopOfTrip(UUID stopId, String settlement, LocalDate on, String place) {}

  static TripChanged of(Trip trip) {
    var plan = trip.plan();
    return new TripChanged(
        trip.id(),
        trip.version(),
        trip.state(),
        plan.brigadeId(),
        trip.brigadeName(),
        trip.brigadeKind(),
        plan.members().stream().map(one -> new OnTrip(one.user(), one.role())).toList(),
        plan.startsOn(),
        plan.endsOn(),
        plan.stops().stream()
            .map(one -> new StopOfTrip(one.stopId(), one.settlement(), one.on(), one.place()))
            .toList());
  }

  @Override
  public String topic() {
    return "coordination.trips";
  }

  @Override
  public String type() {
    return "ua.vidnova.coordination.TripChanged.v1";
  }

  @Override
  public String key() {
    return tripId.toString();
  }
}
