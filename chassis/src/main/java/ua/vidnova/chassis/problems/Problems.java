package ua.vidnova.chassis.problems;

import java.util.List;

/** The problems that every service answers in the same words. */
public final class Problems {

  private Problems() {}

  /** 404: it is not there, or it is not the caller's to see. */
  public static Problem notFound() {
    return Problem.of(404, "not-found", "There is nothing here that you may see");
  }

  /** 401: no token, or one that does not hold. */
  public static Problem unauthenticated() {
    return Problem.of(401, "unauthenticated", "A valid access token is needed");
  }

  /** 403: the caller is known, but lacks the role or scope. */
  public static Problem forbidden() {
    return Problem.of(403, "forbidden", "Your role does not allow this");
  }

  /** 422: readable, but some fields are not acceptable. */
  public static Problem invalid(List<FieldError> errors) {
    return Problem.of(422, "invalid", "Some fields are not acceptable").withErrors(errors);
  }

  /** The same with a single field. */
  public static Problem invalid(String field, String code, String message) {
    return invalid(List.of(new FieldError(field, code, message)));
  }

  /** 413: more than the limit of the path. */
  public static Problem tooLarge() {
    return Problem.of(413, "too-large", "The body is larger than allowed");
  }

  /** 409: it conflicts with the present state. */
  public static Problem conflict(String code, String title) {
    return Problem.of(409, code, title);
  }

  /** 400: a query or path parameter that cannot be read. */
  public static Problem badParameter(String name, String code, String message) {
    return Problem.of(400, "bad-parameter", "A parameter cannot be read")
        .withErrors(List.of(new FieldError(name, code, message)));
  }

  /** 400: the body cannot be read. */
  public static Problem unreadable(String code, String title) {
    return Problem.of(400, code, title);
  }

  /** 412: the object has changed since the caller read it. */
  public static Problem changedMeanwhile() {
    return Problem.of(412, "changed-meanwhile", "It has changed since you read it")
        .withDetail("Read it again and repeat with its new ETag.");
  }

  /** 503: a part that this service needs is not there now. */
  public static Problem unavailable() {
    return Problem.of(503, "temporarily-unavailable", "The service cannot work just now")
        .withDetail("Nothing was kept. Repeat the request with the same Idempotency-Key.");
  }
}
