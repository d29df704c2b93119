package ua.vidnova.medical.fhir;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.medical.fhir.DateRange.Prefix;

/**
 * {@code Patient/$everything} as it was asked for.
 *
 * @param given parameters as they came, without those of the page
 * @param types that are asked for; all that are offered when none is named
 */
record EverythingRequest(
    UUID patientId,
    Map<String, String> given,
    List<Offer> types,
    int count,
    Optional<RecordPosition> after,
    String baseUrl,
    String cursor)
    implements Paged {

  private static final String START = "start";
  private static final String END = "end";
  private static final String SINCE = "_since";
  private static final String TYPE = "_type";

  /**
   * @throws ProblemException 400 naming the parameter
   */
  static EverythingRequest read(UriInfo request, UUID patientId, String baseUrl) {
    var parameters = request.getQueryParameters();
    var given = new TreeMap<String, String>();
    for (var name : parameters.keySet()) {
      if (List.of(START, END, SINCE, TYPE).contains(name)) {
        given.put(name, FhirSearch.single(parameters, name).orElseThrow());
      } else if (!List.of(FhirSearch.COUNT, FhirSearch.AFTER, "_format").contains(name)) {
        throw FhirSearch.bad(
            name, "unknown-parameter", "Take start, end, _since, _type and _count only.");
      }
    }
    return of(parameters, given, patientId, baseUrl);
  }

  private static EverythingRequest of(
      MultivaluedMap<String, String> parameters,
      Map<String, String> given,
      UUID patientId,
      String baseUrl) {
    var cursor = FhirSearch.single(parameters, FhirSearch.AFTER).orElse(null);
    var count = FhirSearch.count(parameters);
    var page = PageRequest.of(Math.max(1, count), cursor);
    var request =
        new EverythingRequest(
            patientId,
            given,
            types(given),
            count,
            page.after().map(RecordPosition::parse),
            baseUrl,
            cursor);
    request.criteria(List.of());
    return request;
  }

  private static List<Offer> types(Map<String, String> given) {
    return given.containsKey(TYPE)
        ? Arrays.stream(given.get(TYPE).split(",", -1))
            .map(
                type ->
                    Offer.find(type)
                        .orElseThrow(
                            () -> FhirSearch.bad(TYPE, "unknown-type", "See fhir/R4/metadata.")))
            .toList()
        : List.of(Offer.values());
  }

  /** What of the record is asked for, of the types that the caller may see. */
  Criteria criteria(List<Offer> allowed) {
    var shown = allowed.stream().filter(types::contains).map(Offer::type).toList();
    var criteria = Criteria.ofTypes(shown);
    date(START, Prefix.GE).forEach(range -> criteria.within("from_at", "until_at", List.of(range)));
    date(END, Prefix.LE).forEach(range -> criteria.within("from_at", "until_at", List.of(range)));
    date(SINCE, Prefix.GE)
        .forEach(range -> criteria.within("recorded_at", "recorded_at", List.of(range)));
    return criteria;
  }

  private Stream<DateRange> date(String name, Prefix prefix) {
    return Stream.ofNullable(given.get(name))
        .map(
            text ->
                DateRange.parse(text)
                    .filter(range -> range.prefix() == Prefix.EQ)
                    .map(range -> new DateRange(prefix, range.start(), range.end()))
                    .orElseThrow(
                        () -> FhirSearch.bad(name, "not-a-date", "Give a day or a time.")));
  }

  @Override
  public String self() {
    return page(cursor);
  }

  @Override
  public String page(String pageCursor) {
    var query = new ArrayList<String>();
    given.forEach((name, value) -> query.add(FhirSearch.pair(name, value)));
    query.add(FhirSearch.COUNT + "=" + count);
    if (pageCursor != null) {
      query.add(FhirSearch.AFTER + "=" + pageCursor);
    }
    return baseUrl + "/Patient/" + patientId + "/$everything?" + String.join("&", query);
  }
}
