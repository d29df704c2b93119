package ua.vidnova.chassis.problems;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes every failure of a request a problem answer; the one place that does. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** What a caller that sent a proof can sign the next with. */
  private static final String DPOP = "DPoP algs=\"ES256 PS256 RS256\"";

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return e.problem().toResponse();
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return unreadableJson(e).toResponse();
  }

  @ServerExceptionMapper
  Response json(JacksonException e) {
    return unreadableJson(e).toResponse();
  }

  @ServerExceptionMapper
  Response violations(ConstraintViolationException e) {
    var errors = e.getConstraintViolations().stream().map(ProblemMappers::fieldError).toList();
    return Problems.invalid(errors).toResponse();
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException e, HttpHeaders request) {
    return unauthenticated(request);
  }

  @ServerExceptionMapper
  Response authenticationFailed(AuthenticationFailedException e, HttpHeaders request) {
    return unauthenticated(request);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return Problems.forbidden().toResponse();
  }

  @ServerExceptionMapper
  Response changedMeanwhile(OptimisticLockException e) {
    return Problems.changedMeanwhile().toResponse();
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e) {
    if (e.getCause() instanceof JacksonException json) {
      return unreadableJson(json).toResponse();
    }
    if (e.getCause() instanceof ProblemException refusal) {
      return refusal.problem().toResponse();
    }
    var status = e.getResponse().getStatus();
    if (status >= 500 && !(e.getCause() == null)) {
      return unexpected(e);
    }
    var answer = Response.fromResponse(byStatus(status).toResponse());
    var allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e) {
    if (DatabaseFailures.isOutage(e) || DatabaseFailures.isCollision(e)) {
      LOG.warnf("Request refused, database unavailable: %s", e.getClass().getName());
      return Response.fromResponse(Problems.unavailable().toResponse())
          .header(HttpHeaders.RETRY_AFTER, 5)
          .build();
    }
    if (DatabaseFailures.isDuplicate(e)) {
      return Problems.conflict("already-there", "Another request has stored the same before")
          .withDetail("Read it, or repeat the request with the same Idempotency-Key.")
          .toResponse();
    }
    if (Causes.of(e).stream().anyMatch(OptimisticLockException.class::isInstance)) {
      return Problems.changedMeanwhile().toResponse();
    }
    LOG.errorf(LoggableFailure.of(e), "Request failed");
    return Problem.of(500, "internal-error", "Something broke on our side").toResponse();
  }

  private static Response unauthenticated(HttpHeaders request) {
    var sent = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    var scheme = sent != null && sent.regionMatches(true, 0, "DPoP ", 0, 5) ? DPOP : "Bearer";
    return Response.fromResponse(Problems.unauthenticated().toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, scheme)
        .build();
  }

  private static Problem byStatus(int status) {
    return switch (status) {
      case 401 -> Problems.unauthenticated();
      case 403 -> Problems.forbidden();
      case 404 -> Problems.notFound();
      case 405 -> Problem.of(405, "method-not-allowed", "This method is not offered here");
      case 406 -> Problem.of(406, "not-acceptable", "None of the accepted formats is offered");
      case 413 -> Problems.tooLarge();
      case 415 -> Problem.of(415, "unsupported-media-type", "This content type is not taken here");
      case 503 -> Problems.unavailable();
      default ->
          status < 500
              ? Problems.unreadable("bad-request", "The request cannot be read")
              : Problem.of(status, "internal-error", "Something broke on our side");
    };
  }

  private static Problem unreadableJson(JacksonException e) {
    if (e.getCause() instanceof ProblemException refusal) {
      return refusal.problem();
    }
    var path = e instanceof JsonMappingException mapping ? pathOf(mapping) : "";
    if (e instanceof UnrecognizedPropertyException) {
      return Problems.unreadable("unknown-field", "The body has a field that is not known here")
          .withErrors(List.of(new FieldError(path, "unknown-field", "Remove or rename it.")));
    }
    if (e instanceof MismatchedInputException && !path.isEmpty()) {
      return Problems.unreadable("wrong-type", "A field has a value of the wrong type")
          .withErrors(List.of(new FieldError(path, "wrong-type", "See the API description.")));
    }
    return Problems.unreadable("malformed-json", "The body is not the JSON that is expected here");
  }

  private static String pathOf(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** Leaves out the method and parameter that Bean Validation puts before the body's own path. */
  private static FieldError fieldError(ConstraintViolation<?> violation) {
    var path = new StringBuilder();
    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .filter(
            node ->
                switch (node.getKind()) {
                  case PROPERTY, CONTAINER_ELEMENT -> true;
                  default -> false;
                })
        .forEach(
            node -> {
              if (node.isInIterable() && node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
              }
              if (node.getName() != null && !node.getName().startsWith("<")) {
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
              }
            });
    var annotation = violation.getConstraintDescriptor().getAnnotation().annotationType();
    return new FieldError(
        path.isEmpty() ? "(body)" : path.toString(),
        codeOf(annotation.getSimpleName()),
        violation.getMessage());
  }

  private static String codeOf(String constraint) {
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> "required";
      default ->
          constraint.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    };
  }
}
