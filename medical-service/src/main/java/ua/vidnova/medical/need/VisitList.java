package ua.vidnova.medical.need;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.resident.PersonName;
import ua.vidnova.medical.trip.TripState;

/**
 * Whom a brigade is to visit, stop by stop and house by house, the most pressing first.
 *
 * @param complete false when there are more people than one list holds
 */
public record VisitList(UUID tripId, TripState state, boolean complete, List<AtStop> stops) {

  /** One stop with its households. */
  public record AtStop(
      UUID stopId, String settlement, LocalDate on, String place, List<House> households) {}

  /**
   * Those who live together.
   *
   * @param address as it was told; null when nobody told it
   * @param knownFrom who tells that they live together; null when nobody does and one is alone
   * @param points those of the most pressing of its people
   */
  public record House(String address, HomeSource knownFrom, int points, List<Person> people) {

    private House withoutReasons() {
      return new House(
          address, knownFrom, points, people.stream().map(Person::withoutReasons).toList());
    }
  }

  /**
   * Someone to be visited.
   *
   * @param residentId null when no record is known
   * @param about who it is in words, when no record says it
   * @param requests what was asked for them; none when a visit is due by itself
   */
  public record Person(
      UUID residentId,
      PersonName name,
      LocalDate bornOn,
      Sex sex,
      String about,
      Priority priority,
      List<Request> requests) {

    private Person withoutReasons() {
      return new Person(
          residentId,
          name,
          bornOn,
          sex,
          about,
          new Priority(priority.points(), List.of()),
          requests.stream().map(one -> new Request(one.needId(), one.askedOn(), null)).toList());
    }
  }

  /** A request for the visit. */
  public record Request(UUID needId, LocalDate askedOn, String words) {}

  /** The same for those who plan or drive: whom and in which order, not why. */
  VisitList withoutReasons() {
    return new VisitList(
        tripId,
        state,
        complete,
        stops.stream()
            .map(
                stop ->
                    new AtStop(
                        stop.stopId(),
                        stop.settlement(),
                        stop.on(),
                        stop.place(),
                        stop.households().stream().map(House::withoutReasons).toList()))
            .toList());
  }

  /** The records of all who are on the list. */
  public List<UUID> residentIds() {
    return stops.stream()
        .flatMap(stop -> stop.households().stream())
        .flatMap(house -> house.people().stream())
        .map(Person::residentId)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
