package ua.vidnova.registry.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ua.vidnova.registry.matching.spelling.Slips;
import ua.vidnova.registry.search.ResidentQuery.Word;

/**
 * The words of everybody's names. They are few beside the people, so what a question may have meant
 * is found out here before anybody is looked for.
 */
@ApplicationScoped
class NameWords {

  private static final int LETTERS_MIN = 3;
  private static final int LETTERS_OF_A_SLIP = 4;

  /** All letters of sounds come before this sign. */
  private static final String BEGUN =
      "select said, word from unnest(?::text[]) said, lateral (select word from name_word"
          + " where word >= said and word < said || '{' order by word limit 1)";

  private static final String LIKE =
      "select said, word from unnest(?::text[]) said, name_words_like(said) word";

  private static final String KNOWN = "select word, word from name_word where word = any (?)";

  private final AgroalDataSource database;

  @Inject
  NameWords(AgroalDataSource database) {
    this.database = database;
  }

  /** The question without names that begin nobody's. */
  ResidentQuery beginning(ResidentQuery query) {
    var begun = find(BEGUN, query.words().stream().flatMap(NameWords::soundAndNames)).keySet();
    return query.withNames(
        word -> soundAndNames(word).anyMatch(begun::contains) ? word : word.meaning(Set.of()));
  }

  /** The question with names that sound nearly so: one slip in four letters, but at least one. */
  ResidentQuery resembling(ResidentQuery query) {
    var like = find(LIKE, query.words().stream().map(Word::sound));
    var known = find(KNOWN, query.words().stream().flatMap(word -> word.names().stream())).keySet();
    return query.withNames(
        word -> {
          var meant = new LinkedHashSet<>(word.names());
          meant.retainAll(known);
          like.getOrDefault(word.sound(), Set.of()).stream()
              .filter(other -> resemble(word.sound(), other))
              .forEach(meant::add);
          return word.meaning(meant);
        });
  }

  private static Stream<String> soundAndNames(Word word) {
    return Stream.concat(Stream.of(word.sound()), word.names().stream());
  }

  private static boolean resemble(String sound, String word) {
    return sound.length() >= LETTERS_MIN
        && Slips.between(sound, word) <= Math.max(1, sound.length() / LETTERS_OF_A_SLIP);
  }

  /** Words by what was said; nothing was said where a word is no name. */
  private Map<String, Set<String>> find(String sql, Stream<String> said) {
    var found = new HashMap<String, Set<String>>();
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      var texts = said.filter(text -> !text.isEmpty()).distinct().toArray();
      query.setArray(1, connection.createArrayOf("text", texts));
      var rows = query.executeQuery();
      while (rows.next()) {
        found.computeIfAbsent(rows.getString(1), s -> new LinkedHashSet<>()).add(rows.getString(2));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Words of names could not be looked for", e);
    }
  }
}
