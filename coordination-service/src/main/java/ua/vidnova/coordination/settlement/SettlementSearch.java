package ua.vidnova.coordination.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/**
 * Finds settlements by code or by name, Ukrainian or Latin (CMU №55), among the 30 thousand that
 * are in memory. Words that are not of the name may be of the hromada, raion or oblast.
 */
@ApplicationScoped
public class SettlementSearch {

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::rank).thenComparing(Hit::name).thenComparing(Hit::code);

  private static final Pattern LEFT_OUT = Pattern.compile("['’ʼ`\\p{Cntrl}/]");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,.-]+");

  private final List<Entry> entries;

  SettlementSearch() {
    var aroundByParent = new HashMap<String, String>();
    entries =
        Territories.ukraine()
            .all()
            .filter(Territory::isSettlement)
            .map(
                settlement ->
                    Entry.of(
                        settlement,
                        aroundByParent.computeIfAbsent(
                            Objects.requireNonNullElse(settlement.parentCode(), ""),
                            SettlementSearch::namesFrom)))
            .toList();
  }

  /**
   * A settlement that fits.
   *
   * @param rank 0 for the whole name or code, 1 for its beginning, 2 for a part, 3 when only the
   *     places around it fit
   */
  public record Hit(int rank, String name, String code) {

    /** Its place in the list, for the cursor. */
    public String position() {
      return rank + "/" + name + "/" + code;
    }

    /** Reads a place back; empty when it is none. */
    public static Optional<Hit> at(String position) {
      var parts = position.split("/", -1);
      return parts.length == 3 && parts[0].matches("[0-3]")
          ? Optional.of(new Hit(Integer.parseInt(parts[0]), parts[1], parts[2]))
          : Optional.empty();
    }
  }

  private record Entry(String code, String name, String nameLatin, String around) {

    static Entry of(Territory settlement, String around) {
      return new Entry(
          settlement.code(), key(settlement.nameUk()), key(settlement.nameLat()), around);
    }

    Optional<Hit> match(String wanted, List<String> words) {
      if (code.toLowerCase(Locale.ROOT).startsWith(wanted)) {
        return Optional.of(new Hit(code.length() == wanted.length() ? 0 : 1, name, code));
      }
      if (name.equals(wanted) || nameLatin.equals(wanted)) {
        return Optional.of(new Hit(0, name, code));
      }
      if (name.startsWith(wanted) || nameLatin.startsWith(wanted)) {
        return Optional.of(new Hit(1, name, code));
      }
      if (!words.stream().allMatch(word -> isNamed(word) || around.contains(word))) {
        return Optional.empty();
      }
      return Optional.of(new Hit(words.stream().anyMatch(this::isNamed) ? 2 : 3, name, code));
    }

    private boolean isNamed(String word) {
      return name.contains(word) || nameLatin.contains(word);
    }
  }

  /** The best hits behind a place in the list. */
  public List<Hit> find(String query, Optional<Hit> after, int limit) {
    var wanted = key(query);
    if (wanted.isEmpty()) {
      return List.of();
    }
    var words = List.of(wanted.split(" "));
    return entries.stream()
        .flatMap(entry -> entry.match(wanted, words).stream())
        .filter(hit -> after.isEmpty() || BEST_FIRST.compare(hit, after.get()) > 0)
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static String namesFrom(String code) {
    return Territories.ukraine()
        .lineage(code)
        .map(territory -> key(territory.nameUk()) + " " + key(territory.nameLat()))
        .collect(Collectors.joining(" "));
  }

  private static String key(String text) {
    var plain = LEFT_OUT.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return SEPARATORS.matcher(plain).replaceAll(" ").strip();
  }
}
