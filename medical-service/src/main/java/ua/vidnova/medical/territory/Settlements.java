package ua.vidnova.medical.territory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** The settlements of territories, for lists that are bounded by them. */
public final class Settlements {

  private Settlements() {}

  /**
   * Those that lie in any of the territories.
   *
   * @param codes KATOTTG codes of any level; unknown ones hold nothing
   */
  public static List<String> within(Collection<String> codes) {
    var map = Territories.ukraine();
    var bounds = Set.copyOf(codes);
    return map.all()
        .filter(Territory::isSettlement)
        .map(Territory::code)
        .filter(code -> map.lineage(code).anyMatch(above -> bounds.contains(above.code())))
        .toList();
  }
}
