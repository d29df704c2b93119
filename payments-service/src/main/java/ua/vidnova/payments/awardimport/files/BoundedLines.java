package ua.vidnova.payments.awardimport.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Splits UTF-8 into lines without ever holding more of one than the limit. A byte order mark at the
 * beginning is passed over; lines end with LF or CRLF.
 */
public final class BoundedLines {

  private final Reader reader;
  private final int lengthMax;
  private final char[] buffer = new char[8192];
  private int position;
  private int filled;
  private int number;

  public BoundedLines(InputStream bytes, int lengthMax) {
    this.reader =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    this.lengthMax = lengthMax;
  }

  /**
   * A line of the file.
   *
   * @param number 1 and up
   * @param text without its end; only the beginning when too long
   */
  public record Line(int number, String text, boolean tooLong) {}

  /**
   * Returns the next line, null at the end.
   *
   * @throws java.nio.charset.CharacterCodingException when the bytes are not UTF-8
   */
  public Line next() throws IOException {
    var text = new StringBuilder();
    var tooLong = false;
    var any = false;
    for (var c = read(); c >= 0 && c != '\n'; c = read()) {
      any = true;
      if (text.length() < lengthMax) {
        text.append((char) c);
      } else {
        tooLong = true;
      }
    }
    if (!any && lastRead < 0) {
      return null;
    }
    number++;
    if (number == 1 && !text.isEmpty() && text.charAt(0) == '\uFEFF') {
      text.deleteCharAt(0);
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
      text.setLength(text.length() - 1);
    }
    return new Line(number, text.toString(), tooLong);
  }

  private int lastRead;

  private int read() throws IOException {
    if (position == filled) {
      filled = Math.max(reader.read(buffer), 0);
      position = 0;
    }
    lastRead = position == filled ? -1 : buffer[position++];
    return lastRead;
  }
}
