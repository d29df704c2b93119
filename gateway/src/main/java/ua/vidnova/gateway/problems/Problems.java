package ua.vidnova.gateway.problems;

/** Every problem that the gateway itself can answer. */
public final class Problems {

  public static final Problem MALFORMED_REQUEST =
      Problem.of(400, "bad-request", "The request cannot be read");

  public static final Problem UNAUTHENTICATED =
      new Problem(
          401,
          "unauthenticated",
          "A valid access token is needed",
          "Send a bearer token, or sign in at /sign-in when you use a browser.");

  public static final Problem TOKEN_EXPIRED =
      new Problem(401, "token-expired", "The access token has expired", "Repeat with a new token.");

  public static final Problem TOKEN_INVALID =
      new Problem(
          401,
          "token-invalid",
          "The access token is not valid here",
          "Its signature, issuer or audience does not hold.");

  public static final Problem TOKEN_BOUND =
      new Problem(
          401,
          "token-bound",
          "The access token is bound to a key or certificate that this request does not prove",
          "Send it as DPoP with a proof, or over a connection with its certificate.");

  public static final Problem SESSION_EXPIRED =
      new Problem(401, "session-expired", "Your session has ended", "Sign in again at /sign-in.");

  public static final Problem CROSS_SITE_REQUEST =
      new Problem(
          403,
          "cross-site-request",
          "A signed-in browser may change things only from Vidnova's own pages",
          "Send the header X-Vidnova-Request: 1 from a page of this site.");

  public static final Problem UNKNOWN_ROUTE =
      Problem.of(404, "unknown-route", "There is nothing at this address");

  public static final Problem METHOD_NOT_ALLOWED =
      Problem.of(405, "method-not-allowed", "This method is not offered here");

  public static final Problem BODY_TOO_LARGE =
      new Problem(413, "too-large", "The body is larger than allowed", "Send it in smaller parts.");

  public static final Problem ADDRESS_TOO_LONG =
      Problem.of(414, "address-too-long", "The address is longer than allowed");

  public static final Problem HEADERS_TOO_LARGE =
      Problem.of(431, "headers-too-large", "The headers are larger than allowed");

  public static final Problem TOO_MANY_REQUESTS =
      new Problem(
          429,
          "too-many-requests",
          "Too many requests in a short time",
          "Wait as long as Retry-After says.");

  public static final Problem INTERNAL_ERROR =
      Problem.of(500, "internal-error", "Something broke on our side");

  private static final String UNAVAILABLE = "service-unavailable";

  public static final Problem SERVICE_BROKE_OFF =
      new Problem(
          502,
          UNAVAILABLE,
          "The service broke off before it answered",
          "Whether it was done is not known. Repeat it with the same Idempotency-Key.");

  public static final Problem SERVICE_DOWN =
      new Problem(
          503,
          UNAVAILABLE,
          "The service cannot be reached just now",
          "Nothing was done. Repeat it as soon as Retry-After says.");

  public static final Problem SERVICE_SLOW =
      new Problem(
          504,
          UNAVAILABLE,
          "The service did not answer in time",
          "Whether it was done is not known. Repeat it with the same Idempotency-Key.");

  public static final Problem SIGN_IN_DOWN =
      new Problem(
          503,
          "sign-in-unavailable",
          "Tokens cannot be checked just now",
          "Nothing was done. Repeat it as soon as Retry-After says.");

  private Problems() {}

  /** The problem that fits a status of the HTTP layer. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 400 -> MALFORMED_REQUEST;
      case 401 -> UNAUTHENTICATED;
      case 404 -> UNKNOWN_ROUTE;
      case 405 -> METHOD_NOT_ALLOWED;
      case 413 -> BODY_TOO_LARGE;
      case 414 -> ADDRESS_TOO_LONG;
      case 431 -> HEADERS_TOO_LARGE;
      default ->
          status >= 400 && status < 500
              ? Problem.of(status, "bad-request", "The request cannot be served")
              : INTERNAL_ERROR;
    };
  }
}
