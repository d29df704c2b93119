package ua.vidnova.medical.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.trip.Trip;

class VisitListsTest {

  private static final LocalDate ON = PriorityRulesTest.ON;
  private static final Trip.Stop FIRST = stop(ON);
  private static final Trip.Stop SECOND = stop(ON.plusDays(1));
  private static final PriorityEdition EDITION =
      new PriorityEdition(
          Ids.newId(), ON, "Лист № 1", "administrator-1", Instant.EPOCH, PriorityRulesTest.WEIGHTS);
  private static final Map<LocalDate, PriorityEdition> EDITIONS =
      Map.of(FIRST.on(), EDITION, SECOND.on(), EDITION);

  @Test
  void a_household_is_one_house_and_the_most_pressing_is_first() {
    var mother = asked(FIRST, "вул. Садова 5", facts(30, true));
    var alone = asked(FIRST, "вул. Лісова 1", facts(70, false));
    var child = asked(FIRST, "вул. Садова 5", facts(0, false));

    var stop = arrange(List.of(FIRST), List.of(alone, mother, child)).getFirst();

    assertThat(stop.households()).hasSize(2);
    assertThat(stop.households().getFirst().points()).isEqualTo(30);
    assertThat(stop.households().getFirst().people())
        .extracting(person -> person.requests().getFirst().needId())
        .containsExactlyInAnyOrder(needOf(mother), needOf(child));
    assertThat(stop.households().getLast().people())
        .extracting(person -> person.requests().getFirst().needId())
        .containsExactly(needOf(alone));
  }

  @Test
  void who_lives_together_is_taken_from_registry_before_requests() {
    var household = Ids.newId();
    var mother = living(household, Ids.newId(), "вул садова 5");
    var son = living(household, null, "вул лісова 1");
    var neighbour = living(Ids.newId(), null, "вул садова 5");

    var houses = arrange(List.of(FIRST), List.of(mother, neighbour, son)).getFirst().households();

    assertThat(houses)
        .extracting(VisitListsTest::identities)
        .containsExactlyInAnyOrder(
            Set.of(mother.identity(), son.identity()), Set.of(neighbour.identity()));
    assertThat(houses).extracting(VisitList.House::knownFrom).containsOnly(HomeSource.REGISTRY);
  }

  @Test
  void who_has_no_household_in_registry_is_with_those_whom_a_request_names() {
    var mother = living(Ids.newId(), null, "вул садова 5");
    var nameless = asked(FIRST, "вул садова 5", facts(0, false));
    var household = Ids.newId();
    var told = living(null, household, null);
    var registered = living(household, null, null);
    var elsewhere = asked(FIRST, "вул лісова 1", facts(0, false));

    var houses =
        arrange(List.of(FIRST), List.of(nameless, mother, told, registered, elsewhere))
            .getFirst()
            .households();

    assertThat(houses)
        .extracting(VisitListsTest::identities, VisitList.House::knownFrom)
        .containsExactlyInAnyOrder(
            tuple(Set.of(mother.identity(), nameless.identity()), HomeSource.REGISTRY),
            tuple(Set.of(told.identity(), registered.identity()), HomeSource.REGISTRY),
            tuple(Set.of(elsewhere.identity()), HomeSource.REQUEST));
  }

  @Test
  void of_whom_nobody_tells_with_whom_they_live_is_alone() {
    var houses =
        arrange(List.of(FIRST), List.of(living(null, null, null), living(null, null, null)))
            .getFirst()
            .households();

    assertThat(houses).hasSize(2).extracting(VisitList.House::knownFrom).containsOnlyNulls();
  }

  @Test
  void whom_the_trip_passes_twice_is_visited_at_the_first_stop() {
    var person = Ids.newId();
    var list =
        arrange(List.of(FIRST, SECOND), List.of(due(SECOND, person, ON), due(FIRST, person, ON)));

    assertThat(list.getFirst().households()).hasSize(1);
    assertThat(list.getLast().households()).isEmpty();
  }

  @Test
  void of_too_many_those_asked_for_come_first_and_then_the_most_pressing() {
    var pregnant = asked(FIRST, "вул. Садова 5", facts(30, true));
    var plain = asked(FIRST, "вул. Лісова 1", facts(30, false));
    var overdue = due(FIRST, Ids.newId(), ON.minusDays(8));
    var today = due(FIRST, Ids.newId(), ON);
    var notDue = due(FIRST, Ids.newId(), ON.plusDays(1));
    var all = List.of(notDue, today, plain, overdue, pregnant);

    assertThat(MostPressing.of(all, EDITIONS, 3)).containsExactly(pregnant, plain, overdue);
    assertThat(MostPressing.of(all, EDITIONS, 9)).containsExactly(pregnant, plain, overdue, today);
  }

  @Test
  void whose_visit_is_due_only_later_is_on_the_list_of_the_later_stop() {
    var person = Ids.newId();
    var list =
        arrange(
            List.of(FIRST, SECOND),
            List.of(due(FIRST, person, ON.plusDays(1)), due(SECOND, person, ON.plusDays(1))));

    assertThat(list.getFirst().households()).isEmpty();
    assertThat(list.getLast().households()).hasSize(1);
  }

  @Test
  void several_requests_for_one_person_are_one_visit() {
    var person = new Waiting.OnRecord(Ids.newId(), null, ON.minusYears(70), null);
    var rows =
        List.of(
            waiting(FIRST, Optional.of(request(null)), Optional.of(person), facts(70, false)),
            waiting(FIRST, Optional.of(request(null)), Optional.of(person), facts(70, false)));

    var people = arrange(List.of(FIRST), rows).getFirst().households().getFirst().people();

    assertThat(people).hasSize(1);
    assertThat(people.getFirst().requests()).hasSize(2);
    assertThat(people.getFirst().priority().points()).isEqualTo(10);
  }

  @Test
  void who_is_neither_asked_for_nor_due_is_not_on_it() {
    var person = new Waiting.OnRecord(Ids.newId(), null, ON.minusYears(70), null);
    var row = waiting(FIRST, Optional.empty(), Optional.of(person), facts(70, true));

    assertThat(arrange(List.of(FIRST), List.of(row)).getFirst().households()).isEmpty();
  }

  private static List<VisitList.AtStop> arrange(List<Trip.Stop> stops, List<Waiting> waiting) {
    return VisitLists.arrange(stops, waiting, EDITIONS, List.of());
  }

  private static Waiting asked(Trip.Stop stop, String address, PersonFacts facts) {
    var request = request(address);
    return new Waiting(
        stop.id(),
        stop.on(),
        Optional.of(request),
        Optional.empty(),
        Optional.empty(),
        new Waiting.Home(null, null, address),
        facts);
  }

  private static Waiting living(UUID registered, UUID told, String address) {
    return new Waiting(
        FIRST.id(),
        FIRST.on(),
        Optional.of(request(address)),
        Optional.of(new Waiting.OnRecord(Ids.newId(), null, ON.minusYears(70), null)),
        Optional.empty(),
        new Waiting.Home(registered, told, address),
        facts(70, false));
  }

  private static Set<UUID> identities(VisitList.House house) {
    return house.people().stream()
        .map(
            person ->
                person.residentId() == null
                    ? person.requests().getFirst().needId()
                    : person.residentId())
        .collect(Collectors.toSet());
  }

  private static Waiting due(Trip.Stop stop, UUID person, LocalDate followUpOn) {
    return waiting(
        stop,
        Optional.empty(),
        Optional.of(new Waiting.OnRecord(person, null, null, null)),
        new PersonFacts(null, null, null, followUpOn, null, ON.minusDays(9), true, false, false));
  }

  private static Waiting waiting(
      Trip.Stop stop,
      Optional<Waiting.Asked> request,
      Optional<Waiting.OnRecord> person,
      PersonFacts facts) {
    return new Waiting(
        stop.id(),
        stop.on(),
        request,
        person,
        Optional.empty(),
        new Waiting.Home(null, null, null),
        facts);
  }

  private static Waiting.Asked request(String address) {
    return new Waiting.Asked(Ids.newId(), ON, "Хтось", address, "Слова");
  }

  private static UUID needOf(Waiting waiting) {
    return waiting.request().orElseThrow().needId();
  }

  private static PersonFacts facts(int years, boolean pregnant) {
    return new PersonFacts(
        ON.minusYears(years).minusMonths(13),
        pregnant ? ON : null,
        null,
        null,
        null,
        null,
        false,
        false,
        false);
  }

  private static Trip.Stop stop(LocalDate on) {
    return new Trip.Stop(Ids.newId(), "UA44020010010037242", "UA44020010000067642", on, null);
  }
}
