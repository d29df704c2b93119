package ua.vidnova.medical.need;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.medical.trip.Trip;
import ua.vidnova.medical.trip.Trips;

/**
 * Puts those who await a visit in order: by stop, household and priority. Someone awaited at
 * several stops of the trip is on the list of the first.
 */
final class VisitLists {

  private static final Comparator<VisitList.Person> MOST_PRESSING =
      Comparator.<VisitList.Person>comparingInt(person -> person.priority().points())
          .reversed()
          .thenComparing(VisitList.Person::identity);

  private VisitLists() {}

  /** People who are neither asked for nor due are left out. */
  static List<VisitList.AtStop> arrange(
      List<Trip.Stop> stops,
      List<Waiting> waiting,
      Map<LocalDate, PriorityEdition> editions,
      List<Trips.OtherStop> others) {
    var byStop = waiting.stream().collect(groupingBy(Waiting::stopId));
    var listed = new HashSet<UUID>();
    return stops.stream()
        .map(
            stop ->
                new VisitList.AtStop(
                    stop.id(),
                    stop.settlement(),
                    stop.on(),
                    stop.place(),
                    others.stream()
                        .filter(other -> other.settlement().equals(stop.settlement()))
                        .toList(),
                    edition(editions, stop).map(VisitList.Basis::of).orElse(null),
                    houses(
                        byStop.getOrDefault(stop.id(), List.of()).stream()
                            .filter(one -> !listed.contains(one.identity()))
                            .toList(),
                        edition(editions, stop).map(PriorityEdition::weights).orElse(List.of()),
                        listed)))
        .toList();
  }

  private static Optional<PriorityEdition> edition(
      Map<LocalDate, PriorityEdition> editions, Trip.Stop stop) {
    return Optional.ofNullable(editions.get(stop.on()));
  }

  private static List<VisitList.House> houses(
      List<Waiting> waiting, List<Weight> weights, HashSet<UUID> listed) {
    Map<UUID, List<Waiting>> byPerson =
        waiting.stream().collect(groupingBy(Waiting::identity, LinkedHashMap::new, toList()));
    var homes = new LinkedHashMap<UUID, Waiting.Home>();
    byPerson.forEach((identity, rows) -> homes.put(identity, home(rows)));
    var householdAt = householdAt(homes.values());
    var byHouse = new LinkedHashMap<Object, List<Weighed>>();
    byPerson.forEach(
        (identity, rows) -> {
          var weighed = weigh(rows, weights);
          if (weighed.person().requests().isEmpty()
              && !weighed.person().priority().callsForVisit()) {
            return;
          }
          listed.add(identity);
          byHouse
              .computeIfAbsent(
                  keyOfHouse(homes.get(identity), identity, householdAt), key -> new ArrayList<>())
              .add(weighed);
        });
    return byHouse.values().stream()
        .map(VisitLists::house)
        .sorted(
            Comparator.comparingInt(VisitList.House::points)
                .reversed()
                .thenComparing(house -> house.people().getFirst().identity()))
        .toList();
  }

  private record Weighed(VisitList.Person person, String address, HomeSource knownFrom) {}

  private static VisitList.House house(List<Weighed> together) {
    var people = together.stream().map(Weighed::person).sorted(MOST_PRESSING).toList();
    var address =
        together.stream().map(Weighed::address).filter(Objects::nonNull).findFirst().orElse(null);
    var knownFrom =
        Stream.of(HomeSource.values())
            .filter(source -> together.stream().anyMatch(one -> one.knownFrom() == source))
            .findFirst()
            .orElse(null);
    return new VisitList.House(address, knownFrom, people.getFirst().priority().points(), people);
  }

  /** A request's own household before one that an earlier request told. */
  private static Waiting.Home home(List<Waiting> rows) {
    return rows.stream()
        .filter(row -> row.request().isPresent())
        .findFirst()
        .orElse(rows.getFirst())
        .home();
  }

  /** The households whose addresses are told; of several at one address, the first. */
  private static Map<String, UUID> householdAt(Collection<Waiting.Home> homes) {
    return homes.stream()
        .filter(home -> home.household() != null && home.address() != null)
        .collect(
            toMap(
                Waiting.Home::address,
                Waiting.Home::household,
                (one, other) -> one.compareTo(other) < 0 ? one : other));
  }

  /** A household; else that of others at the same address, the address, or the person alone. */
  private static Object keyOfHouse(
      Waiting.Home home, UUID identity, Map<String, UUID> householdAt) {
    if (home.household() != null) {
      return home.household();
    }
    if (home.address() == null) {
      return identity;
    }
    var household = householdAt.get(home.address());
    return household == null ? home.address() : household;
  }

  private static Weighed weigh(List<Waiting> rows, List<Weight> weights) {
    var first = rows.getFirst();
    var facts = rows.stream().map(Waiting::facts).reduce(PersonFacts::and).orElseThrow();
    var requests =
        rows.stream()
            .flatMap(row -> row.request().stream())
            .sorted(
                Comparator.comparing(Waiting.Asked::askedOn).thenComparing(Waiting.Asked::needId))
            .toList();
    var person = first.person();
    return new Weighed(
        new VisitList.Person(
            person.map(Waiting.OnRecord::id).orElse(null),
            person.map(Waiting.OnRecord::name).orElse(null),
            person.map(Waiting.OnRecord::bornOn).orElse(null),
            person.map(Waiting.OnRecord::sex).orElse(null),
            requests.isEmpty() ? null : requests.getFirst().about(),
            PriorityRules.judge(facts, weights, first.on()),
            first.takenBy().isPresent(),
            requests.stream()
                .map(one -> new VisitList.Request(one.needId(), one.askedOn(), one.words()))
                .toList()),
        requests.stream()
            .map(Waiting.Asked::address)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        home(rows).knownFrom());
  }
}
