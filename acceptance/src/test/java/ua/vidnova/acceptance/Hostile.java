package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A request that must be refused, and how.
 *
 * @param what is wrong with it
 * @param status of the problem that it must get
 * @param code of the problem
 * @param error the field that must be named, and the code; empty when nothing is about a field
 */
record Hostile(
    String what,
    String who,
    String path,
    String contentType,
    byte[] body,
    int status,
    String code,
    String error) {

  /** A request whose refusal is still open. */
  record Sent(String what, String who, String path, String contentType, byte[] body) {

    Hostile gets(int status, String code) {
      return gets(status, code, "");
    }

    Hostile gets(int status, String code, String error) {
      return new Hostile(what, who, path, contentType, body, status, code, error);
    }
  }

  static Sent json(String what, String who, String path, JsonNode body) {
    return text(what, who, path, body.toString());
  }

  static Sent text(String what, String who, String path, String body) {
    return new Sent(what, who, path, "application/json", body.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return who + ": " + what;
  }
}
