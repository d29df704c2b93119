package ua.vidnova.medical.fhir;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.fhir.SearchParameter.Kind;
import ua.vidnova.medical.fhir.mapping.ResourceId;

/**
 * A search as it was asked for.
 *
 * @param given values by parameter, several of which must all hold; each may name alternatives,
 *     divided by commas
 * @param include what shall come along with the matches
 * @param count how many resources a page may hold; 0 asks for the total alone
 * @param after where the page begins
 * @param baseUrl of the FHIR interface
 * @param cursor {@code after} as it came; null for the first page
 */
record FhirSearch(
    Offer offer,
    Map<String, List<String>> given,
    Set<Include.Target> include,
    int count,
    Optional<String> after,
    String baseUrl,
    String cursor)
    implements Paged {

  static final String COUNT = "_count";
  private static final String INCLUDE = "_include";
  static final String AFTER = "after";

  /** Bounds what one search may ask of the database. */
  private static final int ALTERNATIVES_MAX = 50;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /**
   * Reads a request's parameters. Unknown ones are refused, since passing over a filter would show
   * more than was asked for.
   *
   * @throws ProblemException 400 naming the parameter
   */
  static FhirSearch read(UriInfo request, Offer offer, String baseUrl) {
    var parameters = request.getQueryParameters();
    var given = new TreeMap<String, List<String>>();
    var include = EnumSet.noneOf(Include.Target.class);
    parameters.forEach(
        (name, values) -> {
          if (name.equals(INCLUDE)) {
            values.forEach(value -> include.add(included(offer, value)));
          } else if (!List.of(COUNT, AFTER, "_format").contains(name)) {
            given.put(name, offered(offer, name, values));
          }
        });
    var search =
        new FhirSearch(
            offer,
            given,
            include,
            count(parameters),
            Optional.empty(),
            baseUrl,
            single(parameters, AFTER).orElse(null));
    search.check();
    var page = PageRequest.of(Math.max(1, search.count()), search.cursor());
    return search.from(page.after());
  }

  private FhirSearch from(Optional<String> position) {
    return new FhirSearch(offer, given, include, count, position, baseUrl, cursor);
  }

  private static List<String> offered(Offer offer, String name, List<String> values) {
    var parameter =
        offer
            .parameter(name)
            .orElseThrow(
                () -> bad(name, "unknown-parameter", "Searched by " + names(offer) + " only."));
    var repeatable = parameter.kind() == Kind.DATE || parameter.kind() == Kind.LAST_UPDATED ? 2 : 1;
    if (values.size() > repeatable) {
      throw bad(name, "repeated", "Give it once; a date at most twice, for both ends of a span.");
    }
    return List.copyOf(values);
  }

  private static Include.Target included(Offer offer, String value) {
    return offer.includes().stream()
        .filter(include -> value.equals(offer.type() + ":" + include.parameter()))
        .findFirst()
        .orElseThrow(
            () ->
                bad(
                    INCLUDE,
                    "unknown-include",
                    "Take one of "
                        + offer.includes().stream()
                            .map(include -> offer.type() + ":" + include.parameter())
                            .toList()))
        .target();
  }

  /** Reads every value once, so that what cannot be read is refused before anything is done. */
  private void check() {
    var whose = offer.parameters().stream().filter(parameter -> parameter.kind().namesWhose());
    if (whose.noneMatch(parameter -> given.containsKey(parameter.name()))) {
      throw bad(
          "patient",
          "required",
          "Name one of "
              + offer.parameters().stream()
                  .filter(parameter -> parameter.kind().namesWhose())
                  .map(SearchParameter::name)
                  .toList()
              + ".");
    }
    ids();
    dates(Kind.DATE);
    dates(Kind.LAST_UPDATED);
    tokens(Kind.IDENTIFIER);
    tokens(Kind.CATEGORY);
    tokens(Kind.CODE);
    reference(Kind.PATIENT);
    reference(Kind.ENCOUNTER);
  }

  /**
   * Ids that the resource must have one of, by id and by identifier; empty when any will do.
   *
   * @param named the id of the resource that an identifier names
   */
  Optional<List<String>> ids(Function<Token, Optional<String>> named) {
    var byId = ids();
    var byIdentifier =
        tokens(Kind.IDENTIFIER)
            .map(tokens -> tokens.stream().flatMap(token -> named.apply(token).stream()).toList());
    return byId.isPresent() && byIdentifier.isPresent()
        ? byId.map(ids -> ids.stream().filter(byIdentifier.get()::contains).toList())
        : byId.or(() -> byIdentifier);
  }

  /**
   * The one id that is asked for, when the search says in no other way whose record it is about.
   *
   * @throws ProblemException 400 when there are several
   */
  static Optional<String> only(List<String> ids) {
    if (ids.size() > 1) {
      throw bad("_id", "too-many", "Give one, or name the patient.");
    }
    return ids.stream().findFirst();
  }

  private Optional<List<String>> ids() {
    return alternatives(
            Kind.ID,
            "not-an-id",
            text -> ID.matcher(text).matches() ? Optional.of(text) : Optional.empty())
        .stream()
        .findFirst();
  }

  /** Spans of time that must all hold; of each, one of the alternatives. */
  List<List<DateRange>> dates(Kind kind) {
    return alternatives(kind, "not-a-date", DateRange::parse);
  }

  /** Codes of which one must hold; empty when none is asked for. */
  Optional<List<Token>> tokens(Kind kind) {
    return alternatives(kind, "not-a-code", Token::parse).stream().findFirst();
  }

  boolean has(Kind kind) {
    return named(kind).isPresent();
  }

  /**
   * The UUID that a reference names; empty when it is absent or names nothing that can exist.
   *
   * @throws ProblemException 400 when it is no reference to such a resource
   */
  Optional<UUID> reference(Kind kind) {
    return named(kind)
        .flatMap(
            name ->
                ResourceId.uuid(
                    id(
                        name,
                        kind == Kind.PATIENT ? "Patient/" : "Encounter/",
                        given.get(name).getFirst())));
  }

  /** Takes an id, a relative or an absolute reference. */
  private String id(String parameter, String type, String text) {
    var relative = text.startsWith(baseUrl + "/") ? text.substring(baseUrl.length() + 1) : text;
    var id = relative.startsWith(type) ? relative.substring(type.length()) : relative;
    if (!ID.matcher(id).matches()) {
      throw bad(parameter, "not-a-reference", "Give an id, or " + type + "id.");
    }
    return id;
  }

  private <T> List<List<T>> alternatives(
      Kind kind, String code, Function<String, Optional<T>> reader) {
    return named(kind).stream()
        .flatMap(name -> given.get(name).stream().map(value -> read(name, value, code, reader)))
        .toList();
  }

  private static <T> List<T> read(
      String name, String value, String code, Function<String, Optional<T>> reader) {
    var texts = value.split(",", -1);
    if (texts.length > ALTERNATIVES_MAX) {
      throw bad(name, "too-many", "At most " + ALTERNATIVES_MAX + ", divided by commas.");
    }
    return Arrays.stream(texts)
        .map(text -> reader.apply(text).orElseThrow(() -> bad(name, code, "See docs/fhir.md.")))
        .toList();
  }

  private Optional<String> named(Kind kind) {
    return offer.parameters().stream()
        .filter(parameter -> parameter.kind() == kind && given.containsKey(parameter.name()))
        .map(SearchParameter::name)
        .findFirst();
  }

  @Override
  public String self() {
    return page(cursor);
  }

  @Override
  public String page(String pageCursor) {
    var query = new ArrayList<String>();
    given.forEach((name, values) -> values.forEach(value -> query.add(pair(name, value))));
    offer.includes().stream()
        .filter(one -> include.contains(one.target()))
        .forEach(one -> query.add(pair(INCLUDE, offer.type() + ":" + one.parameter())));
    query.add(COUNT + "=" + count);
    if (pageCursor != null) {
      query.add(AFTER + "=" + pageCursor);
    }
    return baseUrl + "/" + offer.type() + "?" + String.join("&", query);
  }

  static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The one value of a parameter. */
  static Optional<String> single(MultivaluedMap<String, String> given, String name) {
    var values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw bad(name, "repeated", "Give it once.");
    }
    return values.stream().findFirst();
  }

  /** Page size as asked for, within what is served. */
  static int count(MultivaluedMap<String, String> given) {
    var text = single(given, COUNT);
    if (text.isPresent() && !text.get().matches("\\d{1,9}")) {
      throw bad(COUNT, "not-a-count", "Give a whole number, 0 or more.");
    }
    return text.map(Integer::valueOf)
        .map(count -> Math.min(count, PageRequest.LIMIT_MAX))
        .orElse(PageRequest.LIMIT_DEFAULT);
  }

  private static List<String> names(Offer offer) {
    return offer.parameters().stream().map(SearchParameter::name).toList();
  }

  static ProblemException bad(String parameter, String code, String message) {
    return new ProblemException(Problems.badParameter(parameter, code, message));
  }
}
