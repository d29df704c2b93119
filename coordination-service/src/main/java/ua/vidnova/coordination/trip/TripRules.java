package ua.vidnova.coordination.trip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.coordination.brigade.BrigadeRules;
import ua.vidnova.coordination.brigade.Fault;

/** What makes the plan of a trip acceptable. */
final class TripRules {

  /** A brigade is away for a month at most. */
  static final int DAYS_MAX = 31;

  static final int STOPS_MAX = 60;
  private static final int DAYS_AHEAD_MAX = 366;
  private static final int PLACE_LENGTH_MAX = 300;

  private TripRules() {}

  /**
   * What is wrong with a plan; empty when nothing is.
   *
   * @param liberatedSince first day of the status by settlement, of those that are liberated
   */
  static List<Fault> faultsOf(Plan plan, Map<String, LocalDate> liberatedSince, LocalDate today) {
    var faults = new ArrayList<>(BrigadeRules.faultsOf(plan.members()));
    dayFaults(plan, today, faults);
    var stops = plan.stops();
    if (stops.isEmpty() || stops.size() > STOPS_MAX) {
      faults.add(new Fault("stops", "size"));
      return faults;
    }
    var seen = new HashSet<>();
    for (var i = 0; i < stops.size(); i++) {
      var stop = stops.get(i);
      var at = "stops[" + i + "].";
      check(faults, seen.add(stop.stopId()), at + "stopId", "repeated");
      placeFault(stop.place(), at, faults);
      check(
          faults,
          !stop.on().isBefore(plan.startsOn()) && !stop.on().isAfter(plan.endsOn()),
          at + "on",
          "outside-trip");
      check(
          faults,
          i == 0 || !stop.on().isBefore(stops.get(i - 1).on()),
          at + "on",
          "before-previous-stop");
      settlementFault(stop, liberatedSince, at, faults);
    }
    return faults;
  }

  /** What a change of a trip that is under way may not touch. */
  static List<Fault> faultsUnderWay(Plan was, Plan plan) {
    var faults = new ArrayList<Fault>();
    check(faults, was.brigadeId().equals(plan.brigadeId()), "brigadeId", "fixed-under-way");
    check(faults, was.startsOn().equals(plan.startsOn()), "startsOn", "fixed-under-way");
    return faults;
  }

  /** Stops still to come that the brigade may not go to. */
  static List<Fault> notLiberated(
      List<Stop> stops, Map<String, LocalDate> liberatedSince, LocalDate today) {
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < stops.size(); i++) {
      if (!stops.get(i).on().isBefore(today)) {
        settlementFault(stops.get(i), liberatedSince, "stops[" + i + "].", faults);
      }
    }
    return faults;
  }

  private static void dayFaults(Plan plan, LocalDate today, List<Fault> faults) {
    var start = plan.startsOn();
    var end = plan.endsOn();
    if (start.isAfter(today.plusDays(DAYS_AHEAD_MAX))) {
      faults.add(new Fault("startsOn", "too-far-ahead"));
    } else if (end.isBefore(start)) {
      faults.add(new Fault("endsOn", "before-start"));
    } else if (end.isBefore(today)) {
      faults.add(new Fault("endsOn", "in-the-past"));
    } else {
      check(faults, end.isBefore(start.plusDays(DAYS_MAX)), "endsOn", "too-long");
    }
  }

  private static void settlementFault(
      Stop stop, Map<String, LocalDate> liberatedSince, String at, List<Fault> faults) {
    if (!Territories.ukraine().isSettlement(stop.settlement())) {
      faults.add(new Fault(at + "settlement", "not-a-settlement"));
      return;
    }
    var since = liberatedSince.get(stop.settlement());
    check(
        faults,
        since != null && !stop.on().isBefore(since),
        at + "settlement",
        "not-liberated-on-that-day");
  }

  private static void placeFault(String place, String at, List<Fault> faults) {
    if (place != null) {
      check(
          faults,
          !place.isBlank()
              && place.equals(place.strip())
              && place.length() <= PLACE_LENGTH_MAX
              && place.chars().noneMatch(Character::isISOControl),
          at + "place",
          "malformed");
    }
  }

  private static void check(List<Fault> faults, boolean inOrder, String field, String code) {
    if (!inOrder) {
      faults.add(new Fault(field, code));
    }
  }
}
