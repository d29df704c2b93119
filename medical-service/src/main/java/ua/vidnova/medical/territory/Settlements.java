package ua.vidnova.medical.territory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** What lies in territories, for lists that are bounded by them. */
public final class Settlements {

  private Settlements() {}

  /**
   * Those that lie in any of the territories.
   *
   * @param codes KATOTTG codes of any level; unknown ones hold nothing
   */
  public static List<String> within(Collection<String> codes) {
    return territories(codes).filter(Territory::isSettlement).map(Territory::code).toList();
  }

  /** These and the territories of every level that lie in any of the territories. */
  public static List<String> andTerritoriesWithin(Collection<String> codes) {
    return territories(codes).map(Territory::code).toList();
  }

  /** Of a settlement; the two cities with special status lie in no hromada but themselves. */
  public static String hromadaOf(String settlement) {
    return Territories.ukraine().hromadaOf(settlement).map(Territory::code).orElse(settlement);
  }

  private static Stream<Territory> territories(Collection<String> codes) {
    var map = Territories.ukraine();
    var bounds = Set.copyOf(codes);
    return map.all()
        .filter(one -> map.lineage(one.code()).anyMatch(above -> bounds.contains(above.code())));
  }
}
