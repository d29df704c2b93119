package ua.vidnova.chassis.exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;

/**
 * Takes the headers that Trembita's security server adds to a call. They say nothing about what the
 * caller may do, which is the token's part; but a call in another's name is refused.
 */
class ExchangeHeaders {

  /** The headers, and the form in which the exchange writes each. */
  private enum Header {
    CLIENT("Uxp-Client", "[A-Za-z0-9-]{1,32}/[A-Za-z0-9]{1,16}/\\d{8}/[\\w.-]{1,64}"),
    SERVICE(
        "Uxp-Service",
        "[A-Za-z0-9-]{1,32}/[A-Za-z0-9]{1,16}/\\d{8}/[\\w.-]{1,64}/[\\w.-]{1,64}(/[\\w.-]{1,16})?"),
    QUERY_ID("Uxp-QueryID", "[\\w.:-]{1,128}"),
    PURPOSE_IDS("Uxp-Purpose-Ids", "[\\w.:-]{1,64}([,;] ?[\\w.:-]{1,64}){0,15}"),
    SUBJECT_ID("Uxp-Subject-Id", "[\\w.:/-]{1,64}");

    private final String headerName;
    private final Pattern form;

    Header(String headerName, String form) {
      this.headerName = headerName;
      this.form = Pattern.compile(form);
    }

    private boolean isGood(ContainerRequestContext request) {
      var values = request.getHeaders().get(headerName);
      return values == null
          || (values.size() == 1 && form.matcher(values.getFirst().strip()).matches());
    }

    private String of(ContainerRequestContext request) {
      var value = request.getHeaderString(headerName);
      return value == null ? null : value.strip();
    }
  }

  private final Caller caller;
  private final PresentExchange present;

  @Inject
  ExchangeHeaders(Caller caller, PresentExchange present) {
    this.caller = caller;
    this.present = present;
  }

  @ServerRequestFilter
  Optional<Response> take(ContainerRequestContext request) {
    var unreadable =
        Arrays.stream(Header.values()).filter(header -> !header.isGood(request)).findFirst();
    if (unreadable.isPresent()) {
      return Optional.of(
          Problems.badParameter(unreadable.get().headerName, "form", "See the API description.")
              .toResponse());
    }
    var client = Header.CLIENT.of(request);
    if (client != null && !caller.organisation().equals(Optional.of(client.split("/")[2]))) {
      return Optional.of(
          Problem.of(403, "exchange-member-differs", "The exchange names another member than you")
              .withDetail("The member in Uxp-Client has to be the organisation of your token.")
              .toResponse());
    }
    if (Stream.of(Header.CLIENT, Header.SERVICE, Header.QUERY_ID, Header.PURPOSE_IDS)
        .anyMatch(header -> header.of(request) != null)) {
      present.is(
          new Exchange(
              client,
              Header.SERVICE.of(request),
              Header.QUERY_ID.of(request),
              Header.PURPOSE_IDS.of(request)));
    }
    return Optional.empty();
  }

  /** The security server finds the answer to its call by this. */
  @ServerResponseFilter
  void answer(ContainerRequestContext request, ContainerResponseContext answer) {
    if (Header.QUERY_ID.isGood(request) && Header.QUERY_ID.of(request) != null) {
      answer.getHeaders().putSingle(Header.QUERY_ID.headerName, Header.QUERY_ID.of(request));
    }
  }
}
