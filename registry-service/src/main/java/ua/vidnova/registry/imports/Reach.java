package ua.vidnova.registry.imports;

import java.util.Set;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/**
 * From where a caller looks at lists. Somebody whose territory a list reaches may see how its
 * import went; the report holds nobody's data.
 *
 * @param territories the caller's
 * @param around these and all that lie around them
 */
record Reach(Set<String> territories, Set<String> around) {

  static Reach of(Caller caller) {
    var around =
        caller.territories().stream()
            .flatMap(Territories.ukraine()::lineage)
            .map(Territory::code)
            .collect(Collectors.toSet());
    return new Reach(caller.territories(), around);
  }

  /** Whether a territory contains one of the caller's or lies within one. */
  boolean overlaps(String territory) {
    return around.contains(territory)
        || territories.stream().anyMatch(own -> Territories.ukraine().isWithin(territory, own));
  }
}
