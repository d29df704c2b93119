package ua.vidnova.gateway.trace;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A path as the log may show it. What is neither an id nor a word of the API may be a person's. */
final class LoggedPath {

  private static final int SEGMENTS_MAX = 12;

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,40}|R4");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|UA[0-9]{17}");

  private LoggedPath() {}

  static String of(String path) {
    return Arrays.stream(path.split("/", SEGMENTS_MAX + 1))
        .map(segment -> isPlain(segment) ? segment : "*")
        .collect(Collectors.joining("/"));
  }

  private static boolean isPlain(String segment) {
    return segment.isEmpty() || WORD.matcher(segment).matches() || ID.matcher(segment).matches();
  }
}
