package ua.vidnova.chassis.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An error answer (RFC 9457).
 *
 * @param code stable code for programs; {@code type} is the same as a URN
 * @param detail what the caller can do now; null when the title says it all
 * @param errors the fields at fault, possibly none
 * @param extensions further members, such as the id of what is in the way
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> extensions) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** Makes a problem with a title and nothing more. */
  public static Problem of(int status, String code, String title) {
    return new Problem(
        "urn:vidnova:problem:" + code, title, status, code, null, List.of(), Map.of());
  }

  public Problem withDetail(String text) {
    return new Problem(type, title, status, code, text, errors, extensions);
  }

  public Problem withErrors(List<FieldError> fieldErrors) {
    return new Problem(type, title, status, code, detail, List.copyOf(fieldErrors), extensions);
  }

  /** Adds a member of its own, such as {@code residentId}. */
  public Problem with(String member, Object value) {
    var more = new HashMap<>(extensions);
    more.put(member, value);
    return new Problem(type, title, status, code, detail, errors, Map.copyOf(more));
  }

  public Response toResponse() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
