package ua.vidnova.chassis.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/** The version that a caller says it has read. */
public final class IfMatch {

  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

  private IfMatch() {}

  /**
   * Reads the header {@code If-Match}.
   *
   * @return empty when the header is absent or {@code *}
   * @throws ProblemException 412 when it names no version that ever was
   */
  public static OptionalLong version(String header) {
    if (header == null || header.strip().equals("*")) {
      return OptionalLong.empty();
    }
    var version = VERSION.matcher(header.strip());
    if (!version.matches()) {
      throw new ProblemException(Problems.changedMeanwhile());
    }
    return OptionalLong.of(Long.parseLong(version.group(1)));
  }

  /** The ETag of a version. */
  public static EntityTag tagOf(long version) {
    return new EntityTag(Long.toString(version));
  }
}
