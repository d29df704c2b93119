package ua.vidnova.registry.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.LookAlikes;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** Finds the settlements of a territory by code or by name, as lists write them. */
final class SettlementNames {

  private static final Pattern KIND =
      Pattern.compile(
          "(?:(?:м|с|смт|сел|пос|с-ще)\\.|(?:м|с|смт|місто|село|селище)\\s)\\s*(?:міського типу\\s+)?");
  private static final Pattern HROMADA_KIND =
      Pattern.compile(
          "\\s+(?:(?:міська|селищна|сільська)\\s+)?(?:територіальна\\s+)?(?:громада|отг|тг)$");
  private static final Pattern CODE = Pattern.compile("UA[0-9]{17}");

  private final Territories ukraine = Territories.ukraine();
  private final String territory;
  private final Map<String, List<Territory>> byName = new HashMap<>();
  private final Remembered<Written, Found> found = new Remembered<>(this::look);

  private SettlementNames(String territory) {
    this.territory = territory;
  }

  /** Which settlement is meant. */
  sealed interface Found {
    record One(String code) implements Found {}

    record None() implements Found {}

    record Several() implements Found {}
  }

  /** The settlements of a territory, which may be a settlement itself. */
  static SettlementNames of(String territory) {
    var names = new SettlementNames(territory);
    names
        .ukraine
        .all()
        .filter(Territory::isSettlement)
        .filter(place -> names.ukraine.isWithin(place.code(), territory))
        .forEach(
            place ->
                names.byName.merge(
                    comparable(place.nameUk()),
                    List.of(place),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    return names;
  }

  /**
   * Finds the one settlement that is meant.
   *
   * @param written code or name, such as {@code м. Алчевськ}
   * @param hromada its hromada's name; empty when the list does not say
   */
  Found find(String written, String hromada) {
    return found.of(new Written(written, hromada));
  }

  private record Written(String settlement, String hromada) {}

  private Found look(Written as) {
    var written = as.settlement();
    var hromada = as.hromada();
    if (CODE.matcher(written).matches()) {
      return ukraine.isSettlement(written) && ukraine.isWithin(written, territory)
          ? new Found.One(written)
          : new Found.None();
    }
    var places =
        byName.getOrDefault(withoutKind(written), List.of()).stream()
            .filter(place -> hromada.isEmpty() || liesIn(place, hromada))
            .toList();
    return switch (places.size()) {
      case 0 -> new Found.None();
      case 1 -> new Found.One(places.getFirst().code());
      default -> new Found.Several();
    };
  }

  private boolean liesIn(Territory place, String hromada) {
    var name = HROMADA_KIND.matcher(comparable(hromada)).replaceFirst("");
    return ukraine
        .hromadaOf(place.code())
        .map(Territory::nameUk)
        .map(SettlementNames::comparable)
        .stream()
        .anyMatch(name::equals);
  }

  private static String withoutKind(String written) {
    var name = comparable(written);
    var kind = KIND.matcher(name);
    return kind.lookingAt() ? name.substring(kind.end()) : name;
  }

  private static String comparable(String name) {
    return LookAlikes.toCyrillic(Headers.comparable(name)).replaceAll("\\p{Pd}", "-");
  }
}
