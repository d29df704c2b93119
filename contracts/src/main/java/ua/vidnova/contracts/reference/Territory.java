package ua.vidnova.contracts.reference;

import ua.vidnova.contracts.identifiers.TransliterationKmu55;

/**
 * One unit of КАТОТТГ, the codifier of administrative units and territories.
 *
 * @param code {@code UA} and 17 digits
 * @param level 1 (oblast or special city) to 5 (district of a city)
 * @param parentCode the unit above; null at level 1. The codifier's own column, which the digits of
 *     a code do not always follow
 * @param category O oblast, K special city, P raion, H hromada, M city, X селище, C village, B
 *     district of a city
 * @param nameUk without the word for its category, as the codifier has it
 */
public record Territory(String code, int level, String parentCode, String category, String nameUk) {

  /** The name by the Cabinet's table №55; worked out on each call. */
  public String nameLat() {
    return TransliterationKmu55.toLatin(nameUk);
  }

  /** Whether people have an address here: a village, селище, city, or special city such as Kyiv. */
  public boolean isSettlement() {
    return switch (category) {
      case "M", "X", "C", "K" -> true;
      default -> false;
    };
  }

  /** Whether this is a hromada (територіальна громада), the lowest unit of self-government. */
  public boolean isHromada() {
    return category.equals("H");
  }
}
