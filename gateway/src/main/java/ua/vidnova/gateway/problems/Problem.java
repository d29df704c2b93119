package ua.vidnova.gateway.problems;

import io.vertx.core.json.JsonObject;

/**
 * An error answer (RFC 9457) of the gateway itself. The services' own problems pass unchanged.
 *
 * @param status the HTTP status
 * @param code stable code for programs; the member {@code type} is the same as a URN
 * @param title what is wrong, in one short sentence
 * @param detail what the caller can do now; empty when the title says it all
 */
public record Problem(int status, String code, String title, String detail) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String code, String title) {
    return new Problem(status, code, title, "");
  }

  public JsonObject toJson() {
    var json =
        new JsonObject()
            .put("type", "urn:vidnova:problem:" + code)
            .put("title", title)
            .put("status", status)
            .put("code", code);
    return detail.isEmpty() ? json : json.put("detail", detail);
  }
}
