package ua.vidnova.registry.imports;

/**
 * What was found wrong in a line.
 *
 * @param line number in the file; the header is line 1
 * @param field of {@link ListField}, or {@link #WHOLE_LINE}
 * @param omission whether only the value was left out and the line kept
 */
public record Finding(long line, String field, LineRefusal why, boolean omission) {

  /** The field of refusals that are about the whole line. */
  public static final String WHOLE_LINE = "(line)";

  static Finding ofLine(long line, LineRefusal why) {
    return new Finding(line, WHOLE_LINE, why, false);
  }
}
