package ua.vidnova.coordination.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.coordination.brigade.Fault;
import ua.vidnova.coordination.brigade.Member;
import ua.vidnova.coordination.brigade.MemberRole;

class TripRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String LIBERATED = "UA44160030010058180";
  private static final String OTHER = "UA44120050010021900";
  private static final Map<String, LocalDate> SINCE = Map.of(LIBERATED, LocalDate.of(2026, 11, 20));
  private static final List<Member> DOCTOR = List.of(new Member("medic", MemberRole.DOCTOR, null));

  @ParameterizedTest(name = "{0}: {5}")
  @CsvFileSource(resources = "/rules/trip-plans.csv", numLinesToSkip = 1)
  void a_plan_is_judged_by_its_days_and_its_stops(
      String what,
      LocalDate startsOn,
      LocalDate endsOn,
      String settlement,
      LocalDate on,
      String faults) {
    var plan = new Plan(Ids.newId(), DOCTOR, startsOn, endsOn, List.of(stop(settlement, on)));

    assertThat(TripRules.faultsOf(plan, SINCE, TODAY).stream().map(TripRulesTest::text))
        .containsExactlyElementsOf(faults == null ? List.of() : List.of(faults.split(" ")));
  }

  @Test
  void stops_follow_each_other_and_have_ids_of_their_own() {
    var first = stop(LIBERATED, TODAY.plusDays(1));
    var earlier = new Stop(first.stopId(), LIBERATED, TODAY, "  ");
    var plan = new Plan(Ids.newId(), DOCTOR, TODAY, TODAY.plusDays(1), List.of(first, earlier));

    assertThat(TripRules.faultsOf(plan, SINCE, TODAY).stream().map(TripRulesTest::text))
        .containsExactly(
            "stops[1].stopId:repeated",
            "stops[1].place:malformed",
            "stops[1].on:before-previous-stop");
  }

  @Test
  void there_are_not_more_stops_than_a_brigade_can_make() {
    var stops = new ArrayList<>(Collections.nCopies(60, stop(LIBERATED, TODAY)));
    stops.replaceAll(stop -> stop(LIBERATED, TODAY));
    var plan = new Plan(Ids.newId(), DOCTOR, TODAY, TODAY, stops);
    assertThat(TripRules.faultsOf(plan, SINCE, TODAY)).isEmpty();

    stops.add(stop(LIBERATED, TODAY));
    assertThat(TripRules.faultsOf(plan, SINCE, TODAY)).containsExactly(new Fault("stops", "size"));
    stops.clear();
    assertThat(TripRules.faultsOf(plan, SINCE, TODAY)).containsExactly(new Fault("stops", "size"));
  }

  @Test
  void a_trip_under_way_keeps_its_brigade_and_its_first_day() {
    var was = new Plan(Ids.newId(), DOCTOR, TODAY, TODAY, List.of());
    var now = new Plan(Ids.newId(), DOCTOR, TODAY.plusDays(1), TODAY.plusDays(2), List.of());

    assertThat(TripRules.faultsUnderWay(was, was)).isEmpty();
    assertThat(TripRules.faultsUnderWay(was, now).stream().map(TripRulesTest::text))
        .containsExactly("brigadeId:fixed-under-way", "startsOn:fixed-under-way");
  }

  @Test
  void at_the_start_only_stops_still_to_come_are_looked_at() {
    var stops =
        List.of(stop(OTHER, TODAY.minusDays(1)), stop(LIBERATED, TODAY), stop(OTHER, TODAY));

    assertThat(TripRules.notLiberated(stops, SINCE, TODAY).stream().map(TripRulesTest::text))
        .containsExactly("stops[2].settlement:not-liberated-on-that-day");
  }

  private static Stop stop(String settlement, LocalDate on) {
    return new Stop(UUID.randomUUID(), settlement, on, null);
  }

  private static String text(Fault fault) {
    return fault.field() + ":" + fault.code();
  }
}
