package ua.vidnova.medical.fhir;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/**
 * A search as it was asked for.
 *
 * @param references ids by parameter; an id that is no UUID is one that nothing has
 * @param count how many resources a page may hold; 0 asks for the total alone
 * @param after where the page begins
 * @param baseUrl of the FHIR interface
 * @param cursor {@code after} as it came; null for the first page
 */
record FhirSearch(
    Offer offer,
    Map<String, String> references,
    int count,
    Optional<String> after,
    String baseUrl,
    String cursor) {

  private static final String COUNT = "_count";
  private static final String AFTER = "after";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /**
   * Reads a request's parameters. Unknown ones are refused, since passing over a filter would show
   * more than was asked for.
   *
   * @throws ProblemException 400 naming the parameter
   */
  static FhirSearch read(UriInfo request, Offer offer, String baseUrl) {
    var given = request.getQueryParameters();
    for (var name : given.keySet()) {
      if (!offer.references().contains(name) && !List.of(COUNT, AFTER, "_format").contains(name)) {
        throw bad(name, "unknown-parameter", "Searched by " + offer.references() + " only.");
      }
    }
    var references = new TreeMap<String, String>();
    for (var name : offer.references()) {
      single(given, name).ifPresent(text -> references.put(name, id(name, text, baseUrl)));
    }
    if (references.isEmpty()) {
      throw bad(
          offer.references().getFirst(), "required", "Name one of " + offer.references() + ".");
    }
    var count = single(given, COUNT).map(FhirSearch::count).orElse(PageRequest.LIMIT_DEFAULT);
    var cursor = single(given, AFTER).orElse(null);
    var page = PageRequest.of(Math.max(1, count), cursor);
    return new FhirSearch(offer, references, count, page.after(), baseUrl, cursor);
  }

  /** The UUID that a parameter names; empty when it is absent or names nothing that can exist. */
  Optional<UUID> reference(String parameter) {
    return Optional.ofNullable(references.get(parameter)).flatMap(FhirSearch::uuid);
  }

  boolean has(String parameter) {
    return references.containsKey(parameter);
  }

  /** Address of this page. */
  String self() {
    return page(cursor);
  }

  /** Address of the page behind another cursor. */
  String page(String pageCursor) {
    var address = new StringBuilder(baseUrl).append('/').append(offer.type()).append('?');
    references.forEach((name, id) -> address.append(name).append('=').append(id).append('&'));
    address.append(COUNT).append('=').append(count);
    return pageCursor == null
        ? address.toString()
        : address.append('&').append(AFTER).append('=').append(pageCursor).toString();
  }

  /** Address of a resource of the type that is searched for. */
  String address(String id) {
    return baseUrl + "/" + offer.type() + "/" + id;
  }

  /** An id in its one form; empty when it is no UUID, so that nothing can have it. */
  static Optional<UUID> uuid(String id) {
    try {
      var uuid = UUID.fromString(id);
      return uuid.toString().equals(id.toLowerCase(Locale.ROOT))
          ? Optional.of(uuid)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> single(MultivaluedMap<String, String> given, String name) {
    var values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw bad(name, "repeated", "Give it once.");
    }
    return values.stream().findFirst();
  }

  /** Takes an id, a relative or an absolute reference. */
  private static String id(String parameter, String text, String baseUrl) {
    var type = parameter.substring(0, 1).toUpperCase(Locale.ROOT) + parameter.substring(1) + "/";
    var relative = text.startsWith(baseUrl + "/") ? text.substring(baseUrl.length() + 1) : text;
    var id = relative.startsWith(type) ? relative.substring(type.length()) : relative;
    if (!ID.matcher(id).matches()) {
      throw bad(parameter, "not-a-reference", "Give an id, or " + type + "id.");
    }
    return id;
  }

  private static int count(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw bad(COUNT, "not-a-count", "Give a whole number, 0 or more.");
    }
    return Math.min(Integer.parseInt(text), PageRequest.LIMIT_MAX);
  }

  private static ProblemException bad(String parameter, String code, String message) {
    return new ProblemException(Problems.badParameter(parameter, code, message));
  }
}
