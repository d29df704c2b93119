package ua.vidnova.registry.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.registry.matching.spelling.Slips;
import ua.vidnova.registry.search.ResidentQuery.Word;
import ua.vidnova.registry.shield.Shielding;

/**
 * Puts a question into SQL. At most {@value #RANKED_MAX} residents are gathered and ranked. Why
 * each clause is as it is, with the plans, is in docs/search.md.
 */
final class SearchSql {

  /** Of more than this, nobody reads the list to its end; the question is to be narrowed. */
  static final int RANKED_MAX = 300;

  /**
   * Whom no search shows, whatever is asked. Everything that hides a resident from lists belongs
   * here and nowhere else. Its one parameter is who asks.
   */
  private static final String VISIBLE =
      "merged_into is null and " + Shielding.visible("resident.id");

  /** Another record of the person may know that they do not live. */
  private static final String LIFE_STATE_OF_MERGED =
      "(select life_state from resident m where m.merged_into = found.id"
          + " and m.life_state <> 'LIVING' order by id limit 1) as life_state_of_merged";

  /** The words of the key, as the index has them. */
  private static final String WORDS = "array_to_tsvector(string_to_array(btrim(search_key), ' '))";

  /** The name as it is spelled, each word between spaces. */
  private static final String SPELLED =
      "' ' || translate(lower(concat_ws(' ', family, given, patronymic)), '-', ' ') || ' '";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private final ResidentQuery query;
  private final Collection<String> territories;
  private final String staff;

  private SearchSql(ResidentQuery query, Collection<String> territories, String staff) {
    this.query = query;
    this.territories = territories;
    this.staff = staff;
  }

  /** Text with the values of its parameters, in their order. */
  record Sql(String text, List<Object> values) {}

  /** One page of answers, best first, then by name. */
  static Sql of(
      ResidentQuery query,
      Closeness closeness,
      Collection<String> territories,
      String staff,
      Optional<SearchPosition> after,
      int limit) {
    var sql = new SearchSql(query, territories, staff);
    sql.gather(closeness);
    sql.rank(closeness);
    sql.page(after, limit);
    return new Sql(sql.text.toString(), sql.values);
  }

  private void gather(Closeness closeness) {
    add("with near as materialized (select * from resident where " + VISIBLE + " and (", staff);
    var or = "";
    for (var reading : Reading.of(query.words())) {
      add(or);
      fits(reading, closeness);
      or = " or ";
    }
    add(")");
    numbers();
    dates();
    add(" limit " + RANKED_MAX + ")");
  }

  /**
   * One way to understand the words. Its places lie in the caller's territories, so only without
   * any these bound it: no index meets a list that is longer than needed.
   */
  private void fits(Reading reading, Closeness closeness) {
    if (reading.places().isEmpty()) {
      add("(areas && ?", (Object) territories.toArray(String[]::new));
    } else {
      add("(true");
      reading
          .places()
          .forEach(
              word -> add(" and areas && ?", (Object) word.settlements().toArray(String[]::new)));
    }
    if (!reading.names().isEmpty()) {
      add(
          " and " + WORDS + " @@ ?::tsquery",
          reading.names().stream()
              .map(word -> lexemes(word, closeness))
              .collect(Collectors.joining(" & ")));
    }
    add(")");
  }

  private void numbers() {
    if (!query.numbers().isEmpty()) {
      var numbers = query.numbers().toArray(String[]::new);
      add(" and id in (select id from resident where rnokpp = any (?)", (Object) numbers);
      add(" union all select id from resident where phone = any (?)", (Object) numbers);
      add(" union all select coalesce(r.merged_into, r.id) from identity_document d");
      add(" join statement s on s.id = d.statement_id join resident r on r.id = s.resident_id");
      add(" where d.number = any (?))", (Object) numbers);
    }
  }

  private void dates() {
    if (!query.birthDates().isEmpty()) {
      add(" and birth_date = any (?::date[])", (Object) texts(query.birthDates()));
    }
    if (query.birthYear() != null) {
      add(
          " and birth_date between make_date(?, 1, 1) and make_date(?, 12, 31)",
          query.birthYear(),
          query.birthYear());
    }
  }

  private static String lexemes(Word word, Closeness closeness) {
    var names = word.names().stream().map(name -> "'" + name + "'");
    var beginning = Stream.of("'" + word.sound() + "':*");
    var all = closeness == Closeness.BEGINNING ? Stream.concat(names, beginning) : names;
    return all.collect(Collectors.joining(" | ", "(", ")"));
  }

  private void rank(Closeness closeness) {
    add(", ranked as (select near.*, (0");
    for (var word : query.words()) {
      if (closeness == Closeness.SIMILAR) {
        add(
            " + case when search_key like any (?) then 3 when search_key like any (?) then 2 else 1"
                + " end",
            wordsAway(0, word),
            wordsAway(1, word));
      } else {
        add(
            " + case when spelled like ? then 3 when spelled like ? then 2 else 1 end",
            "% " + word.spelled() + " %",
            "% " + word.spelled() + "%");
      }
    }
    add(")::float8 as rank from (select *, " + SPELLED + " as spelled from near) near)");
  }

  private static String[] wordsAway(int slips, Word word) {
    return word.names().stream()
        .filter(name -> Slips.between(word.sound(), name) == slips)
        .map(name -> "% " + name + " %")
        .toArray(String[]::new);
  }

  private void page(Optional<SearchPosition> after, int limit) {
    add(" select found.*, " + LIFE_STATE_OF_MERGED + " from (select * from ranked");
    after.ifPresent(
        position ->
            add(
                " where (-rank, search_key, id)"
                    + " > (?, (select search_key from resident where id = ?), ?)",
                -position.rank(),
                position.id(),
                position.id()));
    add(" order by rank desc, search_key, id limit ?) found", limit);
    add(" order by rank desc, search_key, id");
  }

  private void add(String sql, Object... parameters) {
    text.append(sql);
    Collections.addAll(values, parameters);
  }

  private static String[] texts(Collection<?> some) {
    return some.stream().map(Object::toString).toArray(String[]::new);
  }
}
