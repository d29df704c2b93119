package ua.vidnova.medical.need;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.resident.PersonName;
import ua.vidnova.medical.trip.TripState;
import ua.vidnova.medical.trip.Trips;

/**
 * Whom a brigade is to visit, stop by stop and house by house, the most pressing first.
 *
 * @param complete false when there are more people than one list holds
 */
public record VisitList(UUID tripId, TripState state, boolean complete, List<AtStop> stops) {

  /**
   * One stop with its households.
   *
   * @param others stops of other brigades in the same settlement from today on: whom they take is
   *     not on this list
   * @param weights what the points of the day rest on; null when nothing gives any
   */
  public record AtStop(
      UUID stopId,
      String settlement,
      LocalDate on,
      String place,
      List<Trips.OtherStop> others,
      Basis weights,
      List<House> households) {

    private AtStop withoutReasons() {
      return new AtStop(
          stopId,
          settlement,
          on,
          place,
          others,
          weights,
          households.stream().map(House::withoutReasons).toList());
    }
  }

  /** The edition of the weights. */
  public record Basis(UUID editionId, LocalDate validFrom, String source) {

    static Basis of(PriorityEdition edition) {
      return new Basis(edition.id(), edition.validFrom(), edition.source());
    }
  }

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
   * @param taken whether the trip has taken them upon itself, so that no other lists them
   * @param requests what was asked for them; none when a visit is due by itself
   */
  public record Person(
      UUID residentId,
      PersonName name,
      LocalDate bornOn,
      Sex sex,
      String about,
      Priority priority,
      boolean taken,
      List<Request> requests) {

    /** The record's id, or that of the first request of someone who has no record. */
    UUID identity() {
      return residentId == null ? requests.getFirst().needId() : residentId;
    }

    private Person withoutReasons() {
      return new Person(
          residentId,
          name,
          bornOn,
          sex,
          about,
          new Priority(priority.points(), List.of()),
          taken,
          requests.stream().map(one -> new Request(one.needId(), one.askedOn(), null)).toList());
    }
  }

  /** A request for the visit. */
  public record Request(UUID needId, LocalDate askedOn, String words) {}

  /** The same for those who plan or drive: whom and in which order, not why. */
  VisitList withoutReasons() {
    return new VisitList(
        tripId, state, complete, stops.stream().map(AtStop::withoutReasons).toList());
  }

  /** Someone on the list, and where they are awaited. */
  record Found(Person person, String settlement) {}

  Optional<Found> find(UUID identity) {
    return stops.stream()
        .flatMap(
            stop ->
                stop.households().stream()
                    .flatMap(house -> house.people().stream())
                    .filter(person -> person.identity().equals(identity))
                    .map(person -> new Found(person, stop.settlement())))
        .findFirst();
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
