package ua.vidnova.payments.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** The settlements within a caller's territories, so that lists can be bounded where they are. */
@ApplicationScoped
public class CoveredSettlements {

  /** Distinct sets of territories are as many as offices; beyond this, begin anew. */
  private static final int REMEMBERED_MAX = 500;

  private final Caller caller;
  private final Map<Set<String>, List<String>> remembered = new ConcurrentHashMap<>();

  @Inject
  CoveredSettlements(Caller caller) {
    this.caller = caller;
  }

  public List<String> ofCaller() {
    if (remembered.size() > REMEMBERED_MAX) {
      remembered.clear();
    }
    return remembered.computeIfAbsent(caller.territories(), CoveredSettlements::within);
  }

  private static List<String> within(Set<String> bounds) {
    var map = Territories.ukraine();
    return map.all()
        .filter(Territory::isSettlement)
        .map(Territory::code)
        .filter(code -> bounds.stream().anyMatch(bound -> map.isWithin(code, bound)))
        .toList();
  }
}
