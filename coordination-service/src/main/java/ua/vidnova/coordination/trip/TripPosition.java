package ua.vidnova.coordination.trip;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where a list of trips goes on: behind the trip of a first day and an id. */
public record TripPosition(LocalDate startsOn, UUID id) {

  public static TripPosition of(Trip trip) {
    return new TripPosition(trip.plan().startsOn(), trip.id());
  }

  /** Empty when the text is not one of ours. */
  public static Optional<TripPosition> parse(String text) {
    var parts = text.split("/", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TripPosition(LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return startsOn + "/" + id;
  }
}
