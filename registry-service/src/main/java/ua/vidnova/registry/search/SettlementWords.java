package ua.vidnova.registry.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.names.SearchKey;

/** Finds settlements by how their whole names sound, so that Алчевск and Alchevsk are Алчевськ. */
final class SettlementWords {

  /** Words of the longest name. */
  static final int WORDS_MAX = 3;

  private SettlementWords() {}

  /** Codes of the settlements of some territories whose name consists of these words. */
  static List<String> find(Collection<String> words, Collection<String> territories) {
    var map = Territories.ukraine();
    return Index.BY_SOUND.getOrDefault(sound(words), List.of()).stream()
        .filter(code -> territories.stream().anyMatch(bound -> map.isWithin(code, bound)))
        .toList();
  }

  private static String sound(Collection<String> words) {
    return words.stream().map(SearchKey::sound).collect(Collectors.joining(" "));
  }

  private static final class Index {
    private static final Map<String, List<String>> BY_SOUND = read();

    private static Map<String, List<String>> read() {
      var bySound = new HashMap<String, List<String>>();
      Territories.ukraine()
          .all()
          .filter(Territory::isSettlement)
          .forEach(
              place ->
                  bySound.merge(
                      sound(SearchKey.words(place.nameUk())),
                      List.of(place.code()),
                      (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
      return bySound;
    }
  }
}
