package ua.vidnova.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;

/** Answers an announced oversize body with a problem before a byte of it is read. */
@ApplicationScoped
public class RefuseOversizeBodies {

  private static final int BEFORE_ALL_ELSE = 1000;

  private final BodyLimits limits;
  private final byte[] answer;

  @Inject
  RefuseOversizeBodies(BodyLimits limits, ObjectMapper json) throws JsonProcessingException {
    this.limits = limits;
    this.answer = json.writeValueAsBytes(Problems.tooLarge());
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ALL_ELSE);
  }

  private void check(RoutingContext request) {
    var announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (announced == null || isWithin(announced, request.normalizedPath())) {
      request.next();
      return;
    }
    request
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(io.vertx.core.buffer.Buffer.buffer(answer));
  }

  private boolean isWithin(String announced, String path) {
    try {
      return Long.parseLong(announced) <= limits.bytesMaxOf(path);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
