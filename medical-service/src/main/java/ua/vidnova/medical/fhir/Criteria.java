package ua.vidnova.medical.fhir;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.medical.fhir.SearchParameter.Kind;
import ua.vidnova.medical.fhir.mapping.ResourceId;

/** What is asked of a person's record, as a condition on the view {@code fhir_resource}. */
final class Criteria {

  private final StringBuilder condition = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  private Criteria() {}

  /** Resources of some types. */
  static Criteria ofTypes(Collection<String> types) {
    return new Criteria().and("type = any(?)", List.of((Object) types.toArray(String[]::new)));
  }

  /**
   * What a search asks for.
   *
   * @param ids that the resource must have one of; empty when any will do
   */
  static Criteria of(FhirSearch search, Optional<List<String>> ids) {
    var criteria = new Criteria().and("type = ?", List.of(search.offer().type()));
    ids.ifPresent(criteria::withIds);
    if (search.has(Kind.ENCOUNTER)) {
      criteria.and(
          "origin_id = ?", List.of(search.reference(Kind.ENCOUNTER).orElse(new UUID(0, 0))));
    }
    search.dates(Kind.DATE).forEach(one -> criteria.within("from_at", "until_at", one));
    search
        .dates(Kind.LAST_UPDATED)
        .forEach(one -> criteria.within("recorded_at", "recorded_at", one));
    search.tokens(Kind.CATEGORY).ifPresent(one -> criteria.coded("category", one));
    search.tokens(Kind.CODE).ifPresent(one -> criteria.coded("code", one));
    return criteria;
  }

  private void withIds(List<String> ids) {
    anyOf(
        ids.stream()
            .flatMap(id -> ResourceId.parse(id).stream())
            .map(id -> new Term("key = ? and suffix = ?", List.of(id.key(), id.suffix())))
            .toList());
  }

  /** Times from one column to the other that stand to the ranges as their prefixes say. */
  Criteria within(String from, String until, List<DateRange> ranges) {
    return anyOf(ranges.stream().map(range -> term(from, until, range)).toList());
  }

  private static Term term(String from, String until, DateRange range) {
    var start = Timestamp.from(range.start());
    var end = Timestamp.from(range.end());
    var inside = "(" + from + " >= ? and " + until + " < ?)";
    return switch (range.prefix()) {
      case EQ -> new Term(inside, List.of(start, end));
      case NE -> new Term("not " + inside, List.of(start, end));
      case GT -> new Term(until + " >= ?", List.of(end));
      case LT -> new Term(from + " < ?", List.of(start));
      case GE -> new Term("(" + until + " >= ? or " + inside + ")", List.of(end, start, end));
      case LE -> new Term("(" + from + " < ? or " + inside + ")", List.of(start, start, end));
      case SA -> new Term(from + " >= ?", List.of(end));
      case EB -> new Term(until + " < ?", List.of(start));
      case AP -> new Term("(" + from + " < ? and " + until + " >= ?)", List.of(end, start));
    };
  }

  private void coded(String column, List<Token> tokens) {
    anyOf(
        tokens.stream()
            .map(
                token -> {
                  var parts = new ArrayList<String>();
                  var codes = new ArrayList<Object>();
                  if (token.system() != null) {
                    parts.add("coalesce(" + column + "_system, '') = ?");
                    codes.add(token.system());
                  }
                  if (token.code() != null) {
                    parts.add(column + " = ?");
                    codes.add(token.code());
                  }
                  return new Term(String.join(" and ", parts), codes);
                })
            .toList());
  }

  private record Term(String sql, List<Object> values) {}

  private Criteria anyOf(List<Term> terms) {
    return and(
        terms.isEmpty()
            ? "false"
            : terms.stream()
                .map(term -> "(" + term.sql() + ")")
                .collect(Collectors.joining(" or ", "(", ")")),
        terms.stream().flatMap(term -> term.values().stream()).toList());
  }

  private Criteria and(String sql, List<Object> parameters) {
    condition.append(condition.isEmpty() ? "" : " and ").append(sql);
    values.addAll(parameters);
    return this;
  }

  String condition() {
    return condition.toString();
  }

  List<Object> values() {
    return values;
  }
}
